// @ts-check
import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import { Arch } from 'electron-builder'
import { fuseConfig } from './fuses.mjs'

/** @typedef {import('electron-builder').AfterPackContext} Context */

/**
 * Flips the fuses of the packed binary, before it is signed. There is no way round it: a binary
 * without a fuse wire, or with a fuse that is not in the list, ends the build.
 * @param {Context} context
 */
export default async function afterPack(context) {
  await flipFuses(
    packedExecutable(context),
    fuseConfig({
      // The flip breaks the ad-hoc signature that Apple silicon asks of every program. A build with
      // a certificate signs again right after this; one without would not start.
      resetAdHocDarwinSignature:
        context.electronPlatformName === 'darwin' && context.arch === Arch.arm64,
    }),
  )
}

/**
 * @param {Pick<Context, 'appOutDir' | 'electronPlatformName' | 'packager'>} context
 * @returns {string} the file that `flipFuses` asks for: the bundle on macOS, else the executable
 */
export function packedExecutable({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`)
  return join(appOutDir, executableName(packager) ?? productFilename)
}

/** Linux alone gives its executable a name of its own. @param {object} packager */
function executableName(packager) {
  return 'executableName' in packager ? String(packager.executableName) : undefined
}
