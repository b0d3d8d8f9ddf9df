import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import { root } from '../tools/run/paths.mjs'
import afterPack from './after-pack.mjs'
import configuration from './electron-builder.mjs'

const { win, mac, linux, nsis, dmg } = configuration
const platforms = { win32: win, darwin: mac, linux }

/** electron-builder's own check, which it also makes before it packs. */
async function validate(config: object) {
  const builder = createRequire(import.meta.url).resolve('electron-builder')
  const library = createRequire(builder)
  const { validateConfiguration } = library('app-builder-lib/out/util/config/config')
  await validateConfiguration(config, { isEnabled: false })
}

describe('the configuration of electron-builder', () => {
  it('holds to the schema, on every platform', async () => {
    await expect(validate(configuration)).resolves.toBeUndefined()
  })

  it('would be refused with a misspelt option', async () => {
    await expect(validate({ ...configuration, nsis: { ...nsis, oneKlick: true } })).rejects.toThrow(
      /configuration\.nsis/,
    )
  })

  it('points to files that exist', () => {
    const resources = (configuration.extraResources as { from: string }[]).map(({ from }) => from)
    const paths = [win?.icon, mac?.icon, linux?.icon, mac?.entitlements, mac?.entitlementsInherit]
    for (const path of [...paths, ...resources]) {
      expect(path).toBeTypeOf('string')
      expect(existsSync(join(root, String(path))), String(path)).toBe(true)
    }
  })

  it('takes nothing of the checkout but the compiled program and package.json', () => {
    expect(configuration.files).toBeUndefined()
    for (const options of Object.values(platforms)) {
      const taken = (options?.files as string[]).filter((pattern) => !pattern.startsWith('!'))
      expect(taken).toEqual(['out/**', 'package.json'])
    }
  })

  it('leaves out nothing that is not there to be left out', () => {
    const patterns = (linux?.files as string[])
      .filter((pattern) => pattern.startsWith('!node_modules/'))
      .map((pattern) => pattern.slice(1).replace('${arch}', 'x64'))
    expect(patterns.length).toBeGreaterThan(5)
    const idle = patterns.filter((pattern) => globSync(pattern, { cwd: root }).length === 0)
    expect(idle).toEqual([])
  })

  it.each(Object.keys(platforms) as (keyof typeof platforms)[])(
    'leaves exactly one binary of SQLite for %s',
    (platform) => {
      const folder = 'node_modules/better-sqlite3/prebuilds'
      const pattern = (platforms[platform]?.files as string[]).find((each) =>
        each.startsWith(`!${folder}/`),
      )
      for (const arch of ['x64', 'arm64']) {
        const dropped = globSync(String(pattern).slice(1).replace('${arch}', arch), { cwd: root })
        const kept = globSync(`${folder}/*`, { cwd: root }).filter(
          (each) => !dropped.includes(each),
        )
        expect(kept.map((each) => each.replaceAll('\\', '/'))).toEqual([
          `${folder}/${platform}-${arch}.node`,
        ])
      }
    },
  )

  it('neither publishes nor looks for updates', () => {
    expect(configuration.publish).toBeNull()
    expect(nsis?.differentialPackage).toBe(false)
    expect(dmg?.writeUpdateInfo).toBe(false)
  })

  it('installs for one user without an administrator and never deletes the workspace', () => {
    expect(nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
  })

  it('flips the fuses, and leaves nothing but natives outside the checked archive', () => {
    expect(configuration.afterPack).toBe(afterPack)
    expect(configuration.asar).toEqual({ smartUnpack: false })
    expect(configuration.asarUnpack).toEqual([expect.stringMatching(/\*\.node$/)])
    expect((configuration as Configuration).disableAsarIntegrity).toBeUndefined()
  })

  it('hardens the macOS program and asks for one entitlement', () => {
    expect(mac?.hardenedRuntime).toBe(true)
    const plist = readFileSync(join(root, String(mac?.entitlements)), 'utf8')
    expect([...plist.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })
})
