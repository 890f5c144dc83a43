const tests = '^test/|[.]test[.]tsx?$'
const onlyFrom = (name, comment, to, from) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: [...from, tests, '^node_modules'] },
  to: { path: to },
})
const never = (name, comment, from, to, except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: to, ...(except && { pathNot: except }) },
})
const queries = '^lib/[^/]+/queries([.]ts|/)'
const commands = '^lib/[^/]+/commands([.]ts|/)'
const entrances = [
  '^lib/attachments/receive[.]ts$',
  '^lib/(drafts|applications)/keep[.]ts$',
  '^lib/applications/kinds/[^/]+/effect[.]ts$',
  '^lib/notices/papers/keep[.]ts$',
  '^app/.+/(action|route)[.]ts$',
  '^lib/action[.]ts$',
  '^lib/jobs/',
  '^db/seed',
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    never('db-is-the-bottom', 'Tables know nothing of the rest.', '^db/(?!seed)', '^(app|components|lib)/', '^lib/env'),
    never('lib-knows-no-screen', 'The domain does not know who shows it.', '^lib/', '^(app|components)/'),
    never('components-know-no-data', 'Components receive what they show.', '^components/', [
      '^app/',
      '^db/(?!vocabulary|question|application-content)',
      queries,
      commands,
      '^lib/.+/policy',
      '^lib/(change|action)',
    ]),
    never('screens-know-no-table', 'Pages and actions speak to lib, never to tables.', '^app/', [
      '^db/(?!vocabulary|question|demo-cast)',
      '^lib/change',
      'node_modules/drizzle-orm',
    ]),
    never(
      'two-sides-never-meet',
      'Contributors and officers share lib and components, nothing else.',
      '^app/area/',
      '^app/sede/',
    ),
    never('two-sides-never-meet', 'And the other way round.', '^app/sede/', '^app/area/'),
    onlyFrom('one-door-for-reads', 'Only queries read, and they take an actor.', '^db/read', [queries, '^db/seed']),
    onlyFrom(
      'one-door-for-writes',
      'Only change() opens a transaction; sessions, visits, counters and deliveries are no changes.',
      '^db/write',
      [
        '^lib/change',
        '^lib/limits/count',
        '^lib/auth/touch',
        '^lib/portfolio/visit',
        '^lib/notifications/',
        '^lib/jobs/promise',
        '^lib/protocol/counter',
        '^db/seed',
      ],
    ),
    onlyFrom('connection-stays-in-db', 'Nobody else holds the pool.', '^db/client', ['^db/']),
    onlyFrom('changes-are-commands', 'Only commands change, and what they have in common.', '^lib/change', [
      commands,
      '^lib/(requests/unread|drafts/sent|representatives/taken)[.]ts$',
      '^lib/applications/kind[.]ts$',
      '^lib/applications/kinds/[^/]+/effect[.]ts$',
    ]),
    onlyFrom(
      'commands-come-from-actions',
      'A write starts from an action, a route handler, a job or the seed.',
      commands,
      [...entrances, commands],
    ),
    onlyFrom('actors-are-verified', 'Only the session makes actors.', '^lib/auth/verify', [
      '^lib/auth/(session|system|commands)',
      '^db/seed',
    ]),
    onlyFrom('next-auth-stays-in-auth', 'One library, one room.', 'node_modules/(next-auth|@auth)/', ['^lib/auth/']),
    {
      name: 'no-drawer-of-odds-and-ends',
      severity: 'error',
      from: {},
      to: { path: '/(utils|util|helpers|common|misc|types|constants)([.]|/)', pathNot: 'node_modules|^[^/]+[.]d[.]ts' },
    },
    {
      name: 'no-barrels',
      comment: 'An index hides where things are. A kind of istanza is its folder, and their list is a list.',
      severity: 'error',
      from: {},
      to: {
        path: '/index[.]tsx?$',
        pathNot: 'node_modules|^db/schema/index|^lib/applications/kinds/|^test/application-examples/',
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.]next' },
  },
}
