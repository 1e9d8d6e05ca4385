import { config } from 'zod';

// The page's policy forbids code from strings, which zod otherwise tries. Imported before any schema is made.
config({ jitless: true });
