// @ts-check
/**
 * A folder laid out like an Electron distribution, for packing where Electron's own binary cannot be
 * had. Its executable runs nothing. It carries a fuse wire in Electron's own format and with
 * Electron's defaults, so the hook that flips fuses does exactly what it does to the real one.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What marks the wire in a binary; the format belongs to Electron. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireVersion = 1
/** One character a fuse, in the order of their numbers: what Electron 45 is delivered with. */
export const factoryWire = '101100011'

/** @typedef {'linux' | 'win32'} StubPlatform */

/**
 * Lays the folder out.
 * @param {string} folder
 * @param {StubPlatform} platform
 */
export function writeStubRuntime(folder, platform) {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'version'), '0.0.0-stub')
  writeFileSync(join(folder, 'LICENSE'), 'stub\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stub\n')
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
  if (platform === 'win32') writeFileSync(join(folder, 'electron.exe'), windowsExecutable())
  else writeFileSync(join(folder, 'electron'), fuseWire(), { mode: 0o755 })
}

/** @returns {Buffer} sentinel, version, length, and the fuses */
export function fuseWire(wire = factoryWire) {
  return Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([wireVersion, wire.length]),
    Buffer.from(wire),
  ])
}

/**
 * An executable with no code, only the version resource that electron-builder edits, and the wire
 * behind the last section.
 * @returns {Buffer}
 */
function windowsExecutable() {
  const { NtExecutable, NtExecutableResource, Resource } = loadResedit()
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'stub' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  executable.setExtraData(fuseWire())
  return Buffer.from(executable.generate())
}

/**
 * The hash of the archive that a packed Windows executable carries, as Electron reads it there.
 * @param {Buffer} executable
 * @returns {{ file: string, alg: string, value: string }[]}
 */
export function embeddedIntegrity(executable) {
  const { NtExecutable, NtExecutableResource } = loadResedit()
  const { entries } = NtExecutableResource.from(NtExecutable.from(executable))
  const entry = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  return entry === undefined ? [] : JSON.parse(Buffer.from(entry.bin).toString('utf8'))
}

/**
 * The same library, in the same version, that electron-builder edits executables with.
 * @returns {typeof import('resedit')}
 */
function loadResedit() {
  const builder = createRequire(import.meta.url).resolve('electron-builder')
  const library = createRequire(builder).resolve('app-builder-lib')
  return createRequire(library)('resedit')
}
