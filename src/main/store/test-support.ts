import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { parseMonth, type Month } from '../../shared/calendar'
import type { DatasetId, ImportMode } from '../../shared/imports'
import type { StoredImport } from '../services/import-history'
import type { FileAccount } from '../services/intake-ports'
import type {
  CertificationRow,
  FileDictionaries,
  PartnerLocationRow,
} from '../services/row-batches'
import { openWritable } from './open'
import type { WritableStore } from './writable-store'

/** Workspaces and files for the specs of the store: rows as objects, written through the real path. */
export const AT = '2023-12-15T08:00:00.000Z'

export interface AzureRow {
  readonly month: string
  readonly tenant: number
  readonly microUsd: number
  readonly service?: string
  readonly offer?: string | null
  readonly association?: string | null
  readonly duplicate?: number
  readonly location?: string
  readonly tenantName?: string | null
}

export interface SeatRow {
  readonly month: string
  readonly tenant: number
  readonly paid: number
  readonly active: number
  readonly workload?: string
  readonly association?: string | null
  readonly duplicate?: number
  readonly location?: string
}

export type TestFile =
  | { readonly name: string; readonly azure: readonly AzureRow[] }
  | { readonly name: string; readonly seats: readonly SeatRow[]; readonly dataset?: 'ems-usage' }
  | { readonly name: string; readonly locations: readonly PartnerLocationRow[] }
  | { readonly name: string; readonly certifications: readonly CertificationRow[] }

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function temporaryWorkspace(): { path: string; store: WritableStore } {
  const path = join(temporaryFolder(), 'workspace.seventy')
  const store = openWritable(path, { create: true })
  onTestFinished(() => store.close())
  return { path, store }
}

export function addProfile(store: WritableStore, name = 'Nordlicht IT'): number {
  return store.transaction(() => store.addProfile({ name, mpnId: null, sample: false }, AT)).id
}

export function tenantGuid(tenant: number): string {
  return `00000000-0000-4000-8000-${String(tenant).padStart(12, '0')}`
}

/** A hash for a file name: equal names mean equal content here. */
export function hashOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64)
}

export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new Error(`${text} is not a month.`)
  return parsed
}

/** Imports files in one transaction and returns the months replaced per file. */
export function importFiles(
  store: WritableStore,
  profileId: number,
  files: readonly TestFile[],
  mode: ImportMode = 'replace',
): readonly (readonly Month[])[] {
  return store.transaction(() => {
    const writer = store.beginImport(profileId, mode, AT)
    for (const file of files) {
      const dataset = datasetOf(file)
      const target = writer.beginFile({
        name: file.name,
        sha256: hashOf(file.name),
        bytes: 1,
        dataset,
      })
      if ('azure' in file) target.azure(...azureBatch(file.azure))
      else if ('seats' in file) target.seats(...seatBatch(file.seats))
      else if ('locations' in file) target.locations(file.locations)
      else target.certifications(file.certifications)
      target.finish(account(dataset, rowCount(file)))
    }
    return writer.finish()
  })
}

export function account(dataset: DatasetId, rows: number): FileAccount {
  return {
    dataset,
    rowsRead: rows,
    rowsAccepted: rows,
    rowsRejected: 0,
    months: [],
    errors: [],
    errorCounts: {},
    notes: [],
  }
}

function datasetOf(file: TestFile): DatasetId {
  if ('azure' in file) return 'azure-usage'
  if ('locations' in file) return 'partner-profile'
  return 'seats' in file ? (file.dataset ?? 'm365-usage') : 'certifications'
}

function rowCount(file: TestFile): number {
  if ('azure' in file) return file.azure.length
  if ('locations' in file) return file.locations.length
  return 'seats' in file ? file.seats.length : file.certifications.length
}

