import { z } from 'zod'
import {
  browseExportQuery,
  browseFacets,
  browsePage,
  browsePageQuery,
  browseSelection,
  browseTable,
  browseTotals,
  browseView,
  savedViewSchema,
  viewId,
  viewName,
  viewShelfSchema,
} from './browse'
import { profileId } from './primitives'
import { job, procedure } from './procedure'

const browseErrors = [
  'profile-not-found',
  'edition-not-found',
  'input-invalid',
  'data-changed',
] as const

/** What the data screens ask: rows, what they add up to, and the views that somebody saved. */
export const browseProcedures = {
  'data.page': procedure('reader', browsePageQuery, browsePage, browseErrors),
  'data.totals': procedure('reader', browseSelection, browseTotals, browseErrors),
  'data.facets': procedure('reader', browseSelection, browseFacets, browseErrors),
  /** Asks where to save and writes all rows of a selection. `null`: the user closed the dialog. */
  'data.export': job(
    'desktop',
    browseExportQuery,
    z
      .object({ name: z.string(), bytes: z.int().positive(), rows: z.int().nonnegative() })
      .nullable(),
    [...browseErrors, 'rows-too-many', 'output-unwritable', 'cancelled'],
  ),

  'views.list': procedure(
    'reader',
    z.strictObject({ profileId, table: browseTable }),
    viewShelfSchema,
    ['profile-not-found'],
  ),
  'views.create': procedure(
    'writer',
    z.strictObject({ profileId, table: browseTable, name: viewName, view: browseView }),
    savedViewSchema,
    ['profile-not-found', 'view-name-invalid', 'view-exists', 'views-too-many'],
  ),
  'views.change': procedure(
    'writer',
    z.strictObject({ viewId, name: viewName.optional(), view: browseView.optional() }),
    savedViewSchema,
    ['view-not-found', 'view-name-invalid', 'view-exists'],
  ),
  'views.remove': procedure('writer', z.strictObject({ viewId }), savedViewSchema, [
    'view-not-found',
  ]),
  /** How a table is looked at now, for the next time it is opened. */
  'views.remember': procedure(
    'writer',
    z.strictObject({ profileId, table: browseTable, view: browseView }),
    z.strictObject({}),
    ['profile-not-found'],
  ),
} as const
