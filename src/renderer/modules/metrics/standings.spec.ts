import { describe, expect, it } from 'vitest'
import { standing, streamDetail, tenantId } from '../../app/testing/details'
import {
  countedMovements,
  countMovements,
  filterStandings,
  growthMovements,
  isGrowth,
  largestChanges,
  movementOf,
} from './standings'

const gained = standing({ tenantId: tenantId(1), name: 'Aldermoor Foods' })
const kept = standing({ tenantId: tenantId(2), name: 'Brackwater', countedBefore: true })
const lost = standing({
  tenantId: tenantId(3),
  name: 'Corvane Dental',
  current: 10,
  previous: 900,
  countsNow: false,
  countedBefore: true,
})
const outside = standing({
  tenantId: tenantId(4),
  name: null,
  current: 50,
  previous: 50,
  countsNow: false,
})
const all = [gained, kept, lost, outside]

describe('what became of a customer', () => {
  it('is told by whether it counts now and counted before', () => {
    expect(all.map((each) => movementOf(each, false))).toEqual([
      'gained',
      'kept',
      'lost',
      'outside',
    ])
  })

  it('is told by its amounts where growth is measured', () => {
    expect(all.map((each) => movementOf(each, true))).toEqual(['grew', 'grew', 'shrank', 'level'])
  })

  it('covers all customers, so that the filters add up', () => {
    const sum = (
      growth: boolean,
      kinds: readonly (typeof countedMovements)[number][] | typeof growthMovements,
    ) => kinds.reduce((total, kind) => total + (countMovements(all, growth).get(kind) ?? 0), 0)
    expect(sum(false, countedMovements)).toBe(all.length)
    expect(sum(true, growthMovements)).toBe(all.length)
  })

  it('is measured as growth for dollars and users, not for customers and deployments', () => {
    const units = ['usd', 'user', 'customer', 'deployment'] as const
    expect(units.map((unit) => isGrowth(streamDetail({ unit })))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('the filter of customers', () => {
  const filter = { movement: null, sought: '', growth: false } as const

  it('shows all while nothing is asked', () => {
    expect(filterStandings(all, { ...filter, sought: '  ' })).toEqual(all)
  })

  it('finds a name whatever its case', () => {
    expect(filterStandings(all, { ...filter, sought: 'CORVANE' })).toEqual([lost])
  })

  it('finds a customer without a name by its tenant', () => {
    expect(filterStandings(all, { ...filter, sought: tenantId(4) })).toEqual([outside])
  })

  it('holds movement and text together', () => {
    expect(filterStandings(all, { ...filter, movement: 'kept', sought: 'brack' })).toEqual([kept])
    expect(filterStandings(all, { ...filter, movement: 'lost', sought: 'brack' })).toEqual([])
  })
})

describe('the largest changes', () => {
  it('stand first whichever way they go, and leave out who did not change', () => {
    const small = standing({ current: 61, previous: 60 })
    expect(largestChanges([small, lost, outside, gained], 8)).toEqual([gained, lost, small])
  })

  it('are cut to the number asked for', () => {
    expect(largestChanges(all, 1)).toEqual([gained])
  })
})
