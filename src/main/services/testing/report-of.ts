import { monthOf, parseDay } from '../../../shared/calendar'
import type { Branding } from '../../../shared/branding'
import type { ImportedFile } from '../../../shared/imports'
import type { Scenario } from '../../../shared/scenarios'
import type { facts } from '../../scoring/testing/facts-builder'
import { seventy } from '../../scoring/testing/score-facts'
import { storedPartner } from '../../scoring/testing/stored-facts'
import { rowSums } from '../../scoring/testing/stored-rows'
import type { ReadableBranding } from '../branding'
import { Explanations } from '../explanations'
import type { ReadableProfileSettings, ReadableScenarios, ReadableWorkspace } from '../ports'
import { buildReportModel, type ReportRequest } from '../report-model'
import { Scores } from '../scores'
import type { StoredRows } from '../stored-rows'

const unasked = (): never => {
  throw new Error('A report has no use for this.')
}

const clock = { today: () => parseDay('2024-01-08') ?? NaN, now: () => '2024-01-08T08:00:00.000Z' }

export const file: ImportedFile = {
  id: 3,
  name: 'usage.csv',
  sha256: 'a'.repeat(64),
  dataset: 'azure-usage',
  importedAt: '2024-01-02T08:00:00.000Z',
  rowsRead: 12,
  rowsAccepted: 11,
  rowsRejected: 1,
  months: ['2023-11'],
}

export interface Change {
  readonly firm?: string
  readonly sample?: boolean
  readonly builder?: ReturnType<typeof facts>
  readonly scenarios?: readonly Scenario[]
  /** What the partner has of its own. */
  readonly branding?: Branding
}

function workspace({
  firm,
  sample = false,
  builder = seventy(),
  scenarios = [],
  branding,
}: Change): ReadableWorkspace &
  ReadableScenarios &
  ReadableProfileSettings &
  ReadableBranding &
  StoredRows {
  const createdAt = '2023-12-15T08:00:00.000Z'
  const profile = { id: 1, name: 'Acme', mpnId: '77', colour: 2, sample, createdAt }
  return {
    path: 'memory',
    ...{ profiles: unasked, profileByName: unasked, hasFile: unasked, verify: unasked },
    close: unasked,
    ...{ scenarioById: unasked, scenarioByName: unasked, azureRows: unasked, seatRows: unasked },
    scenarios: () => scenarios,
    branding: () => branding,
    rowSums: () => rowSums(builder.build()),
    certificationRows: () => [],
    editions: () => [],
    chosenEditions: () => new Map(),
    treatedNames: () => [],
    manualTotals: () => undefined,
    changedRows: () => 0,
    profileSetting: () => undefined,
    profileById: (id) => (id === 1 ? profile : undefined),
    profileState: () => ({ newestMonth: monthOf(2023, 11), files: 1, tenants: 1, people: 1 }),
    files: (id) => (id === 1 ? [file] : []),
    facts: () => builder.build(),
    stored: (_id, work) => work(storedPartner(builder.build())),
    revision: () => 1,
    setting: (key) => (key === 'settings' && firm !== undefined ? { firm } : undefined),
  }
}

/** The report of one partner in memory, built as the program builds it; 70 points in December 2023. */
export function reportOf(request: Partial<ReportRequest> = {}, change: Change = {}) {
  const given = workspace(change)
  const scores = new Scores(given, clock)
  const explanations = new Explanations(given, scores)
  const context = {
    explanations,
    ...{ workspace: given, scores, clock, appVersion: '1.2.3' },
    newReportId: () => '7KM3-Q9XW',
  }
  return buildReportModel(context, {
    ...{ profileId: 1, asOf: '2023-12-15', pageSize: 'A4' },
    ...request,
  })
}
