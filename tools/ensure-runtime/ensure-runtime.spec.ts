import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { installedElectron } from './electron-binary.mjs'
import { ensureRuntime } from './ensure-runtime.mjs'
import { standInFolder } from './stand-in.mjs'

const folder = mkdtempSync(join(tmpdir(), 'seventy-runtime-'))
const browser = join(folder, 'a-browser')
writeFileSync(browser, '', { mode: 0o755 })
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('what runs the program', () => {
  it('is the stand-in with an installed browser where Electron cannot be shown', async () => {
    const runtime = await ensureRuntime({ SEVENTY_BROWSER: browser }, 'linux')
    expect(runtime).toMatchObject({
      kind: 'stand-in',
      executable: join(standInFolder, 'electron'),
      env: { ELECTRON_OVERRIDE_DIST_PATH: standInFolder, SEVENTY_BROWSER: browser },
    })
    expect(existsSync(runtime.executable)).toBe(true)
    expect(existsSync(runtime.command.at(-1) ?? '')).toBe(true)
  })

  it('is started as a file on Windows, but spawned without a shell', async () => {
    const runtime = await ensureRuntime(
      { SEVENTY_BROWSER: browser, E2E_TARGET: 'stand-in' },
      'win32',
    )
    expect(runtime.executable).toBe(join(standInFolder, 'electron.cmd'))
    expect(existsSync(runtime.executable)).toBe(true)
    expect(runtime.command[0]).toBe(process.execPath)
  })

  it('is Electron from the folder that was named', async () => {
    const dist = join(folder, 'dist')
    const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
    const binary = join(dist, name[process.platform as 'win32'] ?? 'electron')
    mkdirSync(join(binary, '..'), { recursive: true })
    writeFileSync(binary, '')
    const runtime = await ensureRuntime({
      ELECTRON_OVERRIDE_DIST_PATH: dist,
      E2E_TARGET: 'electron',
    })
    expect(runtime).toMatchObject({ kind: 'electron', executable: binary })
  })

  it('does not take the stand-in itself for Electron', () => {
    const found = installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: standInFolder })
    expect(found?.startsWith(standInFolder) ?? false).toBe(false)
  })
})
