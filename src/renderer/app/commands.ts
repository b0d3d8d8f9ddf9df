import { onScopeDispose } from 'vue'
import type { Router } from 'vue-router'
import { commands, type CommandId } from '../../shared/commands'
import { isMetricId } from './metric-order'
import { isPressed } from './accelerators'
import { bridge } from './client'
import { useSessionStore } from './session-store'
import { useWorkspaceStore } from './workspace-store'

export type RunCommand = (id: CommandId) => void

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
export function useCommands(router: Router, exportReport: (profileId: number) => void): RunCommand {
  const session = useSessionStore()
  const workspace = useWorkspaceStore()

  const run: RunCommand = (id) => {
    if (id === 'view.privacy') {
      // Somebody came to look on: hide at once, and leave what is being typed in a dialog alone.
      session.privacy = !session.privacy
      return
    }
    session.dialog = null
    if (id === 'go.portfolio') void router.push({ name: 'portfolio' })
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
    const metricId = id.slice('go.'.length)
    if (id === 'report.export') exportReport(profileId)
    else if (screen !== undefined) void router.push({ name: screen, params: { profileId } })
    else if (isMetricId(metricId))
      void router.push({ name: 'metric', params: { profileId, metricId } })
  }

  const onKey = (event: KeyboardEvent) => {
    const platform = workspace.info?.platform ?? 'linux'
    const command = commands.find(
      ({ accelerator }) => accelerator && isPressed(accelerator, event, platform),
    )
    if (!command) return
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
