import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { editionById, editionFor, editions } from './registry'

function editionOn(date: string): string {
  return editionFor(parseDay(date) ?? NaN).id
}

describe('the built-in editions', () => {
  it('come oldest first and follow each other without a gap', () => {
    expect(editions().map(({ id, validFrom, validTo }) => [id, validFrom, validTo])).toEqual([
      ['security-2023-06', '2023-06-13', '2023-11-30'],
      ['security-2023-12', '2023-12-01', '2024-06-30'],
    ])
  })

  it('are found by their id', () => {
    expect(editionById('security-2023-06').id).toBe('security-2023-06')
  })

  it('are named when an id is not found', () => {
    const search = () => editionById('security-1999')
    expect(search).toThrow(SeventyError)
    expect(search).toThrow(
      'There is no rule edition "security-1999". Known editions: security-2023-06, security-2023-12.',
    )
    expect(search).toThrow(
      expect.objectContaining({
        code: 'edition-not-found',
        details: { edition: 'security-1999', known: ['security-2023-06', 'security-2023-12'] },
      }),
    )
  })
})

describe('the edition of a score date', () => {
  it.each([
    ['2023-06-13', 'security-2023-06'],
    ['2023-11-30', 'security-2023-06'],
    ['2023-12-01', 'security-2023-12'],
    ['2024-06-30', 'security-2023-12'],
  ])('on %s is %s', (date, id) => {
    expect(editionOn(date)).toBe(id)
  })

  it('before the first edition is the first one, whose rules are the closest known', () => {
    expect(editionOn('2023-06-12')).toBe('security-2023-06')
    expect(editionOn('2019-01-01')).toBe('security-2023-06')
  })

  it.each(['2024-07-01', '2026-06-30', '2026-07-01'])(
    'on %s, after the last known rules, is the last edition',
    (date) => {
      expect(editionOn(date)).toBe('security-2023-12')
    },
  )
})
