import { z } from 'zod'
import { scenarioProcedures } from './scenario-procedures'
import { editionProcedures } from './edition-procedures'
import { actionProcedures } from './actions-procedures'
import { alertSchema } from './alerts'
import { changesSchema } from './changes'
import { explanationSchema, leftOutSchema, rowPageSchema } from './explanation'
import { forecastSchema } from './forecast'
import { importProcedures } from './import-procedures'
import { importReportSchema, savedRejectsSchema } from './import-review'
import { dateOrder, fileChoices, importedFileSchema, importMode } from './imports'
import { noteProcedures } from './notes-procedures'
import { planSchema, planSettingsSchema } from './plan'
import { fileToken, isoDate, profileId } from './primitives'
import { portfolioEntrySchema, profileName, profileSchema, profileSummarySchema } from './profiles'
import { reportProcedures } from './report-procedures'
import { job, procedure, type Procedure, type Runs } from './procedure'
import { recognitionProcedures } from './recognition'
import {
  changesQuery,
  forecastQuery,
  planQuery,
  rowsQuery,
  scoreQuery,
  sectionQuery,
  trendQuery,
} from './queries'
import { metricDetailSchema, metricId, scoreSchema } from './score'
import { snapshotProcedures } from './snapshots-procedures'
import { settingsSchema } from './settings'
import { trendSchema } from './trend'
import { workspaceProcedures } from './workspace-procedures'

const nothing = z.strictObject({})

const chosenFile = z.object({ token: fileToken, name: z.string(), bytes: z.int().nonnegative() })

const importInput = z.strictObject({
  profileId,
  files: z.array(fileToken).min(1).max(200),
  mode: importMode,
  skipBadRows: z.boolean(),
  dateOrder: dateOrder.optional(),
  /** In the order of the files; files beyond its end are taken as recognised. */
  choices: z.array(fileChoices).max(200).optional(),
})

const importErrors = ['profile-not-found', 'file-token-unknown', 'cancelled'] as const

/**
 * The contract between the window and the rest: one table from procedure name to what goes in, what
 * comes out and which errors a caller has to expect (beyond `internal` and the `workspace-*` family).
 *
 * `runs` says which thread answers: `desktop` the main process (dialogs, printing), `reader` the
 * thread with the read-only store and the engine, `writer` the thread that alone changes the
 * workspace. A `job` answers at once with its id and reports progress and result as events.
 */
