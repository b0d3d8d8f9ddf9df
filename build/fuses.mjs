// @ts-check
import { FuseState, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * A fuse is one character in Electron's binary that switches a part of Electron on or off for good,
 * out of reach of whoever starts the program.
 * @typedef {{ option: FuseV1Options, on: boolean, reason: string }} Fuse
 */

/** Every fuse of the wire, in its order. @type {readonly Fuse[]} */
export const fuses = [
  {
    option: FuseV1Options.RunAsNode,
    on: false,
    reason:
      'ELECTRON_RUN_AS_NODE would make a signed general-purpose Node out of the program, which runs any script under its name. The command line is served by the program itself and does not need it.',
  },
  {
    option: FuseV1Options.EnableCookieEncryption,
    on: true,
    reason:
      'The program sets no cookies. Should a page ever store one, it must not lie readable beside the workspace.',
  },
  {
    option: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    on: false,
    reason: 'NODE_OPTIONS=--require would load code of somebody else into the main process.',
  },
  {
    option: FuseV1Options.EnableNodeCliInspectArguments,
    on: false,
    reason:
      '--inspect would let any local program attach to the main process, and with it to client data.',
  },
  {
    option: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    on: true,
    reason:
      'app.asar is compared with the hash in the signed executable (Windows) or Info.plist (macOS), so a changed program does not start.',
  },
  {
    option: FuseV1Options.OnlyLoadAppFromAsar,
    on: true,
    reason: 'Without it a folder named app beside app.asar would be started instead, unchecked.',
  },
  {
    option: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    on: false,
    reason: 'There is no snapshot of our own; one that somebody lays there must not be loaded.',
  },
  {
    option: FuseV1Options.GrantFileProtocolExtraPrivileges,
    on: false,
    reason: 'Pages come from app://; a file: page has no business here and gets no privileges.',
  },
  {
    option: FuseV1Options.WasmTrapHandlers,
    on: true,
    reason:
      "Electron's default. The program runs no WebAssembly, so there is no reason to leave the tested setting.",
  },
]

/**
 * The whole list in the form that `flipFuses` takes. A fuse that a newer Electron adds and this list
 * does not name is an error, not a default that nobody chose.
 * @param {{ resetAdHocDarwinSignature?: boolean }} [extra]
 * @returns {import('@electron/fuses').FuseConfig}
 */
export function fuseConfig({ resetAdHocDarwinSignature = false } = {}) {
  const states = Object.fromEntries(fuses.map(({ option, on }) => [option, on]))
  return /** @type {import('@electron/fuses').FuseConfig} */ ({
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature,
    ...states,
  })
}

/**
 * What is wrong with a wire that was read back from a binary, a sentence each.
 * @param {Readonly<Record<string, unknown>>} wire what `getCurrentFuseWire` returns
 * @returns {string[]}
 */
export function fuseFaults(wire) {
  if (wire['version'] !== FuseVersion.V1) {
    return [`the fuse wire has version ${String(wire['version'])}, expected ${FuseVersion.V1}`]
  }
  const known = new Set(['version', ...fuses.map(({ option }) => String(option))])
  const unnamed = Object.keys(wire).filter((key) => !known.has(key))
  return [
    ...fuses
      .filter(({ option, on }) => wire[option] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
      .map(
        ({ option, on }) =>
          `fuse ${FuseV1Options[option]} has to be ${on ? 'on' : 'off'}, but is ${stateName(wire[option])}`,
      ),
    ...unnamed.map((key) => `fuse ${key} of the binary is not in the list`),
  ]
}

/** @param {unknown} state */
function stateName(state) {
  if (state === FuseState.ENABLE) return 'on'
  if (state === FuseState.DISABLE) return 'off'
  return state === FuseState.REMOVED ? 'removed' : 'missing'
}
