// @ts-check
/**
 * `npm run dist:check`: packs the program as the installers do, with a stub in place of Electron's
 * binary, and looks at what came out. Needs no network. docs/packaging.md says what it proves.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { ensureRuntime } from '../tools/ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from '../tools/run/build.mjs'
import { root } from '../tools/run/paths.mjs'
import {
  archiveFaults,
  contentFaults,
  nativeModule,
  packageJsonFaults,
  packageOf,
  productionPackages,
} from './archive-rules.mjs'
import { filesIn, headerHash } from './archive.mjs'
import { fuseFaults } from './fuses.mjs'
import { packWithStub } from './pack-stub.mjs'
import { commandLineFaults, windowFaults } from './start-packed.mjs'
import { embeddedIntegrity } from './stub-runtime.mjs'

/** @typedef {import('./pack-stub.mjs').Packed} Packed */

/** One wrong line of the configuration can let in a thousand files. */
const LISTED = 50

const started = performance.now()
/** @type {string[]} */
const faults = []
ensureBuilt()
const folder = mkdtempSync(join(tmpdir(), 'seventy-dist-'))
try {
  const linux = await packWithStub('linux', process.arch, folder)
  const windows = await packWithStub('win32', 'x64', folder)
  for (const packed of [linux, windows]) await check(packed)
  await startOn({ linux, win32: windows })
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
say(`\nin ${((performance.now() - started) / 1000).toFixed(0)} s`)
if (faults.length > 0) {
  say(`\nThe package is not right (${faults.length}):`)
  for (const fault of faults.slice(0, LISTED)) say(`  - ${fault}`)
  if (faults.length > LISTED) say(`  … and ${faults.length - LISTED} more`)
  process.exit(1)
}
say('The package is right.')

/** @param {Packed} packed */
async function check(packed) {
  const files = filesIn(packed.archive)
  say(`\n${packed.platform}-${packed.arch}`)
  await step(packed, 'content', () => [
    ...archiveFaults(files, { ...packed, packages: productionPackages(json('package-lock.json')) }),
    ...packageJsonFaults(
      JSON.parse(extractFile(packed.archive, 'package.json').toString('utf8')),
      json('package.json'),
    ),
    ...contentFaults(compiledMain(packed, files), {
      editions: inFolder('src/main/rules/editions').map((text) => JSON.parse(text)),
      migrations: inFolder('src/main/store/migrations'),
    }),
  ])
  await step(packed, 'native module and licence outside', () => [
    ...outsideFaults(packed, join('app.asar.unpacked', ...nativeModule(packed).split('/'))),
    ...outsideFaults(packed, 'LICENSE.seventy.txt'),
  ])
  await step(packed, 'fuse wire of the stub (no fuse of a real Electron was flipped)', async () =>
    fuseFaults({ ...(await getCurrentFuseWire(packed.executable)) }),
  )
  if (packed.platform === 'win32') {
    await step(packed, 'hash of the archive in the executable', () => integrityFaults(packed))
  }
  printSizes(files, statSync(packed.archive).size)
}

/**
 * Starts the archive that fits this machine. There is none for macOS: electron-builder packs for it
 * only there, and its bundle is more than a stub can play.
 * @param {Partial<Record<NodeJS.Platform, Packed>>} packed
 */
async function startOn({ [process.platform]: own }) {
  if (own === undefined || own.arch !== process.arch) {
    say(`\nnot started: nothing was packed for ${process.platform}-${process.arch}`)
    return
  }
  const program = join(folder, 'program')
  extractAll(own.archive, program)
  const runtime = await ensureRuntime()
  say(`\nstart, ${runtime.describe}`)
  const cli = join(program, 'out', 'main', 'cli.js')
  await step(own, 'command line', () =>
    commandLineFaults([process.execPath, cli], dataFolder('cli')),
  )
  await step(own, 'first screen', () => windowFaults(runtime, program, dataFolder('window')))
}

/** @param {Packed} packed @param {string} title @param {() => string[] | Promise<string[]>} run */
async function step({ platform, arch }, title, run) {
  const found = await run()
  say(`  ${found.length === 0 ? 'ok  ' : 'FAIL'} ${title}`)
  faults.push(...found.map((fault) => `${platform}-${arch}: ${fault}`))
}

/** @param {Packed} packed @param {string} path below the folder of resources */
function outsideFaults({ folder: packedFolder }, path) {
  const stat = statSync(join(packedFolder, 'resources', path), { throwIfNoEntry: false })
  return stat !== undefined && stat.size > 0 ? [] : [`${path} is missing or empty`]
}

/** @param {Packed} packed */
function integrityFaults({ executable, archive }) {
  const [entry] = embeddedIntegrity(readFileSync(executable))
  return entry?.value === headerHash(archive) ? [] : ['the executable carries another hash']
}

/** @param {Packed} packed @param {readonly import('./archive.mjs').ArchiveFile[]} files */
function compiledMain({ archive }, files) {
  return files
    .filter(({ path }) => path.startsWith('out/main/') && path.endsWith('.js'))
    .map(({ path }) => extractFile(archive, join(...path.split('/'))).toString('utf8'))
    .join('\n')
}

/** @param {readonly import('./archive.mjs').ArchiveFile[]} files @param {number} archiveSize */
function printSizes(files, archiveSize) {
  /** @type {Map<string, number>} */
  const sizes = new Map()
  for (const { path, size } of files) {
    const owner = packageOf(path) ?? path.split('/').slice(0, 2).join('/')
    sizes.set(owner, (sizes.get(owner) ?? 0) + size)
  }
  const outside = files.reduce((sum, { size, unpacked }) => sum + (unpacked ? size : 0), 0)
  say(`  ${files.length} files, ${mega(archiveSize)} in the archive, ${mega(outside)} outside`)
  for (const [owner, size] of [...sizes].sort(([, a], [, b]) => b - a)) {
    say(`    ${mega(size).padStart(8)}  ${owner}`)
  }
}

/** @param {string} name */
function dataFolder(name) {
  const path = join(folder, `data-${name}`)
  mkdirSync(path)
  return path
}

/** @param {string} path of a folder of the checkout @returns {string[]} the text of its files */
function inFolder(path) {
  return readdirSync(join(root, path)).map((name) => readFileSync(join(root, path, name), 'utf8'))
}

/** @param {string} path @returns {any} */
function json(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** @param {number} bytes */
function mega(bytes) {
  return `${(bytes / 1_000_000).toFixed(2)} MB`
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}
