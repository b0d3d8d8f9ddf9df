import { describe, expect, it } from 'vitest'
import { monthOf, parseDay } from '../../shared/calendar'
import { defaultScoreDateText } from './score-date'

const today = parseDay('2024-02-10') ?? 0

describe('the score date nobody chose', () => {
  it('is today while the data reaches the usage month of today', () => {
    expect(defaultScoreDateText(monthOf(2024, 1), today)).toBe('2024-02-10')
    expect(defaultScoreDateText(monthOf(2024, 2), today)).toBe('2024-02-10')
  })

  it('is the first day for which the newest month is the usage month when the data is older', () => {
    expect(defaultScoreDateText(monthOf(2023, 12), today)).toBe('2024-01-01')
    expect(defaultScoreDateText(monthOf(2023, 11), today)).toBe('2023-12-01')
  })

  it('is today for a partner without usage data', () => {
    expect(defaultScoreDateText(null, today)).toBe('2024-02-10')
  })
})
