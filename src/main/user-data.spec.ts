import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultWorkspace, userDataFolder } from './user-data'

describe("the user's data folder", () => {
  it('is the one that each system keeps for programs', () => {
    expect(userDataFolder('win32', { APPDATA: 'roaming' })).toBe(join('roaming', 'Seventy'))
    expect(userDataFolder('darwin', {})).toMatch(/Library.Application Support.Seventy$/)
    expect(userDataFolder('linux', { XDG_CONFIG_HOME: '/conf' })).toBe(join('/conf', 'Seventy'))
    expect(userDataFolder('linux', {})).toMatch(/\.config.Seventy$/)
  })

  it('can be moved, and the workspace with it', () => {
    const folder = userDataFolder('darwin', { SEVENTY_DATA_DIR: '/secret' })
    expect(defaultWorkspace(folder)).toBe(join('/secret', 'workspace.seventy'))
  })
})
