import { describe, expect, it } from 'vitest'
import { standing, tenantId } from '../../app/testing/details'
import { largestChanges, movementOf } from './standings'

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
