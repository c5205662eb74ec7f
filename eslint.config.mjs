import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const BROWSER = [
  ...[
    'window',
    'document',
    'fetch',
    'FormData',
    'XMLHttpRequest',
    'location',
    'navigator',
    'DataTransfer',
    'history',
    'URL',
  ],
  ...[
    'URLSearchParams',
    'AbortController',
    'Event',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'Image',
  ],
  ...[
    'IntersectionObserver',
    'HTMLElement',
    'sessionStorage',
    'requestAnimationFrame',
    'CSS',
    'Element',
    'DOMParser',
    'getComputedStyle',
    'matchMedia',
  ],
]
const NODE = ['require', 'module', 'process', 'console', '__dirname', 'Buffer', 'setTimeout']

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.dist-*', 'data', 'uploads', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='eval']",
          message: 'Nothing is ever run that was not written here.',
        },
      ],
      // knex answers with wide types, and an assertion is where the row's shape is named
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  { files: ['**/*.js', '**/*.cjs', '**/*.mjs'], languageOptions: { globals: readonly(NODE) } },
  { files: ['views/static/*.js'], languageOptions: { globals: readonly(BROWSER) } },
)

function readonly(names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']))
}
