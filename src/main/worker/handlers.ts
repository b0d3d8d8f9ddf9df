import { newReportId } from '../reporting/report-id'
import {
  addRow,
  changeRow,
  renameCustomer,
  renamePartner,
  rowToEdit,
} from '../services/edits/changes'
import { setAnniversary } from '../services/edits/anniversary'
import { namesOf } from '../services/edits/known-names'
import { nextSteps, redoStep, undoStep } from '../services/edits/log'
import type { ReadableEdits, WritableEdits } from '../services/edits/ports'
import type { WithEngagement } from '../services/engagement/ports'
import {
  addEdition,
  checkEditionFile,
  chooseEdition,
  compareEditions,
  listEditions,
  removeEdition,
  viewEdition,
} from '../services/editions'
import {
  eraseImport,
  listImports,
  restoreImport,
  withdrawImport,
  type StoredImports,
  type WithdrawableImports,
} from '../services/import-history'
import {
  checkFiles,
  importFiles,
  type ImportContext,
  type ImportRequest,
} from '../services/import-files'
import { inspectFiles } from '../services/inspect-files'
import { importLayouts, removeLayout } from '../services/layouts'
import type {
  Clock,
  FileInspector,
  Intake,
  ReadableLayouts,
  ReadableLocations,
  ReadableProfileSettings,
  ReadableScenarios,
  ReadableWorkspace,
  TextFiles,
  WorkControl,
  WritableLayouts,
  WritableProfileSettings,
  WritableScenarios,
  WritableWorkspace,
} from '../services/ports'
import { alertsOf } from '../services/alerts'
import { forgetName, listTreatedNames, treatName } from '../services/treated-names'
import { Browse } from '../services/browse/browse'
import type { BrowsableRows, ReadableViews, WritableViews } from '../services/browse/ports'
import {
  changeView,
  createView,
  listViews,
  rememberView,
  removeView,
} from '../services/browse/views'
import { Explanations } from '../services/explanations'
import { plan, readPlanSettings, savePlanSettings } from '../services/plans'
import { clearManualTotals, manualView, setManualTotals } from '../services/manual'
import { addProfile, listProfiles, removeProfile, requireProfile } from '../services/profiles'
import { prepareFiles } from '../services/prepare-files'
import { buildReportModel } from '../services/report-model'
import { createSample, type SampleFolder } from '../services/sample/create-sample'
import { forecast } from '../services/forecast'
import { choicesFor, compareScenarios } from '../services/scenario-scores'
import {
  changeScenario,
  createScenario,
  duplicateScenario,
  listScenarios,
  removeScenario,
} from '../services/scenarios'
import { Portfolio } from '../services/portfolio'
import { saveRejects } from '../services/save-rejects'
import { Scores } from '../services/scores'
import type { StoredRows } from '../services/stored-rows'
import { changeSettings, readSettings } from '../services/settings'
import { engagementReader, engagementWriter } from './engagement-handlers'
import type { ReaderCall, ThreadInput, ThreadOutput, WriterCall } from './protocol'

/** One handler for each call; the types make a missing one a compile error. */
export type Handlers<C extends keyof ThreadInput> = {
  readonly [N in C]: (
    input: ThreadInput[N],
    control: WorkControl,
  ) => ThreadOutput[N] | Promise<ThreadOutput[N]>
}

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
    'reports.model': (input) => buildReportModel({ ...context, scores, newReportId }, input),
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
    'settings.get': () => readSettings(workspace),
  }
}

