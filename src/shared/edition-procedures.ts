import { z } from 'zod'
import { browseProcedures } from './browse-procedures'
import {
  editionCheckSchema,
  editionComparisonSchema,
  editionId,
  editionSummarySchema,
  editionViewSchema,
} from './editions'
import { editProcedures } from './edit-procedures'
import { profileId } from './primitives'
import { oneFile, procedure, textFileErrors } from './procedure'

const nothing = z.strictObject({})

/** Procedures about the editions of the rules, the product's own and those of the user. */
export const editionProcedures = {
  'editions.list': procedure('reader', nothing, z.array(editionSummarySchema)),
  'editions.get': procedure('reader', z.strictObject({ id: editionId }), editionViewSchema, [
    'edition-not-found',
    'edition-invalid',
  ]),
  'editions.compare': procedure(
    'reader',
    z.strictObject({ left: editionId, right: editionId }),
    editionComparisonSchema,
    ['edition-not-found', 'edition-invalid'],
  ),
  /** Everything that is wrong with a file, or what it would add; stores nothing. */
  'editions.check': procedure('writer', oneFile, editionCheckSchema, textFileErrors),
  'editions.add': procedure('writer', oneFile, editionSummarySchema, [
    ...textFileErrors,
    'edition-invalid',
    'edition-id-taken',
  ]),
  'editions.remove': procedure('writer', z.strictObject({ id: editionId }), nothing, [
    'edition-not-found',
    'edition-built-in',
  ]),
  /** Which edition a partner is scored with whatever the date; null: that of the score date. */
  'editions.choose': procedure(
    'writer',
    z.strictObject({ profileId, edition: editionId.nullable() }),
    nothing,
    ['profile-not-found', 'edition-not-found', 'edition-invalid'],
  ),

  ...browseProcedures,
  ...editProcedures,
} as const
