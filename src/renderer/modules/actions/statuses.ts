import type { ActionStatus } from '../../../shared/actions'

/** In the order in which work goes through them. */
export const actionStatusIds = [
  'open',
  'in-progress',
  'done',
  'dropped',
] as const satisfies readonly ActionStatus[]
