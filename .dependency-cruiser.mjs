// Imports point left only: core <- schemas <- store <- collect <- jobs <- web <- cli.
// errors, config and messages are leaves that anything outside core may use.
const layers = ['core', 'schemas', 'store', 'collect', 'jobs', 'web', 'cli'];

/** One rule a layer: it must not reach into a layer to its right. */
const layerRules = layers.slice(0, -1).map((layer, at) => ({
  name: `layer-${layer}`,
  comment: `${layer} must not know of ${layers.slice(at + 1).join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${layers.slice(at + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'core-alone',
      comment: 'core is pure: it imports core, htmlparser2 and the stemmers, which are pure themselves',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.tsx?$' },
      to: { pathNot: '^src/core/|node_modules/(htmlparser2|domhandler|domutils|entities|@orama/stemmers)/' },
    },
    {
      name: 'leaves',
      comment: 'errors, config and messages import only each other and the types of core',
      severity: 'error',
      from: { path: '^src/(errors\\.ts|config\\.ts|messages/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(errors\\.ts|config\\.ts|messages/|core/model/)' },
    },
    {
      name: 'web-never-fetches',
      comment: 'the site reads the store; collecting is another process',
      severity: 'error',
      // Tests bring the real collector to the site's doors.
      from: { path: '^src/web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/collect/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'tests-stay-out',
      comment: 'the program does not import tests or what only tests need',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|^src/testing/' },
      to: { path: '^(test|bench|scripts)/|\\.test\\.tsx?$|^src/testing/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
