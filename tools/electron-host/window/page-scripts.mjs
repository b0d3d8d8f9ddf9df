// @ts-check
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The name that Electron gives to the world of its preload scripts. */
export const WORLD = 'Electron Isolated Context'

/** What a preload's file placeholder starts with; no name or path can contain it. */
export const FILE_PLACEHOLDER = '\u0000seventy-file:'

const mainFiles = ['clone', 'bridge', 'main-world']
const isolatedFiles = [
  ...mainFiles.slice(0, 2),
  'emitter',
  'host-link',
  'ipc-renderer',
  'files',
  'keyboard',
  'isolated-world',
]

/** @type {Map<string, string>} */
const sources = new Map()

/** A file of ../page as plain script: the files of one world share a function's scope. @param {string} name */
function scriptOf(name) {
  const known = sources.get(name)
  if (known !== undefined) return known
  const text = readFileSync(new URL(`../page/${name}.mjs`, import.meta.url), 'utf8')
  const script = text.replaceAll(/^import .*$/gm, '').replaceAll(/^export /gm, '')
  sources.set(name, script)
  return script
}

/** @param {readonly string[]} files @param {string} start */
function assemble(files, start) {
  return `(() => {\n${files.map(scriptOf).join('\n')}\n${start}\n})()`
}

/**
 * The two scripts that run before the first script of each document, and the names by which the
 * worlds and the main process find each other; the names are random, so that no page knows them.
 * @param {{ preload: string | undefined, process: Record<string, unknown> }} options
 *   `preload` is the path of the program's compiled preload
 */
export function pageScripts({ preload, process }) {
  const secret = randomUUID()
  const channels = { toMain: `m${secret}`, toIsolated: `i${secret}`, toHost: `h${secret}` }
  const names = { binding: `b${secret}`, receiver: `r${secret}`, fileAt: `f${secret}` }
  const options = { ...channels, ...names, placeholder: FILE_PLACEHOLDER, process }
  const body = preload === undefined ? 'undefined' : asFunction(readFileSync(preload, 'utf8'))
  return {
    ...names,
    main: assemble(mainFiles, `startMainWorld(${JSON.stringify(channels)})`),
    isolated: assemble(isolatedFiles, `startIsolatedWorld(${JSON.stringify(options)}, ${body})`),
  }
}

/** A CommonJS file as the function that Electron makes of it; nothing is evaluated, so no CSP is in the way. @param {string} source */
function asFunction(source) {
  return `function (exports, require, module, process, global, setImmediate, clearImmediate) {\n${source}\n}`
}
