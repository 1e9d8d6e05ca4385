import fc from 'fast-check';

/** Property tests draw the same cases in every run; another seed is one environment variable away. */
fc.configureGlobal({ seed: Number(process.env['SOFTSPOKEN_SEED'] ?? 20_261_122) });
