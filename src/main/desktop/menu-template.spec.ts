import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { commands } from '../../shared/commands'
import { menuTemplate } from './menu-template'

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flatten(item.submenu) : []),
  ])
}

describe('the native menu', () => {
  it.each(['win32', 'darwin', 'linux'] as const)(
    'holds every command with its shortcut on %s',
    (platform) => {
      const items = flatten(menuTemplate(platform, () => undefined))
      for (const { id, accelerator } of commands) {
        expect(items.find((item) => item.id === id)?.accelerator).toBe(accelerator)
      }
    },
  )

  it('tells which command was chosen', () => {
    const run = vi.fn()
    const item = flatten(menuTemplate('linux', run)).find(({ id }) => id === 'go.import')
    ;(item?.click as () => void)()
    expect(run).toHaveBeenCalledExactlyOnceWith('go.import')
  })

  it('begins with the application menu on macOS only', () => {
    expect(menuTemplate('darwin', () => undefined)[0]?.role).toBe('appMenu')
    expect(menuTemplate('win32', () => undefined)[0]?.role).toBeUndefined()
  })
})
