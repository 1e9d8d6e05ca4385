import { locale } from '../text/locale.ts';

// uPlot passes `navigator.language` to Intl as it loads: a tag that Intl rejects would leave a blank page. Imported
// before uPlot.
Object.defineProperty(navigator, 'language', { value: locale });