export const contract = {
  'app.info': procedure(
    'desktop',
    nothing,
    z.object({
      version: z.string(),
      platform: z.enum(['win32', 'darwin', 'linux']),
      workspace: z.string(),
      today: isoDate,
      editions: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  'app.ping': procedure('desktop', nothing, nothing),

  'files.choose': procedure(
    'desktop',
    /** Which files the dialog shows: those to import, unless told otherwise. */
    z.strictObject({ kind: z.enum(['data', 'edition', 'layouts']).optional() }),
    z.array(chosenFile),
  ),
  'files.describe': procedure(
    'desktop',
    z.strictObject({ tokens: z.array(fileToken) }),
    z.array(chosenFile),
    ['file-token-unknown'],
  ),

  'profiles.list': procedure('reader', nothing, z.array(profileSummarySchema)),
  'profiles.add': procedure(
    'writer',
    z.strictObject({ name: profileName, mpnId: z.string().trim().max(40).nullable() }),
    profileSchema,
    ['profile-exists', 'profile-name-invalid'],
  ),
  'profiles.remove': procedure('writer', z.strictObject({ profileId }), nothing, [
    'profile-not-found',
  ]),

  'portfolio.list': procedure('reader', nothing, z.array(portfolioEntrySchema)),

  /** What should be known about a partner before it happens, urgent first. */
  'score.alerts': procedure('reader', scoreQuery, z.array(alertSchema), [
    'profile-not-found',
    'edition-not-found',
  ]),

  'score.get': procedure('reader', scoreQuery, scoreSchema, [
    'profile-not-found',
    'edition-not-found',
  ]),
  'score.trend': procedure('reader', trendQuery, trendSchema, [
    'profile-not-found',
    'edition-not-found',
  ]),
  'score.metric': procedure('reader', scoreQuery.extend({ metricId }), metricDetailSchema, [
    'profile-not-found',
    'edition-not-found',
  ]),
  'score.forecast': procedure('reader', forecastQuery, forecastSchema, [
    'profile-not-found',
    'edition-not-found',
    'input-invalid',
  ]),
  'score.changes': procedure('reader', changesQuery, changesSchema, [
    'profile-not-found',
    'edition-not-found',
    'input-invalid',
  ]),
  'score.plan': procedure('reader', planQuery, planSchema, [
    'profile-not-found',
    'edition-not-found',
    'input-invalid',
  ]),
  /** The effort and limits saved for a partner's plans. */
  'plans.get': procedure('reader', z.strictObject({ profileId }), planSettingsSchema, [
    'profile-not-found',
  ]),
  /** Saves all of them anew. */
  'plans.set': procedure(
    'writer',
    z.strictObject({ profileId, settings: planSettingsSchema }),
    planSettingsSchema,
    ['profile-not-found'],
  ),
  'score.explanation': procedure('reader', scoreQuery.extend({ metricId }), explanationSchema, [
    'profile-not-found',
    'edition-not-found',
  ]),
  'score.omissions': procedure('reader', sectionQuery, leftOutSchema, [
    'profile-not-found',
    'edition-not-found',
    'input-invalid',
  ]),
  'score.rows': procedure('reader', rowsQuery, rowPageSchema, [
    'profile-not-found',
    'edition-not-found',
    'input-invalid',
  ]),

  ...scenarioProcedures,

  'imports.list': procedure('reader', z.strictObject({ profileId }), z.array(importedFileSchema), [
    'profile-not-found',
  ]),
  /** Everything an import does, except that nothing is stored. */
  'imports.check': job('writer', importInput, importReportSchema, importErrors),
  'imports.commit': job('writer', importInput, importReportSchema, [
    ...importErrors,
    'rows-rejected',
  ]),

  ...recognitionProcedures,
  /** Checks the files and saves their bad rows, each with its reason. `null`: the dialog was closed. */
  'imports.rejects': job('desktop', importInput, savedRejectsSchema.nullable(), [
    ...importErrors,
    'output-unwritable',
  ]),
  ...importProcedures,

  'sample.create': job('writer', nothing, z.array(profileSchema)),

  ...reportProcedures,

  ...editionProcedures,
  ...workspaceProcedures,
  ...actionProcedures,
  ...noteProcedures,
  ...snapshotProcedures,

  'settings.get': procedure('reader', nothing, settingsSchema),
  'settings.set': procedure('writer', settingsSchema.partial(), settingsSchema),

  'jobs.cancel': procedure('desktop', z.strictObject({ jobId: z.uuid() }), nothing, [
    'job-not-found',
  ]),
} as const satisfies Record<string, Procedure>

export type Contract = typeof contract
export type ProcedureName = keyof Contract

export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>
export type Output<N extends ProcedureName> = z.output<Contract[N]['output']>

/** Names of the procedures that a given thread answers. */
export type NamesOf<R extends Runs> = {
  [N in ProcedureName]: Contract[N]['runs'] extends R ? N : never
}[ProcedureName]

export type JobName = {
  [N in ProcedureName]: Contract[N]['job'] extends true ? N : never
}[ProcedureName]

/** What an `invoke` of a procedure resolves to: its output, or for a job its id. */
export type Answer<N extends ProcedureName> = N extends JobName
  ? { readonly jobId: string }
  : Output<N>

/** Input as a handler receives it, after parsing. */
export type Parsed<N extends ProcedureName> = z.output<Contract[N]['input']>
