import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../shared/calendar'
import { systemClock } from './system-clock'

describe('the clock', () => {
  it('stands still on the day it is given', () => {
    const clock = systemClock('2023-12-15')
    expect(formatDay(clock.today())).toBe('2023-12-15')
    expect(clock.now()).toBe('2023-12-15T12:00:00.000Z')
  })

  it('refuses a day that does not exist', () => {
    expect(() => systemClock('2023-02-30')).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  it('otherwise names the calendar date of the machine', () => {
    const now = new Date()
    const local = `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
    expect(Math.abs(systemClock().today() - (parseDay(local) ?? 0))).toBeLessThanOrEqual(1)
  })
})
