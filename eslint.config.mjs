import next from 'eslint-config-next/core-web-vitals'
import ts from 'eslint-config-next/typescript'

const restrict = (...selectors) => ({
  'no-restricted-syntax': ['error', ...selectors.map(([selector, message]) => ({ selector, message }))],
})
const inlineServer = [
  "ExpressionStatement[directive='use server']",
  'Server actions live in action.ts, built by contributorAction, officerAction and their like.',
]
const processEnv = [
  "MemberExpression[object.name='process'][property.name='env']",
  'Read configuration from lib/env.ts.',
]
const rawSql = ["MemberExpression[object.name='sql'][property.name=/^(raw|unsafe)$/]", 'Text never becomes SQL.']
const rawHtml = ["JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Text never becomes HTML.']
const inlineStyle = ["JSXAttribute[name.name='style']", 'The CSP forbids style attributes: use a class.']
const everywhere = [processEnv, rawSql, rawHtml, inlineStyle]
const builders = 'contributor|portfolio|officer|admin|person|pin|public'

const rules = [
  { ignores: ['.next/', '.data/', 'node_modules/', 'next-env.d.ts', 'playwright-report/', 'test-results/'] },
  ...next,
  ...ts,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
    },
  },
  { files: ['test/**', 'scripts/**', 'db/topics/**', 'lib/auth/common-pins.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['{app,components,lib,db}/**/*.{ts,tsx}', '*.ts'],
    ignores: ['lib/env.ts', 'instrumentation.ts', '*.config.ts', '**/*.test.{ts,tsx}', 'db/migrate.ts'],
    rules: restrict(inlineServer, ...everywhere),
  },
  {
    files: ['app/**/action.ts'],
    rules: restrict(
      ...everywhere,
      ['ExportNamedDeclaration > :not(VariableDeclaration)', 'Export only actions.'],
      [
        `ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > :not(Identifier, CallExpression[callee.name=/^(${builders})Action$/])`,
        'Build every action with contributorAction, officerAction, adminAction, personAction, pinAction or publicAction.',
      ],
      ['ExportDefaultDeclaration', 'Name the action.'],
    ),
  },
  {
    files: ['lib/*/{queries,commands}.ts', 'lib/*/{queries,commands}/*.ts'],
    rules: restrict(inlineServer, ...everywhere, [
      'ExportNamedDeclaration > FunctionDeclaration:not([params.0.name=/^_?actor$/])',
      'The first parameter is the actor: nobody reads or writes anonymously.',
    ]),
  },
]

export default rules
