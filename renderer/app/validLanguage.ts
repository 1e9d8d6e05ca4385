import { locale } from '../text/locale.ts';

// uPlot hands `navigator.language` to Intl as it loads: a tag that Intl refuses would leave a blank page. Imported before uPlot.
Object.defineProperty(navigator, 'language', { value: locale });
