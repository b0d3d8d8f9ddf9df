import { onScopeDispose } from 'vue'
import type { Router } from 'vue-router'
import { acceleratorOf, commands, type CommandId } from '../../shared/commands'
import { isMetricId } from './metric-order'
import { isPressed } from './accelerators'
import { bridge } from './client'
import { movePane } from './panes'
import { useSessionStore, type ShellDialog } from './session-store'
import { useWorkspaceStore } from './workspace-store'

export type RunCommand = (id: CommandId) => void

/** What commands start that is done outside of this file. */
export interface CommandActions {
  readonly exportReport: (profileId: number) => void
  readonly takeSnapshot: (profileId: number) => void
  readonly undo: () => void
  readonly redo: () => void
}

const dialogs: Partial<Record<CommandId, ShellDialog>> = {
  'add.usage': 'add-usage',
  'add.seats': 'add-seats',
  'add.certification': 'add-certification',
}

const screens: Partial<Record<CommandId, string>> = {
  'go.overview': 'overview',
  'go.history': 'history',
  'go.plan': 'plan',
  'go.scenarios': 'scenarios',
  'go.customers': 'data-customers',
  'go.people': 'data-people',
  'go.azure': 'data-azure',
  'go.m365': 'data-m365',
  'go.import': 'import',
  'go.imports': 'imports',
  'go.report': 'report',
}

/**
 * Runs commands from the native menu and from the keyboard. The page sees a key press before the
 * menu does; preventing its default keeps the menu from running the command a second time.
 */
export function useCommands(router: Router, actions: CommandActions): RunCommand {
  const session = useSessionStore()
  const workspace = useWorkspaceStore()

  const run: RunCommand = (id) => {
    if (id === 'view.privacy') {
      // Somebody came to look on: hide at once, and leave what is being typed in a dialog alone.
      session.privacy = !session.privacy
      return
    }
    if (id === 'edit.undo' || id === 'edit.redo') {
      const step = id === 'edit.undo' ? 'undo' : 'redo'
      // Chosen in the menu while something is being typed: then the typing is meant.
      if (isTyping()) document.execCommand(step)
      else actions[step]()
      return
    }
    if (id === 'pane.next' || id === 'pane.previous') {
      // A dialog keeps the focus until it is closed.
      if (session.dialog === null) movePane(id === 'pane.next' ? 1 : -1)
      return
    }
    session.dialog = null
    if (id === 'palette.open') session.dialog = 'palette'
    else if (id === 'history.back') router.back()
    else if (id === 'history.forward') router.forward()
    else if (id === 'go.settings') void router.push({ name: 'settings' })
    else if (id === 'go.portfolio') void router.push({ name: 'portfolio' })
    else if (id === 'go.rules') void router.push({ name: 'rules' })
    else if (id === 'partner.switch') session.dialog = 'switcher'
    else if (id === 'partner.add') session.dialog = 'new-partner'
    else if (id === 'help.manual') openHelp()
    else if (id === 'help.shortcuts') session.dialog = 'shortcuts'
    else if (session.profileId === null) session.dialog = 'switcher'
    else runForPartner(id, session.profileId)
  }

  /** At the chapter of the screen that is open; on the help screen itself nothing changes. */
  const openHelp = () => {
    const { name } = router.currentRoute.value
    if (name !== 'help') void router.push({ name: 'help', query: { screen: String(name) } })
  }

  const runForPartner = (id: CommandId, profileId: number) => {
    const screen = screens[id]
    const dialog = dialogs[id]
    const metricId = id.slice('go.'.length)
    if (id === 'report.export') actions.exportReport(profileId)
    else if (id === 'snapshot.take') actions.takeSnapshot(profileId)
    else if (dialog !== undefined) session.dialog = dialog
    else if (screen !== undefined) void router.push({ name: screen, params: { profileId } })
    else if (isMetricId(metricId))
      void router.push({ name: 'metric', params: { profileId, metricId } })
  }

  const onKey = (event: KeyboardEvent) => {
    const platform = workspace.info?.platform ?? 'linux'
    const command = commands.find((each) =>
      [acceleratorOf(each, platform), each.also].some(
        (keys) => keys && isPressed(keys, event, platform),
      ),
    )
    // A field undoes its own typing.
    if (!command || (command.menu === 'edit' && isTyping())) return
    event.preventDefault()
    // A key that is held down asks once.
    if (!event.repeat) run(command.id)
  }
  window.addEventListener('keydown', onKey)
  const unsubscribe = bridge().events.onCommand(run)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKey)
    unsubscribe()
  })
  return run
}

/** Whether a field that takes text has the focus. */
function isTyping(): boolean {
  const field = document.activeElement
  if (field instanceof HTMLInputElement) return !['checkbox', 'radio', 'range'].includes(field.type)
  return field instanceof HTMLTextAreaElement
}
