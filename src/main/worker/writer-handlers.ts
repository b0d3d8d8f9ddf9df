import { addRow, changeRow, renameCustomer, renamePartner } from '../services/edits/changes'
import { setAnniversary } from '../services/edits/anniversary'
import { redoStep, undoStep } from '../services/edits/log'
import type { WritableEdits } from '../services/edits/ports'
import type { WithEngagement } from '../services/engagement/ports'
import { addEdition, checkEditionFile, chooseEdition, removeEdition } from '../services/editions'
import {
  eraseImport,
  restoreImport,
  withdrawImport,
  type WithdrawableImports,
} from '../services/import-history'
import { changeBranding, type WritableBranding } from '../services/branding'
import { recordExport, type WritableExports } from '../services/exports'
import {
  checkFiles,
  importFiles,
  type ImportContext,
  type ImportRequest,
} from '../services/import-files'
import { importLayouts, removeLayout } from '../services/layouts'
import type { Intake, TextFiles, WorkControl } from '../services/intake-ports'
import type {
  Clock,
  WritableLayouts,
  WritableProfileSettings,
  WritableScenarios,
  WritableWorkspace,
} from '../services/ports'
import { forgetName, treatName } from '../services/treated-names'
import type { WritableViews } from '../services/browse/ports'
import { changeView, createView, rememberView, removeView } from '../services/browse/views'
import { savePlanSettings } from '../services/plans'
import { clearManualTotals, setManualTotals } from '../services/manual'
import { addProfile, removeProfile } from '../services/profiles'
import { prepareFiles } from '../services/prepare-files'
import { createSample, type SampleFolder } from '../services/sample/create-sample'
import {
  changeScenario,
  createScenario,
  duplicateScenario,
  removeScenario,
} from '../services/scenarios'
import { saveRejects } from '../services/save-rejects'
import { Scores } from '../services/scores'
import { changeSettings } from '../services/settings'
import { engagementWriter } from './engagement-handlers'
import type { WriterCall } from './protocol'
import type { Handlers } from './handlers'

/** What changes the workspace. */
export function writerHandlers(context: {
  readonly workspace: WritableWorkspace &
    WritableScenarios &
    WritableProfileSettings &
    WritableLayouts &
    WritableViews &
    WritableEdits &
    WritableExports &
    WritableBranding &
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
