import { describe, expect, it } from 'vitest'
import type { MetricId } from '../../shared/score'
import type { ExactResult } from './engine'
import { explainAzureRows, explainCertifications, explainSeatRows } from './explained-rows'
import type { Section } from './explanation'
import { facts, type AzureRow, type CertificationRow, type SeatRow } from './testing/facts-builder'
import type { Partner } from './testing/partners'
import { scoreFactsExactly } from './testing/score-facts'
import {
  azureRowsOf,
  scoreOfPartner,
  sectionOf,
  seatRowsOf,
  storedRows,
  type ExplainOptions,
} from './testing/stored-rows'

const none: Partner = { azure: [], seats: [], people: [] }

function streamOf(of: ExactResult, id: MetricId, stream: string) {
  return sectionOf(of, id, stream) as Section & { readonly kind: 'stream' }
}

function azureRows(azure: readonly AzureRow[], of = scoreOfPartner({ ...none, azure })) {
  const stream = streamOf(of, 'net-customer-adds', 'azure')
  return explainAzureRows(of, stream, 0, azureRowsOf({ ...none, azure }, 'Ash'))
}

interface Asked extends ExplainOptions {
  readonly metric?: MetricId
}

function seatRows(
  seats: readonly SeatRow[],
  { metric = 'net-customer-adds', ...rest }: Asked = {},
) {
  const of = scoreOfPartner({ ...none, seats }, rest)
  const rows = seatRowsOf({ ...none, seats }, 'Ash')
  const tenant = of.prepared.tenants.findIndex(({ name }) => name === 'Ash')
  return explainSeatRows(of, streamOf(of, metric, 'm365'), tenant, { rows, compared: rows })
}

const azureRow: AzureRow = { tenant: 'Ash', month: '2023-11', usd: 150, offer: 'Azure Plan' }
const seatRow: SeatRow = { tenant: 'Ash', month: '2023-11', paid: 40, active: 10 }
const withoutData = scoreFactsExactly(facts())

describe('an explained Azure row', () => {
  it('says where it stands, what it is and that it counts', () => {
    expect(azureRows([azureRow])).toEqual([
      {
        row: 1,
        ...{ file: 'azure.csv', line: 2, month: '2023-11', window: 'current', name: 'Sentinel' },
        ...{ offer: 'Azure Plan', association: 'Partner Admin Link', duplicate: false },
        ...{ amount: 150, paidSeats: null, activeSeats: null, completed: null, expires: null },
        ...{ counts: true, cause: null },
      },
    ])
  })

  it('of a month that is not compared does not count, whatever else is wrong with it', () => {
    const rows = azureRows([azureRow, { ...azureRow, month: '2021-11', duplicate: true }])
    expect(rows[1]).toMatchObject({
      ...{ window: null, duplicate: true, counts: false, cause: 'outside-window' },
    })
  })

  it('is outside where the score has no data to compare', () => {
    const [row] = azureRows([azureRow], withoutData)
    expect(row).toMatchObject({ window: null, cause: 'outside-window', amount: 150 })
  })
})

