import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { editionById, editions, editionsFor, tracksOf } from './registry'

function editionsOn(date: string): string[] {
  return editionsFor(parseDay(date) ?? NaN).map(({ id }) => id)
}

describe('the built-in editions', () => {
  it('come oldest first, and of the tracks of one day the one that wins a tie first', () => {
    expect(editions().map(({ id, validFrom, validTo }) => [id, validFrom, validTo])).toEqual([
      ['security-2023-06', '2023-06-13', '2023-11-30'],
      ['security-2023-12', '2023-12-01', '2024-06-30'],
      ['security-2026-enterprise', '2026-07-01', null],
      ['security-2026-smb', '2026-07-01', null],
    ])
  })

  it('name their track where there is more than one on the same day', () => {
    for (const edition of editions()) {
      const tracks = tracksOf(edition).map(({ track }) => track)
      expect(new Set(tracks).size).toBe(tracks.length)
      expect(tracks.includes(null)).toBe(tracks.length === 1)
    }
  })

  it('are found by their id', () => {
    expect(editionById('security-2023-06').id).toBe('security-2023-06')
  })

  it('are named when an id is not found', () => {
    const search = () => editionById('security-1999')
    expect(search).toThrow(SeventyError)
    expect(search).toThrow(
      'There is no rule edition "security-1999". Known editions: security-2023-06, security-2023-12, security-2026-enterprise, security-2026-smb.',
    )
    expect(search).toThrow(
      expect.objectContaining({
        code: 'edition-not-found',
        details: { edition: 'security-1999', known: editions().map(({ id }) => id) },
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
    expect(editionsOn(date)).toEqual([id])
  })

  it('before the first edition is the first one, whose rules are the closest known', () => {
    expect(editionsOn('2023-06-12')).toEqual(['security-2023-06'])
    expect(editionsOn('2019-01-01')).toEqual(['security-2023-06'])
  })

  it.each(['2024-07-01', '2026-06-30'])(
    'on %s, where the rules of the time were not seen, is the one before',
    (date) => {
      expect(editionsOn(date)).toEqual(['security-2023-12'])
    },
  )

  it.each(['2026-07-01', '2031-01-01'])('on %s is one of two tracks', (date) => {
    expect(editionsOn(date)).toEqual(['security-2026-enterprise', 'security-2026-smb'])
  })
})
