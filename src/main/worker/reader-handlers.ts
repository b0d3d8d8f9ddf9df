import { basename } from 'node:path'
import { AUDIT_ENTRIES_SHOWN } from '../../shared/workspace-procedures'
import { newReportId } from '../reporting/report-id'
import { rowToEdit } from '../services/edits/changes'
import { namesOf } from '../services/edits/known-names'
import { nextSteps } from '../services/edits/log'
import type { ReadableEdits } from '../services/edits/ports'
import type { WithEngagement } from '../services/engagement/ports'
import { compareEditions, listEditions, viewEdition } from '../services/editions'
import { listImports, type StoredImports } from '../services/import-history'
import { readBranding, type ReadableBranding } from '../services/branding'
import { exportHistory, type ReadableExports } from '../services/exports'
import { inspectFiles } from '../services/inspect-files'
import type { FileInspector } from '../services/intake-ports'
import type {
  Clock,
  ReadableLayouts,
  ReadableLocations,
  ReadableProfileSettings,
  ReadableScenarios,
  ReadableWorkspace,
} from '../services/ports'
import { alertsOf } from '../services/alerts'
import { listTreatedNames } from '../services/treated-names'
import { findSubjects } from '../services/workspace/find'
import type { AuditTrail, SearchableNames } from '../services/workspace/ports'
import { Browse } from '../services/browse/browse'
import type { BrowsableRows, ReadableViews } from '../services/browse/ports'
import { listViews } from '../services/browse/views'
import { Explanations } from '../services/explanations'
import { plan, readPlanSettings } from '../services/plans'
import { manualView } from '../services/manual'
import { listProfiles, requireProfile } from '../services/profiles'
import { buildReportModel } from '../services/report-model'
import { forecast } from '../services/forecast'
import { choicesFor, compareScenarios } from '../services/scenario-scores'
import { listScenarios } from '../services/scenarios'
import { Portfolio } from '../services/portfolio'
import { Scores } from '../services/scores'
import type { StoredRows } from '../services/stored-rows'
import { readSettings } from '../services/settings'
import { bytesOnDisk } from '../store/files-on-disk'
import { engagementReader } from './engagement-handlers'
import type { ReaderCall } from './protocol'
import type { Handlers } from './handlers'

/** What only looks: scores, lists, the report as data. */
export function readerHandlers(context: {
  readonly workspace: ReadableWorkspace &
    ReadableScenarios &
    ReadableProfileSettings &
    ReadableLayouts &
    ReadableLocations &
    StoredImports &
    StoredRows &
    BrowsableRows &
    ReadableViews &
    ReadableEdits &
    SearchableNames &
    AuditTrail &
    ReadableExports &
    ReadableBranding &
    WithEngagement
  readonly inspector: FileInspector
  readonly clock: Clock
  readonly appVersion: string
}): Handlers<ReaderCall> {
  const { workspace, clock } = context
  const scores = new Scores(workspace, clock)
  const explanations = new Explanations(workspace, scores)
  const portfolio = new Portfolio({ workspace, scores, clock })
  const browse = new Browse(workspace, scores, letOthersRun)
  return {
    'profiles.list': () => listProfiles(workspace, clock),
    'portfolio.list': () => portfolio.list(),
    'score.alerts': (input) => alertsOf({ workspace, scores, clock }, input),
    'score.get': (input) => scores.score(input),
    'score.trend': (input) => scores.trend(input),
    'score.metric': ({ metricId, ...input }) => scores.metric(input, metricId),
    'score.changes': (input) => scores.changes(input),
    'score.plan': (input) => plan({ workspace, scores }, input),
    'plans.get': ({ profileId }) => readPlanSettings(workspace, profileId),
    'score.explanation': ({ metricId, ...input }) => explanations.metric(input, metricId),
    'score.omissions': (input) => explanations.leftOut(input),
    'score.rows': (input) => explanations.rows(input),
    'score.forecast': (input) => forecast({ workspace, scores }, input),
    'scenarios.list': ({ profileId }) => [...listScenarios(workspace, profileId)],
    'scenarios.choices': (input) => choicesFor({ workspace, scores }, input),
    'scenarios.compare': (input) => compareScenarios({ workspace, scores }, input),
    'imports.list': ({ profileId }) => [
      ...workspace.files(requireProfile(workspace, profileId).id),
    ],
    'imports.inspect': (input, control) => inspectFiles({ ...context, control }, input),
    'layouts.list': () => [...workspace.layouts()],
    'locations.list': ({ profileId }) => [
      ...workspace.locations(requireProfile(workspace, profileId).id),
    ],
    'imports.history': ({ profileId }) => listImports(workspace, profileId),
    'names.list': () => listTreatedNames(workspace),
    'reports.model': ({ allCustomers, ...input }) =>
      buildReportModel(
        { ...context, scores, explanations, newReportId },
        allCustomers ? { ...input, annexRows: Infinity } : input,
      ),
    'reports.branding': ({ profileId }) => readBranding(workspace, profileId),
    'reports.history': ({ profileId }) => exportHistory(workspace, profileId),
    // Loading the PDF library takes as long as the rest of the thread's start; most starts print nothing.
    'reports.finish': async ({ pdf, model }) => {
      const { finishPdf } = await import('../reporting/finish-pdf')
      return finishPdf(pdf, model)
    },
    'data.page': (input) => browse.page(input),
    'data.totals': (input) => browse.totals(input),
    'data.facets': (input) => browse.facets(input),
    'data.write': async ({ path, ...input }, control) => {
      const { exportRows } = await import('../reporting/export-rows')
      return exportRows(browse, input, path, control)
    },
    'views.list': ({ profileId, table }) => listViews(workspace, profileId, table),
    'editions.list': () => listEditions(workspace),
    'editions.get': ({ id }) => viewEdition(workspace, id),
    'editions.compare': ({ left, right }) => compareEditions(workspace, left, right),
    'edits.steps': () => nextSteps(workspace),
    'edits.row': (input) => rowToEdit(workspace, input),
    'edits.names': ({ profileId }) =>
      namesOf(
        scores.editionsOf(profileId),
        workspace.profileState(profileId).newestMonth,
        clock.today(),
      ),
    ...engagementReader({ workspace, scores }),
    'manual.get': ({ profileId }) => manualView(workspace, scores, profileId),
    'search.find': (input) => findSubjects(workspace, input),
    'workspace.state': () => ({ path: workspace.path, bytes: bytesOnDisk(workspace.path) }),
    'workspace.audit': () => [...workspace.auditEntries(AUDIT_ENTRIES_SHOWN)],
    'workspace.copy': async ({ path }, { cancelled }) => {
      const { backUp } = await import('../store/backup')
      return { name: basename(path), bytes: backUp(workspace.path, path, cancelled) }
    },
    'workspace.prove': (_input, { cancelled }) => {
      const { checks, ...result } = workspace.verify(cancelled)
      return { ...result, checks: [...checks] }
    },
    'settings.get': () => readSettings(workspace),
  }
}

/** A message that came in meanwhile is answered before the work goes on. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
