import tseslint from 'typescript-eslint';

/** Only what Biome cannot see because it needs types: promises that nobody awaits, switches that forget a case. */
export default tseslint.config(
  { ignores: ['node_modules', 'out', '.cache', 'coverage', '**/*.mjs', '**/*.js', '**/*.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['core', 'contract', 'main', 'preload', 'renderer', 'tests'].map((layer) => `${layer}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
);