describe('an explained Microsoft 365 row', () => {
  const told = (seats: readonly SeatRow[], asked?: Asked) =>
    seatRows(seats, asked).map(({ amount, cause }) => [amount, cause])
  const identity = 'Microsoft Defender for Identity'

  it('says where it stands, what it is and that it counts', () => {
    expect(seatRows([seatRow])).toEqual([
      {
        row: 1,
        ...{ file: 'm365.csv', line: 2, month: '2023-11', window: 'current', name: 'Intune' },
        ...{ offer: null, association: 'CPOR', duplicate: false, amount: 40 },
        ...{ paidSeats: 40, activeSeats: 10, completed: null, expires: null },
        ...{ counts: true, cause: null },
      },
    ])
  })

  it('is worth its active seats where these are added, above the paid ones only if read so', () => {
    const rows = [{ ...seatRow, active: 50 }]
    const metric = 'usage-growth'
    expect(told(rows, { metric })).toEqual([[40, null]])
    expect(told(rows, { metric, readings: { activeCap: 'reported' } })).toEqual([[50, null]])
  })

  it('of a month that is not compared does not count, nor keeps another from standing', () => {
    const rows = [{ ...seatRow, month: '2023-10', paid: 90, duplicate: true }, seatRow]
    expect(told(rows)).toEqual([
      [90, 'outside-window'],
      [40, null],
    ])
    expect(seatRows(rows)[0]).toMatchObject({ window: null, duplicate: true })
    expect(told([{ ...seatRow, month: '2023-10', paid: 90 }, seatRow])[1]).toEqual([40, null])
  })

  it('is outside where the score has no data to compare, and shows its paid seats', () => {
    const rows = seatRowsOf({ ...none, seats: [seatRow] }, 'Ash')
    const stream = streamOf(withoutData, 'usage-growth', 'm365')
    expect(explainSeatRows(withoutData, stream, 0, { rows, compared: [] })).toMatchObject([
      { window: null, cause: 'outside-window', amount: 40 },
    ])
  })

  it('stands for its seats when it has most paid, then most active, or is the first', () => {
    const causes = (...rows: readonly Partial<SeatRow>[]) =>
      seatRows(rows.map((each) => ({ ...seatRow, ...each }))).map(({ cause }) => cause)
    expect(causes({}, { paid: 41, active: 1 })).toEqual(['superseded', null])
    expect(causes({}, { active: 11 })).toEqual(['superseded', null])
    expect(causes({}, {})).toEqual([null, 'superseded'])
    expect(causes({}, { paid: 41, duplicate: true })).toEqual([null, 'duplicate'])
  })

  it('of another workload counts only where the workloads of a customer are added', () => {
    const other = { tenant: 'Birch', month: '2022-11', paid: 30, active: 30 }
    const rows = [other, seatRow, { ...seatRow, workload: identity, active: 5 }]
    expect(told(rows)).toEqual([
      [40, null],
      [40, 'another-workload'],
    ])
    expect(told(rows.toReversed())).toEqual([
      [40, 'another-workload'],
      [40, null],
    ])
    const counts = [
      [40, null],
      [40, null],
    ]
    expect(told(rows, { readings: { seatScope: 'tenant' } })).toEqual(counts)
    expect(told(rows, { metric: 'usage-growth' }).map(([, cause]) => cause)).toEqual([null, null])
  })

  it('of a workload without seats counts as one of a customer, and never decides for it', () => {
    const empty = { ...seatRow, workload: identity, paid: 0, active: 0 }
    expect(told([seatRow, empty], { readings: { seatScope: 'tenant' } })[1]).toEqual([0, null])
    expect(told([empty])).toEqual([[0, 'below-threshold']])
  })

  it('decides with its active seats as they are read', () => {
    const rows = [
      { ...seatRow, active: 50 },
      { ...seatRow, workload: identity, paid: 30, active: 30 },
    ]
    const causes = [
      [40, null],
      [30, 'another-workload'],
    ]
    expect(told(rows)).toEqual(causes)
    expect(told(rows, { readings: { activeCap: 'reported' } })).toEqual(causes)
  })
})

it('an explained certification says when it was completed, and whether it ends', () => {
  const people: CertificationRow[] = [
    { person: 'ada', title: 'AZ-500', completed: '2023-01-10', expires: null },
    { person: 'ada', title: 'AZ-500', completed: '2022-01-10', expires: '2023-01-09' },
  ]
  const of = scoreOfPartner({ ...none, people })
  const step = sectionOf(of, 'intermediate-certifications', 'step-1') as Section & { kind: 'step' }
  const rows = explainCertifications(of, step, storedRows({ ...none, people }).certifications)
  expect(rows).toMatchObject([
    { name: 'AZ-500', amount: 1, completed: '2023-01-10', expires: null, counts: true },
    { line: 3, completed: '2022-01-10', expires: '2023-01-09', counts: false, cause: 'expired' },
  ])
})
