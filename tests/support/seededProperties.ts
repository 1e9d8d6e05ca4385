import fc from 'fast-check';

/** Property tests draw the same cases in every run, unless an environment variable sets another seed. */
fc.configureGlobal({ seed: Number(process.env['SOFTSPOKEN_SEED'] ?? 20_261_122) });
