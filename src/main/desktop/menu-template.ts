import type { MenuItemConstructorOptions } from 'electron'
import { commands, type CommandId, type MenuId } from '../../shared/commands'

type Item = MenuItemConstructorOptions

/**
 * The native menu, made from the command table; beside it only what every system's menu has.
 * `run` is told which command was chosen.
 */
export function menuTemplate(platform: NodeJS.Platform, run: (id: CommandId) => void): Item[] {
  const mac = platform === 'darwin'
  const items = (menu: MenuId): Item[] =>
    commands
      .filter((command) => command.menu === menu)
      .map(({ id, label, accelerator }) => ({
        id,
        label,
        ...(accelerator === undefined ? {} : { accelerator }),
        click: () => {
          run(id)
        },
      }))
  const separator: Item = { type: 'separator' }
  return [
    ...(mac ? [{ role: 'appMenu' } as Item] : []),
    { label: '&File', submenu: [...items('file'), separator, { role: mac ? 'close' : 'quit' }] },
    { role: 'editMenu' },
    { label: '&Go', submenu: items('go') },
    {
      label: '&View',
      submenu: [
        ...items('view'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', submenu: [...items('help'), ...(mac ? [] : [{ role: 'about' } as Item])] },
  ]
}
