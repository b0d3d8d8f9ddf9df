import { describe, expect, it } from 'vitest'
import { isNear, shortfallOf } from './nearness'

describe('near', () => {
  it.each([
    ['a fifth of what is needed', 20, 100, 0, true],
    ['a hair more than a fifth', 20.000001, 100, 0, false],
    ['one step, however large a share it is', 1, 4, 1, true],
    ['more than a step and a fifth', 2, 4, 1, false],
    ['nothing', 0, 100, 1, false],
  ])('is what lacks %s: %s of %s in steps of %s is %s', (_what, missing, needed, step, near) => {
    expect(isNear(missing, needed, step)).toBe(near)
  })

  const seats = { id: 'm365', activeShare: '15/100' } as const
  const range = { lowest: 25, highest: Infinity, sticky: false }

  it.each([
    ['a fifth of the paid seats', { amount: 20, active: 4 }, { amount: 5, active: 0 }, true],
    ['a seat more', { amount: 19, active: 4 }, { amount: 6, active: 0 }, false],
    ['one active seat of four', { amount: 25, active: 3 }, { amount: 0, active: 1 }, true],
    ['two active seats of four', { amount: 25, active: 2 }, { amount: 0, active: 2 }, false],
    ['a fifth of the active seats', { amount: 100, active: 12 }, { amount: 0, active: 3 }, true],
    ['both, each of them near', { amount: 24, active: 3 }, { amount: 1, active: 1 }, true],
    ['both, one of them far', { amount: 24, active: 0 }, { amount: 1, active: 4 }, false],
  ])('of a customer that lacks %s', (_what, has, missing, isClose) => {
    expect(shortfallOf(seats, range, has)).toEqual({ ...missing, isNear: isClose })
  })

  it('knows no step of dollars', () => {
    const dollars = { id: 'azure', activeShare: null } as const
    const one = { lowest: 4, highest: Infinity, sticky: false }
    expect(shortfallOf(dollars, one, { amount: 3, active: 0 }).isNear).toBe(false)
  })
})
