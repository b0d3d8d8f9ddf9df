// @ts-check
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { root } from '../tools/run/paths.mjs'
import configuration from './electron-builder.mjs'
import { writeStubRuntime } from './stub-runtime.mjs'

/**
 * A packed program.
 * @typedef {{ folder: string, executable: string, archive: string, platform: StubPlatform, arch: string }} Packed
 * @typedef {import('./stub-runtime.mjs').StubPlatform} StubPlatform
 */

/** Nothing listens there: whatever wants to download ends the check. */
const nowhere = 'http://127.0.0.1:9/'

/**
 * Packs the compiled program with the configuration of the installers and the stub for Electron.
 * electron-builder checks the whole configuration against its schema first, all platforms of it.
 * @param {StubPlatform} platform
 * @param {string} arch
 * @param {string} folder an existing one, for everything that comes up
 * @returns {Promise<Packed>}
 */
export async function packWithStub(platform, arch, folder) {
  const electronDist = join(folder, `stub-${platform}`)
  mkdirSync(electronDist, { recursive: true })
  writeStubRuntime(electronDist, platform)
  const target = platform === 'win32' ? Platform.WINDOWS : Platform.LINUX
  const output = join(folder, 'packed')
  await withoutDownloads(join(folder, 'no-cache'), () =>
    build({
      projectDir: root,
      targets: target.createTarget('dir', archOf(arch)),
      publish: 'never',
      config: {
        ...copyOf(configuration),
        electronDist,
        directories: { ...configuration.directories, output },
      },
    }),
  )
  const unpacked = join(output, unpackedName(platform, arch))
  return {
    folder: unpacked,
    executable: join(unpacked, platform === 'win32' ? 'Seventy.exe' : 'seventy'),
    archive: join(unpacked, 'resources', 'app.asar'),
    platform,
    arch,
  }
}

/**
 * Takes away mirrors, caches and certificates for as long as it packs, and no longer: whoever looks
 * for Electron afterwards has to find the way open.
 * @param {string} emptyCache @param {() => Promise<unknown>} pack
 */
async function withoutDownloads(emptyCache, pack) {
  const before = { ...process.env }
  Object.assign(process.env, {
    ELECTRON_MIRROR: nowhere,
    ELECTRON_BUILDER_BINARIES_MIRROR: nowhere,
    ELECTRON_BUILDER_CACHE: emptyCache,
    electron_config_cache: emptyCache,
    CSC_IDENTITY_AUTO_DISCOVERY: 'false',
  })
  for (const name of ['CSC_LINK', 'WIN_CSC_LINK']) Reflect.deleteProperty(process.env, name)
  try {
    await pack()
  } finally {
    for (const name of Object.keys(process.env))
      if (!(name in before)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
}

/** @param {string} arch */
function archOf(arch) {
  return arch === 'arm64' ? Arch.arm64 : Arch.x64
}

/** What electron-builder calls its folder. @param {StubPlatform} platform @param {string} arch */
function unpackedName(platform, arch) {
  const name = platform === 'win32' ? 'win' : 'linux'
  return arch === 'x64' ? `${name}-unpacked` : `${name}-${arch}-unpacked`
}

/**
 * electron-builder rewrites the configuration it is given; the next call must get it whole.
 * @param {import('electron-builder').Configuration} original
 */
function copyOf({ afterPack, ...data }) {
  return { ...structuredClone(data), afterPack }
}
