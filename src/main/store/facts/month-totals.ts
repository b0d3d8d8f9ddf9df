import type { MonthTotals } from '../../services/import-effect'
import type { ReadConnection } from '../connection'
import { azureKindsOf, seatKindsOf } from '../repositories/dictionaries'
import { sliceColumns } from './slice-columns'

/** Slices of one dataset and month that are added up together. */
export interface CountedSlice {
  readonly id: number
  readonly rows: number
}

const none = { microUsd: null, paidSeats: null, activeSeats: null, certifications: null }

/** Everything of Azure usage that slices hold, from their columns; `subjects` counts the customers. */
export function azureTotals(
  connection: ReadConnection,
  slices: readonly CountedSlice[],
  subjects: number,
): MonthTotals {
  let microUsd = 0
  for (const { id } of slices) {
    for (const { first } of sliceColumns(connection, 'azure_rollup', id).columns(() => true))
      microUsd += sumOf(first)
  }
  return { ...none, rows: rowsOf(slices), subjects, microUsd }
}

/**
 * Everything of Microsoft 365 usage that slices hold. Several rows describe the same seats, so of each
 * customer and workload the row with the most paid seats is taken, on a tie the most active ones.
 */
export function seatTotals(
  connection: ReadConnection,
  slices: readonly CountedSlice[],
  subjects: number,
  workloadOf: ReadonlyMap<number, string>,
): MonthTotals {
  const columns = slices.map(({ id }) => sliceColumns(connection, 'm365_rollup', id))
  const workloads = new Set(
    columns.flatMap(({ kindIds }) => kindIds.map((id) => workloadOf.get(id))),
  )
  const [lowest, highest] = span(columns.flatMap(({ tenants }) => tenants))
  const paid = new Float64Array(highest - lowest + 1)
  const active = new Float64Array(paid.length)
  let [paidSeats, activeSeats] = [0, 0]
  for (const workload of workloads) {
    paid.fill(0)
    active.fill(0)
    for (const each of columns) {
      for (const column of each.columns((kindId) => workloadOf.get(kindId) === workload)) {
        column.tenants.forEach((tenant, entry) => {
          const [place, more] = [tenant - lowest, column.first[entry] as number]
          const used = column.second[entry] as number
          const most = paid[place] as number
          if (more < most || (more === most && used <= (active[place] as number))) return
          paid[place] = more
          active[place] = used
        })
      }
    }
    paidSeats += sumOf(paid)
    activeSeats += sumOf(active)
  }
  return { ...none, rows: rowsOf(slices), subjects, paidSeats, activeSeats }
}

export function certificationTotals(
  slices: readonly CountedSlice[],
  subjects: number,
): MonthTotals {
  const certifications = rowsOf(slices)
  return { ...none, rows: certifications, subjects, certifications }
}

/** Of rows that are neither usage nor certifications there is nothing but their number. */
export function rowTotals(slices: readonly CountedSlice[]): MonthTotals {
  return { ...none, rows: rowsOf(slices), subjects: 0 }
}

/** The workload of each kind of Microsoft 365 usage of a profile. */
export function workloadsOf(connection: ReadConnection, profileId: number): Map<number, string> {
  return new Map(seatKindsOf(connection, profileId).map(({ id, workload }) => [id, workload]))
}

/** The names of each kind of Azure usage of a profile. */
export function azureNamesOf(connection: ReadConnection, profileId: number) {
  return new Map(azureKindsOf(connection, profileId).map((kind) => [kind.id, kind]))
}

/** The lowest and highest number in ascending lists; an empty span where there is none. */
export function span(lists: readonly Uint32Array[]): [number, number] {
  let [lowest, highest] = [Infinity, -1]
  for (const list of lists) {
    lowest = Math.min(lowest, list[0] ?? Infinity)
    highest = Math.max(highest, list.at(-1) ?? -1)
  }
  return highest < 0 ? [0, -1] : [lowest, highest]
}

function sumOf(numbers: Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}

function rowsOf(slices: readonly CountedSlice[]): number {
  return slices.reduce((sum, { rows }) => sum + rows, 0)
}
