/**
 * Who may know whom. shared ← rules ← scoring ← services ← {ipc, store, intake, reporting} ← index/cli.
 * Each rule says why it stands; tools/boundaries/boundaries.spec.ts breaks each one to prove it bites.
 */
const main = '^src/main/'

/** @param {string} name @param {string} comment @param {string} from @param {string[]} allowed */
function layer(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: '\\.spec\\.ts$' },
    to: { path: '^(src|tools|e2e|bench|build)/', pathNot: [from, ...allowed] },
  }
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer(
      'shared-stands-alone',
      'The contract is loaded by the window, the preload and every thread; it may know none of them.',
      '^src/shared/',
      [],
    ),
    {
      name: 'shared-imports-zod-only',
      comment: 'What the contract imports ends up in every bundle, including the sandboxed ones.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod' },
    },
    layer(
      'rules-know-the-contract-only',
      'An edition is data; if it needed code of the engine, it could not be added as a file.',
      `${main}rules/`,
      ['^src/shared/'],
    ),
    layer(
      'scoring-is-pure',
      'Facts in, score out: a consultant must be able to check it without knowing where facts come from.',
      `${main}scoring/`,
      ['^src/shared/', `${main}rules/`],
    ),
    {
      name: 'scoring-has-no-outside',
      comment: 'No clock, no files, no randomness: the same facts give the same score for ever.',
      severity: 'error',
      from: { path: [`${main}scoring/`, `${main}rules/`], pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['core', 'npm-dev'] },
    },
    layer(
      'services-own-their-ports',
      'Use cases name what they need; SQLite, CSV, PDF and Electron implement it and stay replaceable.',
      `${main}services/`,
      ['^src/shared/', `${main}rules/`, `${main}scoring/`],
    ),
    ...['intake', 'store', 'reporting'].map((name) =>
      layer(
        `${name}-serves-the-services`,
        'An adapter knows the port it implements and no other adapter, so each can be tested alone.',
        `${main}${name}/`,
        [
          '^src/shared/',
          `${main}services/`,
          `${main}scoring/(facts|stored-usage)\\.ts$`,
          `${main}scoring/testing/`,
        ],
      ),
    ),
    layer(
      'worker-knows-no-window',
      'The data threads run under plain Node too (command line, tests).',
      `${main}worker/`,
      [
        '^src/shared/',
        `${main}(services|rules|scoring|store|intake|reporting)/`,
        `${main}system-clock\\.ts$`,
      ],
    ),
    layer(
      'ipc-knows-the-contract',
      'The border only checks, parses and forwards; a rule or a query here would be out of reach of the command line.',
      `${main}ipc/`,
      ['^src/shared/', `${main}services/`, `${main}worker/(protocol|data-threads)\\.ts$`],
    ),
    {
      name: 'electron-in-desktop-only',
      comment:
        'All that imports electron stands in one folder (and the preload), so everything else runs and is tested without it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/main/(desktop|ipc)/', '^src/main/index\\.ts$', '^src/preload/'],
      },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      comment:
        'index and cli put the house together; whoever imported them would start the program.',
      severity: 'error',
      from: {},
      to: { path: `${main}(index|cli)\\.ts$` },
    },
    layer(
      'preload-knows-the-contract',
      'The sandboxed bridge is one small file.',
      '^src/preload/',
      ['^src/shared/'],
    ),
    layer(
      'renderer-knows-the-contract',
      'The window talks through the bridge and nothing else.',
      '^src/renderer/',
      ['^src/shared/'],
    ),
    {
      name: 'renderer-has-no-node',
      comment:
        'The page is sandboxed; a Node module there is a mistake that only shows when packed.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-without-tools',
      comment: 'The stand-in, benches and tests must never leak into the product.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(tools|e2e|bench|build)/' },
    },
    {
      name: 'gallery-stays-at-home',
      comment:
        'The gallery of building blocks is served while developing; who imports it would ship it.',
      severity: 'error',
      from: { path: '^(src|build)/', pathNot: '^src/renderer/gallery/' },
      to: { path: '^src/renderer/gallery/' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody reaches is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', 'tsconfig\\.json$', '\\.css$', '\\.json$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
