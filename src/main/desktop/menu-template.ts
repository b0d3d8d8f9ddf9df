import type { MenuItemConstructorOptions } from 'electron'
import { stepWords } from '../../shared/edit-labels'
import type { NextSteps, StepSummary } from '../../shared/edits'
import { acceleratorOf, commands, type CommandId, type MenuId } from '../../shared/commands'

/** The first commands of the Edit menu. */
const UNDO_AND_REDO = 2

type Item = MenuItemConstructorOptions

/**
 * The native menu, made from the command table; beside it only what every system's menu has.
 * `run` is told which command was chosen; `next` names what undo and redo would take.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  run: (id: CommandId) => void,
  next: NextSteps = { undo: null, redo: null },
): Item[] {
  const mac = platform === 'darwin'
  const step = (id: CommandId): StepSummary | null =>
    id === 'edit.undo' ? next.undo : id === 'edit.redo' ? next.redo : null
  const named = (id: CommandId, label: string) => {
    const words = step(id)
    return words === null ? label : `${label} ${stepWords(words)}`
  }
  const items = (menu: MenuId): Item[] =>
    commands
      .filter((command) => command.menu === menu)
      .map((command) => ({ ...command, accelerator: acceleratorOf(command, platform) }))
      .map(({ id, label, accelerator }) => ({
        id,
        label: named(id, label),
        ...(accelerator === undefined ? {} : { accelerator }),
        // In a field these keys are the field's own, which the page alone can tell.
        ...(id.startsWith('edit.') ? { registerAccelerator: false } : {}),
        click: () => {
          run(id)
        },
      }))
  const separator: Item = { type: 'separator' }
  return [
    ...(mac ? [{ role: 'appMenu' } as Item] : []),
    { label: '&File', submenu: [...items('file'), separator, { role: mac ? 'close' : 'quit' }] },
    {
      label: '&Edit',
      submenu: [
        ...items('edit').slice(0, UNDO_AND_REDO),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        ...items('edit').slice(UNDO_AND_REDO),
      ],
    },
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