/** What changes the workspace. */
export function writerHandlers(context: {
  readonly workspace: WritableWorkspace &
    WritableScenarios &
    WritableProfileSettings &
    WritableLayouts &
    WritableViews &
    WritableEdits &
    WithEngagement &
    WithdrawableImports
  readonly intake: Intake
  readonly textFiles: TextFiles
  readonly clock: Clock
  /** Name of the user at the operating system. */
  readonly userName?: string | null
  readonly sampleFolder: SampleFolder
}): Handlers<WriterCall> {
  const { workspace, clock, intake, textFiles } = context
  const importContext = (control: WorkControl): ImportContext => ({
    workspace,
    intake,
    clock,
    control,
    userName: context.userName ?? null,
  })
  const scores = new Scores(workspace, clock)
  const editing = {
    workspace,
    clock,
    editionsOf: (profileId: number) => scores.editionsOf(profileId),
  }
  return {
    'profiles.add': (input) => addProfile(workspace, clock, input),
    'profiles.remove': ({ profileId }) => {
      removeProfile(workspace, clock, profileId)
      return {}
    },
    'scenarios.create': (input) => createScenario(workspace, clock, input),
    'scenarios.change': (input) => changeScenario(workspace, clock, input),
    'scenarios.duplicate': ({ scenarioId }) => duplicateScenario(workspace, clock, scenarioId),
    'scenarios.remove': ({ scenarioId }) => removeScenario(workspace, clock, scenarioId),
    'imports.check': async (input: ImportRequest, control) =>
      checkFiles(await prepareFiles(importContext(control), input), input),
    'imports.commit': async (input: ImportRequest, control) =>
      importFiles(await prepareFiles(importContext(control), input), input),
    'layouts.remove': ({ fingerprint }) => {
      removeLayout(workspace, clock, fingerprint)
      return {}
    },
    'layouts.import': ({ paths: [path = ''] }) => importLayouts(workspace, clock, textFiles, path),
    'imports.save-rejects': async (input, control) =>
      saveRejects(await prepareFiles(importContext(control), input), input),
    'imports.withdraw': ({ importId }) => withdrawImport(workspace, clock, importId),
    'imports.restore': ({ importId }) => restoreImport(workspace, clock, importId),
    'imports.erase': ({ importId }) => eraseImport(workspace, clock, importId),
    'names.treat': (input) => treatName(workspace, clock, input),
    'names.forget': (input) => forgetName(workspace, clock, input),
    'sample.create': (_input, control) =>
      createSample(importContext(control), context.sampleFolder),
    'editions.check': ({ paths: [path = ''] }) => checkEditionFile(workspace, textFiles, path),
    'editions.add': ({ paths: [path = ''] }) => addEdition(workspace, clock, textFiles, path),
    'editions.remove': ({ id }) => {
      removeEdition(workspace, clock, id)
      return {}
    },
    'editions.choose': (input) => {
      chooseEdition(workspace, clock, input)
      return {}
    },
    'views.create': (input) => createView(workspace, input),
    'views.change': (input) => changeView(workspace, input),
    'views.remove': ({ viewId }) => removeView(workspace, viewId),
    'views.remember': (input) => {
      rememberView(workspace, input)
      return {}
    },
    'plans.set': (input) => savePlanSettings(workspace, input),
    'edits.undo': ({ stepId }) => undoStep(workspace, clock, stepId),
    'edits.redo': ({ stepId }) => redoStep(workspace, clock, stepId),
    'edits.add': (input) => addRow(editing, input),
    'edits.change': (input) => changeRow(editing, input),
    'edits.rename': (input) => {
      renameCustomer(editing, input)
      return {}
    },
    'edits.anniversary': (input) => {
      setAnniversary(editing, input)
      return {}
    },
    'edits.partner': (input) => {
      renamePartner(editing, input)
      return {}
    },
    ...engagementWriter({ workspace, clock, scores }),
    'manual.set': (input) => {
      setManualTotals({ workspace, clock, scores }, input)
      return {}
    },
    'manual.clear': ({ profileId }) => {
      clearManualTotals({ workspace, clock }, profileId)
      return {}
    },
    'settings.set': (input) => changeSettings(workspace, clock, input),
  }
}

/** A message that came in meanwhile is answered before the work goes on. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
