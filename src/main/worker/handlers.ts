import { newReportId } from '../reporting/report-id'
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
  changeBranding,
  readBranding,
  type ReadableBranding,
  type WritableBranding,
} from '../services/branding'
import {
  exportHistory,
  recordExport,
  type ReadableExports,
  type WritableExports,
} from '../services/exports'
import {
  checkFiles,
  importFiles,
  type ImportContext,
  type ImportRequest,
} from '../services/import-files'
import type {
  Clock,
  Intake,
  ReadableScenarios,
  ReadableWorkspace,
  TextFiles,
  WorkControl,
  WritableScenarios,
  WritableWorkspace,
} from '../services/ports'
import { Explanations } from '../services/explanations'
import { addProfile, listProfiles, removeProfile, requireProfile } from '../services/profiles'
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
import { Scores } from '../services/scores'
import type { StoredRows } from '../services/stored-rows'
import { changeSettings, readSettings } from '../services/settings'
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
    ReadableExports &
    ReadableBranding &
    StoredRows
  readonly clock: Clock
  readonly appVersion: string
}): Handlers<ReaderCall> {
  const { workspace, clock } = context
  const scores = new Scores(workspace, clock)
  const explanations = new Explanations(workspace, scores)
  return {
    'profiles.list': () => listProfiles(workspace, clock),
    'portfolio.list': () => scores.portfolio(),
    'score.get': (input) => scores.score(input),
    'score.trend': (input) => scores.trend(input),
    'score.metric': ({ metricId, ...input }) => scores.metric(input, metricId),
    'score.changes': (input) => scores.changes(input),
    'score.plan': (input) => scores.plan(input),
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
    'editions.list': () => listEditions(workspace),
    'editions.get': ({ id }) => viewEdition(workspace, id),
    'editions.compare': ({ left, right }) => compareEditions(workspace, left, right),
    'settings.get': () => readSettings(workspace),
  }
}

/** What changes the workspace. */
export function writerHandlers(context: {
  readonly workspace: WritableWorkspace & WritableScenarios & WritableExports & WritableBranding
  readonly intake: Intake
  readonly textFiles: TextFiles
  readonly clock: Clock
  readonly sampleFolder: SampleFolder
}): Handlers<WriterCall> {
  const { workspace, clock, intake, textFiles } = context
  const importContext = (control: WorkControl): ImportContext => ({
    workspace,
    intake,
    clock,
    control,
  })
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
    'imports.check': (input: ImportRequest, control) => checkFiles(importContext(control), input),
    'imports.commit': (input: ImportRequest, control) => importFiles(importContext(control), input),
    'sample.create': (_input, control) =>
      createSample(importContext(control), context.sampleFolder),
    'reports.brand': ({ profileId, for: whom, branding }) =>
      changeBranding(workspace, whom === 'firm' ? null : profileId, branding),
    'reports.record': (exported) => {
      recordExport(workspace, clock, exported)
      return {}
    },
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
    'settings.set': (input) => changeSettings(workspace, input),
  }
}
