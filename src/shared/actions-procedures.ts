import { z } from 'zod'
import { actionChange, actionId, actionSchema, newAction } from './actions'
import { profileId } from './primitives'
import { procedure } from './procedure'

/** The part of the contract that is about actions; see {@link ./contract}. */
export const actionProcedures = {
  /** Open ones first, then in progress, done, dropped; within each by due date, undated last. */
  'actions.list': procedure('reader', z.strictObject({ profileId }), z.array(actionSchema), [
    'profile-not-found',
  ]),
  'actions.create': procedure('writer', newAction, actionSchema, [
    'profile-not-found',
    'value-missing',
    'actions-too-many',
  ]),
  /** What is left out stays as it is. */
  'actions.change': procedure('writer', actionChange, actionSchema, [
    'action-not-found',
    'value-missing',
  ]),
  'actions.remove': procedure('writer', z.strictObject({ actionId }), actionSchema, [
    'action-not-found',
  ]),
} as const
