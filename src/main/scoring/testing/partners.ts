import fc from 'fast-check'
import type { Readings } from '../../../shared/score'
import {
  facts,
  type AzureRow,
  type CertificationRow,
  type FactsBuilder,
  type SeatRow,
} from './facts-builder'

/** The rows of one partner, for laws that hold for all of them. */
export interface Partner {
  readonly azure: readonly AzureRow[]
  readonly seats: readonly SeatRow[]
  readonly people: readonly CertificationRow[]
}

/** Every month that a score of December 2023 compares, so that a row of a law adds no month. */
export function builderOf({ azure, seats, people }: Partner): FactsBuilder {
  return facts()
    .fullHistory()
    .importedCertifications()
    .azure(...azure)
    .seats(...seats)
    .certification(...people)
}

const tenant = fc.constantFrom('t1', 't2', 't3', 't4', 't5', 't6')

const eligibleAzure: fc.Arbitrary<AzureRow> = fc.record({
  tenant,
  month: fc.constantFrom('2021-12', '2022-11', '2022-12', '2023-06', '2023-11'),
  usd: fc.integer({ min: -50_000, max: 1_500_000 }).map((cents) => cents / 100),
  service: fc.constantFrom('Sentinel', 'Key Vault', 'microsoft  SENTINEL'),
  offer: fc.constantFrom(null, '', 'Azure Plan', 'Summer campaign'),
})

const eligibleSeats: fc.Arbitrary<SeatRow> = fc.record({
  tenant,
  month: fc.constantFrom('2022-11', '2023-11'),
  paid: fc.integer({ min: 0, max: 60 }),
  active: fc.integer({ min: 0, max: 80 }),
  workload: fc.constantFrom('Intune', 'Microsoft Intune', 'Microsoft Defender for Identity'),
})

/** What keeps an Azure row from counting, whatever else it says. */
export const INELIGIBLE_AZURE: readonly Partial<AzureRow>[] = [
  { service: 'Virtual Machines' },
  { offer: 'Support' },
  { offer: 'Internal' },
  { offer: 'Benefit Program' },
  { offer: 'Trial' },
  { association: 'CSP Tier 1' },
  { association: 'Friends' },
  { association: null },
  { duplicate: true },
]

/** What keeps a Microsoft 365 row from counting. */
export const INELIGIBLE_SEATS: readonly Partial<SeatRow>[] = [
  { workload: 'Exchange Online' },
  { association: 'Partner Admin Link' },
  { association: null },
  { duplicate: true },
]

/** A row that mostly counts. */
export const azureRow: fc.Arbitrary<AzureRow> = mostly(eligibleAzure, INELIGIBLE_AZURE)
export const seatRow: fc.Arbitrary<SeatRow> = mostly(eligibleSeats, INELIGIBLE_SEATS)

function mostly<Row extends object>(
  eligible: fc.Arbitrary<Row>,
  flaws: readonly Partial<Row>[],
): fc.Arbitrary<Row> {
  const flaw = fc.constantFrom(...flaws)
  return fc.oneof(
    { weight: 5, arbitrary: eligible },
    {
      weight: 1,
      arbitrary: fc.tuple(eligible, flaw).map(([row, change]) => ({ ...row, ...change })),
    },
  )
}

const certificationRow: fc.Arbitrary<CertificationRow> = fc.record({
  person: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'),
  title: fc.constantFrom('AZ-500', 'SC-200', 'MS-500', 'SC-100', 'SC-300', 'SC-400', 'AZ-900'),
  completed: fc.constantFrom('2022-05-01', '2023-12-15', '2023-12-16'),
  expires: fc.constantFrom(null, '2024-01-01', '2023-12-15', '2023-12-14'),
  activation: fc.constantFrom(null, 'Active', 'Inactive'),
})

export const anyPartner: fc.Arbitrary<Partner> = fc.record({
  azure: fc.array(azureRow, { maxLength: 25 }),
  seats: fc.array(seatRow, { maxLength: 25 }),
  people: fc.array(certificationRow, { maxLength: 30 }),
})

export const anyReadings: fc.Arbitrary<Readings> = fc.record({
  streamFloor: fc.constantFrom('each', 'sum'),
  growthSteps: fc.constantFrom('proportional', 'whole'),
  metricMinimum: fc.constantFrom('one', 'positive'),
  seatScope: fc.constantFrom('workload', 'tenant'),
  activeCap: fc.constantFrom('paid', 'reported'),
  currentMonth: fc.constantFrom('strict', 'newest'),
})

/** The same rows in another order: sorted by a key that is drawn for each. */
export const anyOrder: fc.Arbitrary<(partner: Partner) => Partner> = fc
  .array(fc.nat(), { minLength: 30, maxLength: 30 })
  .map((keys) => {
    const shuffled = <T>(rows: readonly T[]) =>
      rows
        .map((row, index) => ({ row, key: keys[index] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
    return ({ azure, seats, people }) => ({
      azure: shuffled(azure),
      seats: shuffled(seats),
      people: shuffled(people),
    })
  })

/** Every tenant under another name, which sorts the other way round. */
export function renamed({ azure, seats, people }: Partner): Partner {
  const other = <Row extends { readonly tenant: string }>(row: Row) => ({
    ...row,
    tenant: `x${String(9 - Number(row.tenant.slice(1)))}`,
  })
  return { azure: azure.map(other), seats: seats.map(other), people }
}
