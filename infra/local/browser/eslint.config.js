/** What is looked for in the JavaScript of the pages and of their tests. Paths are those of the project: .ci/lint runs ESLint there. */

import js from '@eslint/js';
import globals from 'globals';

const PAGE = 'functions/publish/src/main/resources/dev/customsfeed/publish/documents/page';
const REPORT = 'functions/verify/src/main/resources/dev/customsfeed/verify/report';

export default [
  // Of others, as they made it.
  { ignores: [`${PAGE}/d3.js`] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // What looks right and is not.
      'array-callback-return': 'error',
      'consistent-return': 'error',
      'default-param-last': 'error',
      eqeqeq: 'error',
      'no-constructor-return': 'error',
      'no-loop-func': 'error',
      'no-promise-executor-return': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      'require-atomic-updates': ['error', { allowProperties: true }],
      // What is read in one way alone.
      curly: 'error',
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'no-return-assign': 'error',
      'no-unneeded-ternary': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: [`${PAGE}/**/*.js`, `${REPORT}/*.js`],
    languageOptions: { globals: globals.browser },
    rules: {
      // Names and notes come from files of others: they are text, never markup, and what a reader's console says is a fault.
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'writeln'].map((property) => ({
          property,
          message: 'It makes markup of text: build elements with el() of elements.js.',
        })),
      ],
      'no-script-url': 'error',
    },
  },
  {
    files: ['infra/local/browser/**/*.{js,mjs}'],
    // What a test hands to the browser runs there.
    languageOptions: { globals: { ...globals.nodeBuiltin, ...globals.browser } },
  },
];
