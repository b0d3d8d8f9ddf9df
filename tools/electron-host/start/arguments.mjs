// @ts-check

/**
 * @typedef {{ appPath: string | undefined, switches: Map<string, string>, preloads: string[],
 *   inspect: number | undefined, debuggingPort: string | undefined }} HostArguments
 */

/**
 * Electron's command line: switches before the app's folder are Chromium's and Node's, what follows
 * the folder is the program's own.
 * @param {readonly string[]} argv without the executable
 * @returns {HostArguments}
 */
export function parseArguments(argv) {
  /** @type {HostArguments} */
  const parsed = {
    appPath: undefined,
    switches: new Map(),
    preloads: [],
    inspect: undefined,
    debuggingPort: undefined,
  }
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '-r' || word === '--require') {
      parsed.preloads.push(argv[++at] ?? '')
    } else if (word.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(word) ?? []
      parsed.switches.set(name, value)
    } else {
      parsed.appPath = word
      break
    }
  }
  const inspect = parsed.switches.get('inspect')
  if (inspect !== undefined) parsed.inspect = Number(inspect.split(':').at(-1) || 9229)
  parsed.debuggingPort = parsed.switches.get('remote-debugging-port')
  return parsed
}
