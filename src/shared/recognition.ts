import { z } from 'zod'
import { fileChoices } from './imports'
import { fileInspectionSchema } from './inspection'
import { savedLayoutSchema } from './layouts'
import { partnerLocationSchema } from './locations'
import { fileToken, profileId, sha256 } from './primitives'
import { oneFile, procedure, textFileErrors } from './procedure'

const nothing = z.strictObject({})

/** Procedures about what files are: which of their columns is which, and the locations they tell of. */
export const recognitionProcedures = {
  /** A look at the first rows: what the files could be, and which column is which. Stores nothing. */
  'imports.inspect': procedure(
    'reader',
    z.strictObject({
      files: z.array(fileToken).min(1).max(200),
      /** In the order of the files; files beyond its end are taken as recognised. */
      choices: z.array(fileChoices).max(200).optional(),
    }),
    z.array(fileInspectionSchema),
    ['file-token-unknown'],
  ),

  'layouts.list': procedure('reader', nothing, z.array(savedLayoutSchema)),
  'layouts.remove': procedure('writer', z.strictObject({ fingerprint: sha256 }), nothing, [
    'layout-not-found',
  ]),
  /** Asks where to save. `null`: the user closed the dialog. */
  'layouts.export': procedure('desktop', nothing, z.object({ name: z.string() }).nullable(), [
    'output-unwritable',
  ]),
  'layouts.import': procedure('writer', oneFile, z.object({ count: z.int().nonnegative() }), [
    ...textFileErrors,
    'layouts-file-invalid',
  ]),

  'locations.list': procedure(
    'reader',
    z.strictObject({ profileId }),
    z.array(partnerLocationSchema),
    ['profile-not-found'],
  ),
} as const
