import type { HistoryFile, ImportEntry } from '../../../shared/import-history'
import type { ImportReview } from '../../../shared/import-review'
import type { TreatedNames } from '../../../shared/names'

/** Imports as the bridge tells of them, for the specs of screens. */
export function historyFile(change: Partial<HistoryFile> = {}): HistoryFile {
  return {
    id: 4,
    name: 'azure-usage.csv',
    sha256: 'ab'.repeat(32),
    dataset: 'azure-usage',
    rowsRead: 1_240,
    rowsAccepted: 1_238,
    rowsRejected: 2,
    errorCounts: { 'month-invalid': 2 },
    repeats: null,
    months: [
      { month: '2023-10', rows: 600, state: 'replaced', replacedBy: [9] },
      { month: '2023-11', rows: 638, state: 'in-force', replacedBy: [] },
    ],
    ...change,
  }
}

export function importEntry(change: Partial<ImportEntry> = {}): ImportEntry {
  return {
    id: 7,
    mode: 'replace',
    importedAt: '2023-12-05T09:30:00.000Z',
    importedBy: 'ines',
    withdrawnAt: null,
    files: [historyFile()],
    ...change,
  }
}

export function treatedNames(treated: TreatedNames['treated'] = []): TreatedNames {
  const none = { service: [], workload: [], offer: [], association: [], certification: [] }
  return { treated, known: { ...none, service: ['Key Vault', 'Sentinel'] } }
}

export function review(change: Partial<ImportReview> = {}): ImportReview {
  const totals = {
    ...{ rows: 10, subjects: 4, acrUsd: 1_200, paidSeats: null },
    ...{ activeSeats: null, certifications: null },
  }
  const score = { asOf: '2023-12-15', total: 64.2, totalShown: 64.2, max: 100, attained: false }
  return {
    months: [
      {
        ...{ dataset: 'azure-usage', month: '2023-10', change: 'replaced', before: totals },
        after: { ...totals, subjects: 3, acrUsd: 900 },
        lost: { count: 1, names: [{ id: 'a1', name: 'Halden Foods' }] },
      },
      {
        ...{ dataset: 'azure-usage', month: '2023-11', change: 'added', before: null },
        ...{ after: totals, lost: { count: 0, names: [] } },
      },
    ],
    unknownNames: [
      {
        ...{ kind: 'service', name: 'Key Valt', subjects: 2, acrUsd: 310, paidSeats: null },
        nearest: ['Key Vault'],
      },
    ],
    treatedNames: [],
    renamed: { count: 1, customers: [{ id: 'a2', from: 'Arven', to: 'Arven Group' }] },
    coverage: [
      {
        stream: 'azure',
        months: [
          { month: '2023-09', before: false, after: false },
          { month: '2023-10', before: true, after: true },
          { month: '2023-11', before: false, after: true },
        ],
      },
    ],
    score: { before: score, after: { ...score, totalShown: 71.3, attained: true }, error: null },
    ...change,
  }
}
