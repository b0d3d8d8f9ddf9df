// @ts-check
/** What an archive has to hold and what it must not. Pure: a listing in, complaints out. */

/** @typedef {import('./archive.mjs').ArchiveFile} ArchiveFile */
/** @typedef {{ platform: string, arch: string }} Target */

/** Everything in the archive stands below one of these. */
const roots = ['out/main/', 'out/preload/', 'out/renderer/', 'node_modules/']

/** @type {readonly { what: string, pattern: RegExp }[]} */
export const forbidden = [
  { what: 'a source', pattern: /\.(ts|tsx|mts|cts|vue)$|(^|\/)tsconfig[^/]*\.json$/ },
  { what: 'a test', pattern: /\.(spec|test)\.\w+$|(^|\/)(__tests__|e2e|test-results)\// },
  { what: 'a tool', pattern: /^(tools|bench|build|docs|\.ci|\.github)\/|(^|\/)electron-host\// },
  { what: 'a source map', pattern: /\.map$/ },
  {
    what: 'a native source',
    pattern: /\.(c|cc|cpp|h|hpp|gyp|gypi)$|node_modules\/better-sqlite3\/(deps|src)\//,
  },
]

/** Parts of the program that it does not start without. @param {Target} target */
export function required({ platform, arch }) {
  return [
    'package.json',
    'out/main/index.js',
    'out/main/cli.js',
    'out/main/worker.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/report.html',
    'node_modules/better-sqlite3/package.json',
    nativeModule({ platform, arch }),
  ]
}

/** @param {Target} target */
export function nativeModule({ platform, arch }) {
  return `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`
}

/**
 * @param {readonly ArchiveFile[]} files
 * @param {Target & { packages: ReadonlySet<string> }} expected `packages`: what may stand below
 *   node_modules, as `productionPackages` lists it
 * @returns {string[]} what is wrong, a sentence each
 */
export function archiveFaults(files, { packages, ...target }) {
  const paths = new Set(files.map(({ path }) => path))
  return [
    ...required(target)
      .filter((path) => !paths.has(path))
      .map((path) => `${path} is missing`),
    ...files.flatMap((file) => fileFaults(file, target, packages)),
  ]
}

/** @param {ArchiveFile} file @param {Target} target @param {ReadonlySet<string>} packages */
function fileFaults({ path, unpacked }, target, packages) {
  const faults = forbidden
    .filter(({ pattern }) => pattern.test(path))
    .map(({ what }) => `${path} is ${what}`)
  if (path !== 'package.json' && !roots.some((root) => path.startsWith(root))) {
    faults.push(`${path} is no part of the program`)
  }
  const owner = packageOf(path)
  if (owner !== undefined && !packages.has(owner)) {
    faults.push(`${path} belongs to no production dependency`)
  }
  if (path.endsWith('.node') && path !== nativeModule(target)) {
    faults.push(`${path} is for another platform`)
  }
  // The loader of the system reads natives only outside; anything else out there escapes the
  // integrity check.
  if (path.endsWith('.node') !== unpacked) {
    faults.push(`${path} is ${unpacked ? 'outside' : 'inside'} the archive`)
  }
  return faults
}

/** @param {string} path @returns {string | undefined} the folder of the installed package that owns a file */
export function packageOf(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]
}

/**
 * The folders of all packages that the lock file installs for production.
 * @param {{ packages: Record<string, { dev?: boolean, devOptional?: boolean, link?: boolean }> }} lock
 * @returns {Set<string>}
 */
export function productionPackages({ packages }) {
  return new Set(
    Object.entries(packages)
      .filter(
        // A link is a folder of the checkout: the Node that development runs on.
        ([path, { dev, devOptional, link }]) =>
          path.startsWith('node_modules/') && !dev && !devOptional && !link,
      )
      .map(([path]) => path),
  )
}

/** Fields that are for the checkout and tell a stranger nothing but how it is built. */
const cleanedFields = ['devDependencies', 'scripts', 'build']

/**
 * @param {Record<string, unknown>} packed the package.json of the archive
 * @param {Record<string, unknown>} source the one of the checkout
 * @returns {string[]}
 */
export function packageJsonFaults(packed, source) {
  return [
    ...cleanedFields
      .filter((field) => field in packed)
      .map((field) => `package.json still has ${field}`),
    ...['name', 'version', 'main', 'type']
      .filter((field) => packed[field] !== source[field])
      .map((field) => `package.json has another ${field} than the checkout`),
  ]
}

/**
 * Editions and migrations are compiled into the main process; each leaves words that can be found.
 * @param {string} compiled the text of all compiled modules of the main process
 * @param {{ editions: readonly { id: string }[], migrations: readonly string[] }} sources
 * @returns {string[]}
 */
export function contentFaults(compiled, { editions, migrations }) {
  const tables = migrations.flatMap((sql) => sql.match(/^CREATE TABLE \w+/gm) ?? [])
  return [
    ...editions
      .filter(({ id }) => !compiled.includes(id))
      .map(({ id }) => `edition ${id} is not compiled in`),
    ...tables
      .filter((statement) => !compiled.includes(statement))
      .map((statement) => `the migration with ${statement} is not compiled in`),
  ]
}
