import { z } from 'zod'
import {
  addInput,
  anniversaryInput,
  changeInput,
  editableRowSchema,
  editDoneSchema,
  editNamesSchema,
  nextStepsSchema,
  partnerInput,
  renameInput,
  rowInput,
  stepInput,
  stepSummarySchema,
} from './edits'
import { manualInput, manualViewSchema } from './manual'
import { profileId } from './primitives'
import { procedure } from './procedure'

const nothing = z.strictObject({})

/** What is wrong with a value that was typed in. */
const valueErrors = [
  'value-missing',
  'number-invalid',
  'number-out-of-range',
  'date-invalid',
] as const

/** The part of the contract that is about changes by hand; see {@link ./contract}. */
export const editProcedures = {
  /** Undo and redo of changes by hand: one line of steps that survives a restart. */
  'edits.steps': procedure('reader', nothing, nextStepsSchema),
  'edits.undo': procedure('writer', stepInput, stepSummarySchema, [
    'nothing-to-undo',
    'step-not-next',
    'profile-exists',
  ]),
  'edits.redo': procedure('writer', stepInput, stepSummarySchema, [
    'nothing-to-redo',
    'step-not-next',
    'profile-exists',
  ]),
  'edits.row': procedure('reader', rowInput, editableRowSchema, [
    'profile-not-found',
    'row-not-found',
  ]),
  'edits.names': procedure('reader', z.strictObject({ profileId }), editNamesSchema, [
    'profile-not-found',
  ]),
  'edits.add': procedure('writer', addInput, editDoneSchema, [
    ...valueErrors,
    'profile-not-found',
    'tenant-id-invalid',
    'month-invalid',
  ]),
  'edits.change': procedure('writer', changeInput, editDoneSchema, [
    ...valueErrors,
    'profile-not-found',
    'row-not-found',
    'input-invalid',
  ]),
  'edits.rename': procedure('writer', renameInput, nothing, [
    'profile-not-found',
    'customer-not-found',
    'tenant-id-invalid',
    'value-missing',
  ]),
  'edits.anniversary': procedure('writer', anniversaryInput, nothing, ['profile-not-found']),
  'edits.partner': procedure('writer', partnerInput, nothing, [
    'profile-not-found',
    'profile-name-invalid',
    'profile-exists',
  ]),

  /** Totals typed in for a partner without files. */
  'manual.get': procedure('reader', z.strictObject({ profileId }), manualViewSchema, [
    'profile-not-found',
  ]),
  'manual.set': procedure('writer', manualInput, nothing, [
    'profile-not-found',
    'edition-not-found',
    'edition-invalid',
    'totals-invalid',
  ]),
  'manual.clear': procedure('writer', z.strictObject({ profileId }), nothing, [
    'profile-not-found',
  ]),
} as const
