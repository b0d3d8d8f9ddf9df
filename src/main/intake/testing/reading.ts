import { formatDay, formatMonth } from '../../../shared/calendar'
import type { DatasetId, FileChoices, RowError } from '../../../shared/imports'
import type { FileAccount, ReadOptions, RowSink } from '../../services/intake-ports'
import type {
  AzureBatch,
  CertificationRow,
  FileDictionaries,
  PartnerLocationRow,
} from '../../services/row-batches'
import { createIntake } from '../intake'
import { fileOf } from './files'

/** Reads whole files through the intake and gives back what a sink was handed, in plain words. */

export interface ReadRow {
  readonly line: number
  readonly month: string
  readonly tenant: string | undefined
  readonly customer: string | null | undefined
  readonly association: string | null | undefined
  readonly location: string | undefined
  readonly duplicate: number
}

export interface ReadAzureRow extends ReadRow {
  readonly service: string | undefined
  readonly offer: string | null | undefined
  readonly microUsd: number
}

export interface ReadSeatRow extends ReadRow {
  readonly workload: string | undefined
  readonly paid: number
  readonly active: number
}

export interface ReadCertification extends Omit<CertificationRow, 'completed' | 'expires'> {
  readonly completed: string
  readonly expires: string | null
}

export interface Rejected {
  readonly line: number
  readonly cells: readonly string[]
  readonly errors: readonly RowError[]
}

export interface Reading {
  dataset: DatasetId | undefined
  header: readonly string[]
  readonly azure: ReadAzureRow[]
  readonly seats: ReadSeatRow[]
  readonly certifications: ReadCertification[]
  readonly locations: PartnerLocationRow[]
  readonly rejected: Rejected[]
  /** How many rows came at a time. */
  readonly batches: number[]
}

interface Options extends ReadOptions {
  readonly bufferBytes?: number
}

/** Reads a file of this content. Throws what the intake throws. */
export function read(
  content: string | Uint8Array,
  { bufferBytes, ...options }: Options = {},
): Reading & { readonly account: FileAccount } {
  const path = fileOf(content)
  const { reading, sink } = collect()
  const account = createIntake({ bufferBytes }).read(path, options, sink, idle)
  return { ...reading, account }
}

const idle = { progress: () => undefined, cancelled: () => false }

/** Reads a workbook or an archive of this content. Rejects with what unpacking or reading throws. */
export async function readUnpacked(
  content: string | Uint8Array,
  options: FileChoices = {},
  name = 'usage.xlsx',
): Promise<Reading & { readonly account: FileAccount }> {
  const path = fileOf(content, name)
  const { reading, sink } = collect()
  const intake = await createIntake().prepare([{ path, options }], idle)
  const account = intake.read(path, options, sink, idle)
  return { ...reading, account }
}

/** A sink that copies what it is handed; batches are reused by their producer. */
export function collect(): { readonly reading: Reading; readonly sink: RowSink } {
  const reading: Reading = {
    dataset: undefined,
    header: [],
    azure: [],
    seats: [],
    certifications: [],
    locations: [],
    rejected: [],
    batches: [],
  }
  const sink: RowSink = {
    begin: ({ dataset, header }) => Object.assign(reading, { dataset, header }),
    azure: (batch, names) => {
      reading.batches.push(batch.count)
      for (let row = 0; row < batch.count; row++) {
        reading.azure.push({
          ...common(batch, names, row),
          service: names.services[batch.service[row] ?? -1],
          offer: names.offers[batch.offer[row] ?? -1],
          microUsd: batch.microUsd[row] ?? NaN,
        })
      }
    },
    seats: (batch, names) => {
      reading.batches.push(batch.count)
      for (let row = 0; row < batch.count; row++) {
        reading.seats.push({
          ...common(batch, names, row),
          workload: names.workloads[batch.workload[row] ?? -1],
          paid: batch.paidSeats[row] ?? NaN,
          active: batch.activeSeats[row] ?? NaN,
        })
      }
    },
    certifications: (rows) => {
      reading.batches.push(rows.length)
      for (const row of rows) {
        const expires = row.expires === null ? null : formatDay(row.expires)
        reading.certifications.push({ ...row, completed: formatDay(row.completed), expires })
      }
    },
    locations: (rows) => reading.locations.push(...rows),
    rejected: (row) => reading.rejected.push(row),
  }
  return { reading, sink }
}

type Columns = Pick<
  AzureBatch,
  'line' | 'month' | 'tenant' | 'association' | 'location' | 'duplicate'
>

function common(batch: Columns, names: FileDictionaries, row: number): ReadRow {
  const tenant = batch.tenant[row] ?? -1
  return {
    line: batch.line[row] ?? -1,
    month: formatMonth(batch.month[row] ?? -1),
    tenant: names.tenants.ids[tenant],
    customer: names.tenants.names[tenant],
    association: names.associations[batch.association[row] ?? -1],
    location: names.locations[batch.location[row] ?? -1],
    duplicate: batch.duplicate[row] ?? -1,
  }
}
