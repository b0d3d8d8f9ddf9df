import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Each rule beyond the presets carries its reason. */
export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'coverage',
      'test-results',
      'playwright-report',
      'reports',
      '.seventy',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser },
      globals: globals.browser,
    },
  },
  { files: ['src/renderer/**/*.ts', 'e2e/**/*.ts'], languageOptions: { globals: globals.browser } },
  {
    files: ['tools/**', 'bench/**', 'build/**', '*.js', '*.ts', '*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['tools/electron-host/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    // What Electron takes and the stand-in has nothing to do for is an empty method.
    rules: { '@typescript-eslint/no-empty-function': 'off' },
  },
  {
    rules: {
      // A file that does not fit in a head hides its second purpose.
      'max-lines': ['error', { max: 300 }],
      // Types come in at no cost, and the bundler can drop the import.
      '@typescript-eslint/consistent-type-imports': 'error',
      // null and 0 are different things here: "no data" is never 0.
      eqeqeq: 'error',
      // Text on screen goes through its interpolation, never through markup.
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Dialogs and progress of the program go through its own channels.
      'no-alert': 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Results must be repeatable; ask for randomness by a port.',
        },
      ],
      // A label may wrap its control or point to it; both are announced.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // The engine is given its date; reading the clock would make two runs differ.
    files: ['src/main/{scoring,rules,services,intake,reporting}/**/*.ts', 'src/shared/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Ask the Clock port.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Ask the Clock port.',
        },
      ],
    },
  },
  {
    files: ['tools/**', 'bench/**', 'build/**', 'src/main/cli.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
)
