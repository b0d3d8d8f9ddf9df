import { parseMonth } from '../../../shared/calendar'
import type { Readings } from '../../../shared/score'
import type { Edition } from '../../rules/edition-schema'
import { editionById } from '../../rules/registry'
import { exactScoreOf, prepare, type ExactResult } from '../engine'
import { metricNamed, sectionNamed, sectionsOf, type Section } from '../explanation'
import type { Facts, RowSums, StoredAzureRow, StoredCertification, StoredSeatRow } from '../facts'
import type { ExplainedRows } from '../left-out'
import type { RowAccount } from '../row-account'
import { day } from './facts-builder'
import { builderOf, type Partner } from './partners'

/** The facts of a partner as the rows that they were made from: every fact is one row here. */
export function storedRows(partner: Partner): ExplainedRows {
  const built = builderOf(partner).build()
  const { certifications } = built
  return {
    sums: rowSums(built),
    certifications: certifications.rows.map((row, index): StoredCertification => ({
      ...row,
      ...placeOf('people.csv', index),
    })),
  }
}

/** Facts as sums of rows: every fact is one row. */
export function rowSums({ tenants, azure, m365 }: Facts): RowSums {
  const ones = (length: number) => new Float64Array(length).fill(1)
  const capped = m365.paidSeats.map((paid, entry) => Math.min(paid, m365.activeSeats[entry] ?? 0))
  return {
    tenants,
    azure: { ...azure, rows: ones(azure.tenant.length) },
    m365: { ...m365, rows: ones(m365.tenant.length), cappedSeats: capped },
  }
}

function placeOf(file: string, index: number) {
  return { row: index + 1, file, line: index + 2 }
}

export function azureRowsOf({ azure }: Partner, tenant: string): StoredAzureRow[] {
  return azure.flatMap((row, index) => {
    const { service = 'Sentinel', offer = null, association = 'Partner Admin Link' } = row
    const month = parseMonth(row.month) ?? NaN
    const microUsd = Math.round(row.usd * 1_000_000)
    const names = { service, offer, association, duplicate: row.duplicate ? 1 : 0 }
    return row.tenant === tenant
      ? [{ ...placeOf('azure.csv', index), month, ...names, microUsd }]
      : []
  })
}

export function seatRowsOf({ seats }: Partner, tenant: string): StoredSeatRow[] {
  return seats.flatMap((row, index) => {
    const { workload = 'Intune', association = 'CPOR', paid, active = 0 } = row
    const month = parseMonth(row.month) ?? NaN
    const names = { workload, association, duplicate: row.duplicate ? 1 : 0 }
    const sums = { paidSeats: paid, activeSeats: active }
    return row.tenant === tenant
      ? [{ ...placeOf('m365.csv', index), month, ...names, ...sums }]
      : []
  })
}

export interface ExplainOptions {
  /** Its id, or one that does not come with the product. */
  readonly edition?: string | Edition
  readonly asOf?: string
  readonly readings?: Partial<Readings>
}

/** A score of a partner: in December 2023 under the rules of that day unless told otherwise. */
export function scoreOfPartner(partner: Partner, options: ExplainOptions = {}): ExactResult {
  const { edition = 'security-2023-12', asOf = '2023-12-15', readings } = options
  const rules = typeof edition === 'string' ? editionById(edition) : edition
  const prepared = prepare(builderOf(partner).build(), rules)
  return exactScoreOf(prepared, { asOf: day(asOf), readings })
}

export function sectionOf(
  of: ExactResult,
  metric: Parameters<typeof metricNamed>[1],
  id: string,
): Section {
  return sectionNamed(sectionsOf(of, metricNamed(of, metric)), id)
}

/** Rows and amount of each cause and window, '' for those that count. */
export function told(account: RowAccount): Record<string, readonly [rows: number, amount: number]> {
  const { counted, causes } = account.totals()
  const lots = [...counted.map((each) => ({ cause: 'counts', ...each })), ...causes]
  return Object.fromEntries(
    lots.map(({ cause, window, rows, amount }) => [
      window === 'current' ? cause : `${cause}/${window ?? 'outside'}`,
      [rows, Math.round(amount * 1e6) / 1e6],
    ]),
  )
}
