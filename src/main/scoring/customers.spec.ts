import { describe, expect, it } from 'vitest'
import { monthOf } from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import { acrMatrix } from './acr-matrix'
import { acrCustomers, acrOf, activeSeatsOf, seatCustomers } from './customers'
import { seatMatrix } from './seat-matrix'
import { facts, type SeatRow } from './testing/facts-builder'

const november = monthOf(2023, 11)
const atLeast = (lowest: number) => ({ lowest, highest: Infinity, sticky: false })
const threshold = { paidSeats: atLeast(25), share: { numerator: 15, denominator: 100 } }
const workload = { seatScope: 'workload', activeCap: 'paid' } as const
const tenant = { seatScope: 'tenant', activeCap: 'paid' } as const

const acr = () => {
  const { tenants, azure } = facts()
    .azure(
      { tenant: 'a', month: '2022-11', usd: 1_000 },
      { tenant: 'a', month: '2022-12', usd: 60 },
      { tenant: 'a', month: '2023-11', usd: 40 },
      { tenant: 'b', month: '2023-11', usd: 99.999999 },
      { tenant: 'c', month: '2023-12', usd: 500 },
    )
    .build()
  return acrMatrix(azure, tenants.length, () => true)
}

type Seats = Omit<SeatRow, 'month' | 'tenant'> & Partial<Pick<SeatRow, 'month' | 'tenant'>>

const seatsOf = (...rows: readonly Seats[]) => {
  const all = rows.map((row) => ({ tenant: 'a', month: '2023-11', ...row }))
  const { tenants, m365 } = facts()
    .seats(...all)
    .build()
  const workloadOf = Int32Array.from(m365.workloads, (_, index) => index)
  return seatMatrix(m365, tenants.length, { workloadOf, workloads: workloadOf.length }, () => true)
}

describe('Azure customers of a month', () => {
  it('are the tenants whose trailing year, and no day more, reaches the threshold', () => {
    const column = acrCustomers(acr(), november, atLeast(100_000_000))
    expect([...column.amount]).toEqual([100_000_000, 99_999_999, 0])
    expect([...column.counts]).toEqual([1, 0, 0])
    expect(column).toMatchObject({ total: 1, active: null })
  })

  it('have the sum of all trailing years as their ACR', () => {
    expect(acrOf(acr(), november, null).total).toBe(199_999_999)
    expect(acrOf(acr(), november - 1, null).total).toBe(1_060_000_000)
  })
})

describe('active seats of a month', () => {
  const matrix = () =>
    seatsOf(
      { paid: 100, active: 130, workload: 'Intune' },
      { paid: 50, active: 20, workload: 'Sentry' },
      { tenant: 'b', paid: 5, active: 5, workload: 'Intune' },
    )

  it.each([
    ['paid', [120, 5], 125],
    ['reported', [150, 5], 155],
  ] as const)('under activeCap %s are added over workloads and tenants', (cap, amount, total) => {
    const column = activeSeatsOf(matrix(), november, null, { ...workload, activeCap: cap })
    expect([...column.amount]).toEqual(amount)
    expect(column.total).toBe(total)
  })

  it('are none in a month that is not in the data', () => {
    const column = activeSeatsOf(matrix(), november - 1, null, workload)
    expect([...column.amount]).toEqual([0, 0])
    expect(column.total).toBe(0)
  })
})

