import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { acceleratorOf, commands } from '../../shared/commands'
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
      for (const command of commands) {
        const accelerator = acceleratorOf(command, platform)
        const { id } = command
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

  it('names what undo and redo would take, and leaves their keys to the page', () => {
    const step = (to: string) => ({
      ...{ id: 1, at: '2023-12-15T08:00:00.000Z', who: 'ada', profileId: 1, partner: 'Nordlicht' },
      ...{ label: 'customer-renamed' as const, values: { from: 'Brook', to } },
    })
    const next = { undo: step('Mill'), redo: step('Harbour') }
    const items = flatten(menuTemplate('win32', () => undefined, next))
    const item = (id: string) => items.find((each) => each.id === id)
    expect(item('edit.undo')).toMatchObject({
      label: 'Undo rename of customer Brook to Mill (Nordlicht)',
      registerAccelerator: false,
    })
    expect(item('edit.redo')?.label).toBe('Redo rename of customer Brook to Harbour (Nordlicht)')
  })

  it('begins with the application menu on macOS only', () => {
    expect(menuTemplate('darwin', () => undefined)[0]?.role).toBe('appMenu')
    expect(menuTemplate('win32', () => undefined)[0]?.role).toBeUndefined()
  })
})
