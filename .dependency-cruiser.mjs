// Who may import whom (docs/architecture.md). Checked by scripts/check-directions.ts.
const RULES = '/rules\\.ts$'
// Pure without being rules: shapes of what comes in, and what a form shows.
const PURE = ['/(rules|schema|state|locales|days)\\.ts$']
const OWN = '^(app|components|lib|prisma|scripts|tests)/'

/** @satisfies {import('dependency-cruiser').IConfiguration} */
const law = {
  forbidden: [
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'lib-knows-no-ui',
      comment: 'Letters are the only markup made in lib, and they have pieces of their own.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^components/' },
    },
    {
      name: 'product-knows-no-scripts',
      severity: 'error',
      from: { path: '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$' },
      to: { path: '^(scripts|tests|prisma)/' },
    },
    {
      name: 'components-take-data',
      comment:
        'They never load it: types may come from anywhere, values from rules and the voice only.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^lib/',
        pathNot: [...PURE, '^lib/i18n/server\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-is-product-free',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components|lib)/', pathNot: '^components/ui/' },
    },
    {
      name: 'app-reaches-no-database',
      severity: 'error',
      comment: 'Except to ask whether it answers at all.',
      from: { path: '^(app/|(proxy|instrumentation)\\.ts$)', pathNot: '^app/api/health/' },
      to: { path: '^lib/db/', pathNot: '^lib/db/watch\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-stays-in-db',
      comment: "Prisma and connections belong to lib/db; scripts and tests have the owner's door.",
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/db/' },
      to: { path: '^(lib/db/generated/|lib/db/client|node_modules/(pg|@prisma)/)' },
    },
    {
      name: 'client-stays-in-db-also-for-scripts',
      severity: 'error',
      from: { path: '^(scripts|prisma|tests)/' },
      to: { path: '^(lib/db/generated/|lib/db/client)' },
    },
    {
      name: 'sign-in-stays-in-auth',
      severity: 'error',
      from: { pathNot: '^lib/auth/' },
      to: { path: '^node_modules/next-auth/' },
    },
    {
      name: 'few-may-mint',
      severity: 'error',
      from: { pathNot: '^(lib/auth|lib/jobs|tests/support)/' },
      to: { path: '^lib/auth/mint\\.ts$' },
    },
    {
      name: 'rules-import-rules',
      severity: 'error',
      from: { path: RULES },
      to: { pathNot: RULES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-know-types-of-rules-only',
      severity: 'error',
      from: { path: RULES },
      to: { pathNot: RULES },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrels',
      severity: 'error',
      from: { path: OWN },
      to: { path: '/index\\.tsx?$', pathNot: '^node_modules/' },
    },
    {
      name: 'no-junk-drawers',
      severity: 'error',
      from: {},
      to: { path: '/(utils|helpers|services|common|misc)(/|\\.)', pathNot: '^node_modules/' },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: ['^\\.next', '^\\.data/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
}

export default law
