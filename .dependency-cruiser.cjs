/** The dependency rules of ARCHITECTURE.md, by pattern, so that a new service is covered on the day it appears. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'service-imports-no-service-or-app',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services|apps)/', pathNot: '^services/$1/' },
    },
    {
      name: 'app-imports-no-service-or-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^(services|apps)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'lib-imports-only-libs',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/testing/' },
      to: { path: '^(services|apps|infra|e2e)/' },
    },
    {
      name: 'testing-imports-libs-and-engines',
      comment: 'Throw-away engines are started as the real ones are.',
      severity: 'error',
      from: { path: '^libs/testing/' },
      to: { path: '^(services|apps|infra|e2e)/', pathNot: '^infra/engines/' },
    },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: '^libs/', pathNot: '^libs/kernel/' },
    },
    {
      name: 'contracts-import-only-kernel',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: '^libs/', pathNot: '^libs/(contracts|kernel)/' },
    },
    {
      name: 'front-ends-know-only-ui',
      severity: 'error',
      from: { path: '^apps/(storefront|console)/' },
      to: { path: '^(libs|infra|services|e2e)/', pathNot: '^libs/ui/' },
    },
    {
      name: 'features-are-pure-unless-handler',
      comment: 'A decision file is pure: it imports kernel, contracts and other decision files.',
      severity: 'error',
      from: {
        path: '^services/[^/]+/src/(features|workflows)/',
        pathNot: '(/inputs|\\.handler|\\.projection|\\.test|\\.int\\.test|\\.sweeper)\\.ts$',
      },
      to: {
        // A type is no I/O.
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^libs/(kernel|contracts)/',
          'node_modules/zod/',
          '^services/[^/]+/src/(features|workflows)/(?!.*\\.handler\\.ts$)',
          '^services/[^/]+/src/[^/]+\\.ts$',
        ],
      },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      from: { path: '^(services|apps)/[^/]+/src/', pathNot: '/(store|main\\.ts|.*\\.int\\.test\\.ts)' },
      to: { path: 'node_modules/(pg|mongoose)/' },
    },
    {
      name: 'only-messaging-names-nats',
      severity: 'error',
      from: { path: '^(services|apps)/', pathNot: '\\.int\\.test\\.ts$' },
      to: { path: 'node_modules/nats/' },
    },
    {
      name: 'no-tests-from-code',
      severity: 'error',
      from: { pathNot: '(\\.test\\.ts$|^e2e/|^libs/testing/)' },
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
    },
  },
};