export function azureBatch(rows: readonly AzureRow[]) {
  const names = new Names(rows)
  const batch = {
    count: rows.length,
    line: Uint32Array.from(rows, (_, index) => index + 2),
    month: Uint32Array.from(rows, (row) => month(row.month)),
    tenant: Uint32Array.from(rows, (row) => names.tenant(row.tenant)),
    service: Uint32Array.from(rows, (row) => place(names.services, row.service ?? 'Sentinel')),
    offer: Uint32Array.from(rows, (row) => place(names.offers, row.offer ?? null)),
    association: Uint32Array.from(rows, (row) =>
      place(names.associations, row.association ?? null),
    ),
    location: Uint32Array.from(rows, (row) => place(names.locations, row.location ?? '1001')),
    duplicate: Uint8Array.from(rows, (row) => row.duplicate ?? 0),
    microUsd: Float64Array.from(rows, (row) => row.microUsd),
  }
  return [batch, names] as const
}

export function seatBatch(rows: readonly SeatRow[]) {
  const names = new Names([])
  const batch = {
    count: rows.length,
    line: Uint32Array.from(rows, (_, index) => index + 2),
    month: Uint32Array.from(rows, (row) => month(row.month)),
    tenant: Uint32Array.from(rows, (row) => names.tenant(row.tenant)),
    workload: Uint32Array.from(rows, (row) => place(names.workloads, row.workload ?? 'Intune')),
    association: Uint32Array.from(rows, (row) =>
      place(names.associations, row.association ?? null),
    ),
    location: Uint32Array.from(rows, (row) => place(names.locations, row.location ?? '1001')),
    duplicate: Uint8Array.from(rows, (row) => row.duplicate ?? 0),
    paidSeats: Float64Array.from(rows, (row) => row.paid),
    activeSeats: Float64Array.from(rows, (row) => row.active),
  }
  return [batch, names] as const
}

class Names implements FileDictionaries {
  readonly tenants = { ids: [] as string[], names: [] as (string | null)[] }
  readonly services: string[] = []
  readonly workloads: string[] = []
  readonly offers: (string | null)[] = []
  readonly associations: (string | null)[] = []
  readonly locations: string[] = []
  readonly #tenantNames: ReadonlyMap<number, string | null>

  constructor(rows: readonly AzureRow[]) {
    this.#tenantNames = new Map(rows.map((row) => [row.tenant, row.tenantName ?? null]))
  }

  tenant(number: number): number {
    const index = place(this.tenants.ids, tenantGuid(number))
    this.tenants.names[index] = this.#tenantNames.get(number) ?? null
    return index
  }
}

function place<T>(list: T[], value: T): number {
  const known = list.indexOf(value)
  return known >= 0 ? known : list.push(value) - 1
}

/** The Azure facts as sorted lines, so that two ways to the same facts compare equal. */
export function azureLines(store: WritableStore, profileId: number): string[] {
  const { tenants, azure } = store.facts(profileId)
  return Array.from(azure.tenant, (tenant, entry) =>
    JSON.stringify([
      azure.month[entry],
      tenants[tenant]?.id,
      azure.services[azure.service[entry] ?? -1],
      azure.offers[azure.offer[entry] ?? -1],
      azure.associations[azure.association[entry] ?? -1],
      azure.duplicate[entry],
      azure.microUsd[entry],
    ]),
  ).sort()
}

/** The Microsoft 365 facts as sorted lines. */
export function seatLines(store: WritableStore, profileId: number): string[] {
  const { tenants, m365 } = store.facts(profileId)
  return Array.from(m365.tenant, (tenant, entry) =>
    JSON.stringify([
      m365.month[entry],
      tenants[tenant]?.id,
      m365.workloads[m365.workload[entry] ?? -1],
      m365.associations[m365.association[entry] ?? -1],
      m365.duplicate[entry],
      m365.paidSeats[entry],
      m365.activeSeats[entry],
    ]),
  ).sort()
}

/** An import that has to be there. */
export function storedImport(store: WritableStore, id: number): StoredImport {
  const found = store.importById(id)
  if (!found) throw new Error(`There is no import ${id}.`)
  return found
}
