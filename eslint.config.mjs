import tseslint from 'typescript-eslint';

/**
 * Only what Biome cannot see: promises that nobody awaits, switches that forget a case, methods without their object, dates and numbers on screen in another
 * locale than that of renderer/text/locale.ts.
 */
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
  {
    // Intents are classes: a method that is handed over without its object would fail when it is called.
    files: ['renderer/{app,components,features}/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/unbound-method': 'error' },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    ignores: ['renderer/text/locale.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'NewExpression[callee.object.name="Intl"]:not([arguments.0.name="locale"])',
          'CallExpression[callee.property.name=/^toLocale.*String$/]:not([arguments.0.name="locale"])',
        ].map((selector) => ({ selector, message: 'Pass `locale` of renderer/text/locale.ts.' })),
      ],
    },
  },
);
