import { formatDay } from '../../../shared/calendar'
import { actionStatuses } from '../../../shared/actions'
import { listActions } from '../../services/engagement/actions'
import { requireProfileNamed } from '../../services/profiles'
import { actionsTable } from '../actions-table'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, oneOf, readOptions, required } from '../options'
import { reading } from '../workspace'

const options = {
  profile: { type: 'string' },
  status: { type: 'string', multiple: true },
} as const

/** `actions`: what is to be done for a partner, open ones first, by due date. */
export async function runActions(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('actions', options, args)
  noWords(positionals, 'actions')
  const name = required(values.profile, '--profile NAME', 'actions')
  const wanted = values.status?.map((status) => oneOf(status, actionStatuses, '--status'))
  return reading(values, environment, (workspace) => {
    const actions = listActions(workspace, requireProfileNamed(workspace, name).id).filter(
      ({ status }) => wanted?.includes(status) ?? true,
    )
    const today = formatDay(environment.clock.today())
    return { document: { actions }, text: actionsTable(actions, today) }
  })
}
