import { z } from 'zod'
import { brandingSchema } from './branding'
import { exportedSchema } from './exports'
import { profileId, sha256 } from './primitives'
import { job, procedure } from './procedure'
import { reportQuery } from './queries'
import { printableSchema, reportFormat, reportModelSchema } from './report'

/** The part of the contract that makes reports and remembers them. */
export const reportProcedures = {
  'reports.model': procedure('reader', reportQuery, reportModelSchema, ['profile-not-found']),
  /** What the print page asks for: the model of the report it was opened to print. */
  'reports.printing': procedure('desktop', z.strictObject({}), printableSchema),
  /** Asks where to save, prints, writes, and notes the export. `null`: the user closed the dialog. */
  'reports.export': job(
    'desktop',
    reportQuery.omit({ allCustomers: true, inputs: true }).extend({ format: reportFormat }),
    z
      .object({ name: z.string(), bytes: z.int().positive(), sha256, pages: z.int().nonnegative() })
      .nullable(),
    ['profile-not-found', 'output-unwritable', 'cancelled'],
  ),
  /** The exports of a partner, the last one first. */
  'reports.history': procedure('reader', z.strictObject({ profileId }), z.array(exportedSchema), [
    'profile-not-found',
  ]),
  /** What the firm chose for all its reports, and for this partner. */
  'reports.branding': procedure(
    'reader',
    z.strictObject({ profileId }),
    z.object({ firm: brandingSchema, partner: brandingSchema }),
    ['profile-not-found'],
  ),
  /** `for: firm` changes what all reports of the workspace start from. */
  'reports.brand': procedure(
    'writer',
    z.strictObject({ profileId, for: z.enum(['firm', 'partner']), branding: brandingSchema }),
    brandingSchema,
    ['profile-not-found', 'branding-colour-too-light'],
  ),
} as const
