// @ts-check
/**
 * The house's rules as a linter can check them; `app/testing/lint.test.ts` proves each. Formatting is Prettier's,
 * types are the compiler's. Who may import what is the table in `app/testing/rooms.js`.
 */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
// @ts-expect-error -- it ships no types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';
import { rooms } from './app/testing/rooms.js';

/** What Remix reads from a route. There is no client JavaScript, so nothing of the client's. */
const ROUTE_EXPORTS = '/^(loader|action|meta|handle|headers|links|ErrorBoundary|shouldRevalidate)$/';
const routeExport = (/** @type {string} */ path) => ({
  selector: `ExportNamedDeclaration${path}[name!=${ROUTE_EXPORTS}]`,
  message: 'A route exports what Remix reads and nothing else: the rest would be a second interface.',
});
const NO_DEFAULT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name it: a default export has another name in every importer.',
};
const NO_JSX = { selector: 'JSXElement, JSXFragment', message: 'Markup lives in routes and ui.' };
const NO_INLINE_STYLE = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'The content security policy blocks style attributes; give it a class in style.css.',
};
const NO_CLIENT = {
  selector: 'JSXAttribute[name.name=/^on[A-Z]/]',
  message: 'No page sends a script, so nothing would ever call this.',
};

export default defineConfig(
  globalIgnores(['build', 'build-test', 'node_modules', '.data', 'infra', 'db/migrations']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { rooms } } },
    rules: {
      'house/rooms': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // There is a log; the commands in db/ that talk to a person say so themselves.
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only app/config.server.ts reads the environment.' },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT, NO_INLINE_STYLE, NO_CLIENT],
      // The compiler knows these better.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Express and Remix both call promises they are handed; what matters is that none is dropped.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // A gate, a reader or a listener of a port is async because its siblings are.
      '@typescript-eslint/require-await': 'off',
      // `respond` throws what Remix turns into a page: data and redirects are no Errors.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    // Without a script it is the one way to bring a reader to the summary of what they must mend.
    rules: { 'jsx-a11y/no-autofocus': 'off' },
  },
  {
    files: ['app/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Request', 'Response', 'FormData', 'Headers'],
      'no-restricted-syntax': ['error', NO_DEFAULT, NO_JSX],
    },
  },
  {
    files: ['app/routes/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        NO_INLINE_STYLE,
        NO_CLIENT,
        routeExport(' > VariableDeclaration > VariableDeclarator > Identifier.id'),
        routeExport(' > FunctionDeclaration > Identifier.id'),
        routeExport(' > ClassDeclaration > Identifier.id'),
        routeExport(' > ExportSpecifier > Identifier.exported'),
        { selector: 'ExportAllDeclaration', message: 'A route exports what Remix reads and nothing else.' },
      ],
    },
  },
  {
    // Read by a tool or by Remix, which want a default.
    files: ['app/root.tsx', 'app/entry.server.tsx', '**/*.config.{js,ts}', 'app/testing/global-setup.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_INLINE_STYLE, NO_CLIENT] },
  },
  {
    // Where the environment comes in. server.ts needs two of it before there is anything else.
    files: ['app/config.server.ts', 'db/local.ts', 'server.ts', '**/*.config.{js,ts}', 'app/testing/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['app/testing/**', 'app/journeys/**', '**/*.test.{ts,tsx}'],
    rules: {
      // They record the console, and `expect.any()` is an any.
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // Configuration in plain JavaScript meets libraries without types.
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
