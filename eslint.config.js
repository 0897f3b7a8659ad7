import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** The import table of the house: each folder names what it may not reach. */
const zone = (files, patterns, ignores = []) => ({
  files,
  ignores: ['**/*.test.*', ...ignores],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})
const no = (group, message) => ({ group, message })

export default ts.config(
  { ignores: ['build/', 'node_modules/', '.data/', '.cache/', 'db/migrations/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
    },
  },
  zone(['workflows/**'], [
    no(['#app/*', '#db/*', '#tests/*', 'node:*', 'drizzle-orm*', 'postgres', 'express', '@remix-run/*', 'react*'], 'workflows/ is pure: no I/O, no app/, no db/.'),
  ]),
  zone(['db/**'], [no(['#app/*', '#tests/*', 'express', '@remix-run/*', 'react*'], 'db/ knows nothing about HTTP or app/.')]),
  zone(['app/ui/**'], [
    no(['#db/*', '#app/issues/*', '#app/conferences/*', '#app/access/*', '#app/http/*', '#app/notices/*', '#app/imports/*', '*.server.ts'], 'app/ui/ has no knowledge: pass props.'),
  ]),
  zone(['app/routes/**'], [
    no(['#db/schema/*', 'drizzle-orm*', 'postgres'], 'A route reads through db/queries and writes through a use case.'),
  ]),
  zone(['app/issues/**', 'app/commitments/**', 'app/verdicts/**', 'app/conferences/**', 'app/imports/**', 'app/notices/**', 'app/access/**'], [
    no(['#app/routes/*', '#app/ui/*'], 'A use case does not know the screen.'),
  ]),
)
