import type { Output } from '../../../shared/contract'
import type { FileReport, ImportedFile } from '../../../shared/imports'
import type { PortfolioEntry, ProfileSummary } from '../../../shared/profiles'
import type { Settings } from '../../../shared/settings'
import { score } from './scores'

export const info: Output<'app.info'> = {
  version: '0.1.0',
  platform: 'linux',
  workspace: 'workspace.seventy',
  today: '2023-12-15',
  editions: [{ id: 'security-2023-12', title: 'Security, from December 2023' }],
}

export const settings: Settings = {
  appearance: 'system',
  firm: 'Northlight Advisory',
  pageSize: 'A4',
  contrast: 'normal',
  density: 'comfortable',
  formats: 'en-GB',
}

export function profile(change: Partial<ProfileSummary> = {}): ProfileSummary {
  return {
    id: 1,
    name: 'Halden Ridge Systems',
    mpnId: '6148203',
    colour: 0,
    sample: false,
    createdAt: '2023-12-01T09:00:00Z',
    newestMonth: '2023-11',
    scoreDate: '2023-12-15',
    files: 3,
    tenants: 42,
    people: 9,
    ...change,
  }
}

/** A partner whose total rose by two points a month. */
export function portfolioEntry(change: Partial<PortfolioEntry> = {}): PortfolioEntry {
  return {
    profile: profile(),
    score: score(),
    history: Array.from({ length: 12 }, (_, month) => ({
      asOf: `2023-${String(month + 1).padStart(2, '0')}-01`,
      total: 48 + 2 * month,
      attained: month > 10,
    })),
    change: { since: '2023-11-15', difference: 2 },
    alerts: { urgent: 0, all: 0, expiring: 0 },
    ...change,
  }
}

export function fileReport(change: Partial<FileReport> = {}): FileReport {
  return {
    path: 'azure-usage.csv',
    sha256: 'a'.repeat(64),
    dataset: 'azure-usage',
    rows: { read: 1_240, accepted: 1_240, rejected: 0 },
    months: ['2023-09', '2023-10', '2023-11'],
    replacedMonths: [],
    status: 'imported',
    errors: [],
    errorCounts: {},
    notes: [],
    ...change,
  }
}

export function importedFile(change: Partial<ImportedFile> = {}): ImportedFile {
  return {
    id: 1,
    name: 'azure-usage.csv',
    sha256: 'a'.repeat(64),
    dataset: 'azure-usage',
    importedAt: '2023-12-14T08:30:00Z',
    rowsRead: 1_240,
    rowsAccepted: 1_240,
    rowsRejected: 0,
    months: ['2023-09', '2023-10', '2023-11'],
    ...change,
  }
}