describe('Microsoft 365 customers of a month', () => {
  const stands = (readings: Pick<Readings, 'seatScope' | 'activeCap'>, ...rows: Seats[]) => {
    const column = seatCustomers(seatsOf(...rows), november, threshold, readings)
    return [column.amount[0], column.active?.[0], column.total]
  }

  it('are represented by a workload that reaches the threshold, though another is larger', () => {
    const small = { paid: 25, active: 20, workload: 'Small' }
    const large = { paid: 900, active: 3, workload: 'Large' }
    expect(stands(workload, small, large)).toEqual([25, 20, 1])
    expect(stands(workload, large, small)).toEqual([25, 20, 1])
  })

  it('are represented by the largest of several that reach it', () => {
    const rows = [
      { paid: 30, active: 30, workload: 'One' },
      { paid: 80, active: 20, workload: 'Two' },
      { paid: 80, active: 70, workload: 'Three' },
      { paid: 40, active: 40, workload: 'Four' },
    ]
    expect(stands(workload, ...rows)).toEqual([80, 70, 1])
    expect(stands(workload, ...rows.toReversed())).toEqual([80, 70, 1])
  })

  it('are shown with the largest workload when none reaches it', () => {
    const rows = [
      { paid: 10, active: 9, workload: 'One' },
      { paid: 24, active: 2, workload: 'Two' },
    ]
    expect(stands(workload, ...rows)).toEqual([24, 2, 0])
    expect(stands(workload, ...rows.toReversed())).toEqual([24, 2, 0])
  })

  it('have the total of their workloads under seatScope tenant', () => {
    const rows = [
      { paid: 13, active: 3, workload: 'One' },
      { paid: 12, active: 1, workload: 'Two' },
    ]
    expect(stands(workload, ...rows)).toEqual([13, 3, 0])
    expect(stands(tenant, ...rows)).toEqual([25, 4, 1])
  })

  it('do not lend active seats above paid ones to another workload, unless as reported', () => {
    const rows = [
      { paid: 100, active: 0, workload: 'One' },
      { paid: 10, active: 100, workload: 'Two' },
    ]
    expect(stands(tenant, ...rows)).toEqual([110, 10, 0])
    expect(stands({ ...tenant, activeCap: 'reported' }, ...rows)).toEqual([110, 100, 1])
  })

  it('show active seats on one workload capped or as reported', () => {
    const row = { paid: 30, active: 45, workload: 'One' }
    expect(stands(workload, row)).toEqual([30, 30, 1])
    expect(stands({ ...workload, activeCap: 'reported' }, row)).toEqual([30, 45, 1])
  })

  it('are counted by their own workloads, not by those of the next tenant', () => {
    const matrix = seatsOf(
      { tenant: 'a', paid: 1, workload: 'Last' },
      { tenant: 'b', paid: 900, active: 900, workload: 'Last' },
    )
    const column = seatCustomers(matrix, november, threshold, workload)
    expect([...column.amount]).toEqual([1, 900])
    expect([...column.counts]).toEqual([0, 1])
  })

  it('are none in a month that is not in the data', () => {
    const matrix = seatsOf({ paid: 100, active: 100 })
    for (const readings of [workload, tenant])
      expect(seatCustomers(matrix, november + 1, threshold, readings).total).toBe(0)
  })
})

describe('a sticky range', () => {
  const range = { lowest: 5, highest: 10, sticky: true }
  const sticky = { paidSeats: range, share: { numerator: 0, denominator: 1 } }
  const { tenants, azure } = facts()
    .azure(
      { tenant: 'a', month: '2022-11', usd: 0.000007 },
      { tenant: 'a', month: '2023-11', usd: 0.00002 },
    )
    .build()
  const acrOfTwoYears = acrMatrix(azure, tenants.length, () => true)
  const seats = seatsOf({ month: '2022-11', paid: 7 }, { paid: 20, active: 20 })

  it('is outgrown now, which is what is asked unless told otherwise, and not before', () => {
    const totals = (...side: ['before'?]) => [
      acrCustomers(acrOfTwoYears, november, range, ...side).total,
      acrOf(acrOfTwoYears, november, range, ...side).total,
      seatCustomers(seats, november, sticky, workload, ...side).total,
      activeSeatsOf(seats, november, range, workload, ...side).total,
    ]
    expect(totals()).toEqual([1, 20, 1, 20])
    expect(totals('before')).toEqual([0, 0, 0, 0])
  })
})
