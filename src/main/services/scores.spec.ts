import { describe, expect, it } from 'vitest'
import { monthOf, parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { facts } from '../scoring/testing/facts-builder'
import { scoreFacts, seventy } from '../scoring/testing/score-facts'
import { storedPartner } from '../scoring/testing/stored-facts'
import type { StoredPartner } from '../scoring/stored-usage'
import type { Clock } from './ports'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

const clock: Clock = {
  today: () => parseDay('2023-12-15') ?? NaN,
  now: () => '2023-12-15T08:00:00.000Z',
}
const scoresOf = (shelf: Shelf) => new Scores(shelf, clock)

describe('a plan of a stored profile', () => {
  const settings = { effort: {}, limit: {} }
  /** A shelf that hands out columns only, and how often. */
  class Columns extends Shelf {
    override facts = (): never => {
      throw new Error('Rollups need not be read.')
    }

    override stored<T>(id: number, work: (partner: StoredPartner) => T): T {
      this.read.push(id)
      return work(storedPartner(this.partner(id).facts))
    }
  }

  it('is made from the stored columns, those of any association included', () => {
    const shelf = new Columns().add(1, seventy(1250).build())
    const made = scoresOf(shelf).plan({ profileId: 1, settings })
    expect(made.ways).not.toEqual([])
    expect(shelf.read).toEqual([1, 1])
  })

  it('asks nothing of any association where the designation is attained', () => {
    const shelf = new Columns().add(1)
    expect(scoresOf(shelf).plan({ profileId: 1, settings })).toMatchObject({
      ...{ attained: true, levers: [], ways: [] },
    })
    expect(shelf.read).toEqual([1])
  })
})

describe('the score of a stored profile', () => {
  it('is that of its facts', () => {
    const score = scoresOf(new Shelf().add(1)).score({ profileId: 1 })
    expect(score).toEqual(scoreFacts(seventy()))
  })

  it('follows date, edition and readings of the request', () => {
    const scores = scoresOf(new Shelf().add(1))
    const readings = { growthSteps: 'whole', currentMonth: 'newest' } as const
    const edition = 'security-2023-06'
    expect(scores.score({ profileId: 1, asOf: '2024-01-09', edition, readings })).toEqual(
      scoreFacts(seventy(), { asOf: '2024-01-09', edition, readings }),
    )
  })

  it.each([
    ['2023-11-30', 'security-2023-06'],
    ['2023-12-01', 'security-2023-12'],
    ['2025-01-01', 'security-2023-12'],
  ])('on %s stands under the edition of that date', (asOf, edition) => {
    expect(scoresOf(new Shelf().add(1)).score({ profileId: 1, asOf }).edition).toBe(edition)
  })

  it.each([
    [monthOf(2023, 11), '2023-12-15'],
    [monthOf(2023, 9), '2023-10-01'],
    [null, '2023-12-15'],
  ])('without a date, with month %j as the newest, is that of %s', (newestMonth, asOf) => {
    const shelf = new Shelf().add(1, seventy().build(), { newestMonth })
    expect(scoresOf(shelf).score({ profileId: 1 }).asOf).toBe(asOf)
  })
})

describe('a score that cannot be had', () => {
  const scores = scoresOf(new Shelf().add(1))

  it.each([
    [{ profileId: 2 }, 'profile-not-found', { profileId: 2 }],
    [{ profileId: 1, edition: 'security-1999' }, 'edition-not-found', { edition: 'security-1999' }],
    [{ profileId: 1, asOf: '2023-02-30' }, 'input-invalid', { value: '2023-02-30' }],
  ])('for %j is refused as %s', (request, code, details) => {
    const refusal = expect.objectContaining({
      code,
      details: expect.objectContaining(details) as object,
    }) as Error
    expect(() => scores.score(request)).toThrow(refusal)
    expect(() => scores.metric(request, 'deployments')).toThrow(refusal)
  })

  it('says how a date is written', () => {
    expect(() => scores.score({ profileId: 1, asOf: 'today' })).toThrow(
      '"today" is not a date of the calendar. Write it as YYYY-MM-DD, for example 2023-12-15.',
    )
  })

  it('because of its facts is refused every time, not remembered', () => {
    const shelf = new Shelf().add(1)
    const { azure } = shelf.partner(1).facts
    const dear = { ...azure, microUsd: azure.microUsd.map(() => 1e16) }
    shelf.partner(1).facts = { ...shelf.partner(1).facts, azure: dear }
    const broken = scoresOf(shelf)
    for (let time = 0; time < 2; time++)
      expect(() => broken.score({ profileId: 1 })).toThrow(SeventyError)
    shelf.partner(1).facts = seventy().build()
    expect(broken.score({ profileId: 1 }).total).toBe(70)
  })
})

describe('facts of a profile', () => {
  it('are read once for all dates, readings and metrics under one edition', () => {
    const shelf = new Shelf().add(1)
    const scores = scoresOf(shelf)
    scores.score({ profileId: 1 })
    scores.score({ profileId: 1, asOf: '2024-01-31', readings: { seatScope: 'tenant' } })
    scores.metric({ profileId: 1 }, 'usage-growth')
    expect(shelf.read).toEqual([1])
  })

  it('are read again for an edition that counts other usage, and each is kept', () => {
    const shelf = new Shelf().add(1)
    const scores = scoresOf(shelf)
    for (const edition of ['security-2023-12', 'security-2026-smb', 'security-2023-12'])
      scores.score({ profileId: 1, edition })
    expect(shelf.read).toEqual([1, 1])
  })

  it('are not read again for an edition that counts the same usage', () => {
    const shelf = new Shelf().add(1)
    const scores = scoresOf(shelf)
    for (const edition of ['security-2023-12', 'security-2023-06'])
      expect(scores.score({ profileId: 1, edition })).toEqual(scoreFacts(seventy(), { edition }))
    expect(shelf.read).toEqual([1])
  })

  it('are read again once their revision has grown', () => {
    const shelf = new Shelf().add(1)
    const scores = scoresOf(shelf)
    expect(scores.score({ profileId: 1 }).total).toBe(70)
    Object.assign(shelf.partner(1), { facts: facts().fullHistory().build(), revision: 2 })
    expect(scores.score({ profileId: 1 }).total).toBe(0)
    expect(shelf.read).toEqual([1, 1])
  })

  it('are kept for the four profiles that were asked for last', () => {
    const shelf = new Shelf()
    for (let id = 1; id <= 5; id++) shelf.add(id)
    const scores = scoresOf(shelf)
    for (const profileId of [1, 2, 3, 4, 1, 5, 1, 3, 2]) scores.score({ profileId })
    expect(shelf.read).toEqual([1, 2, 3, 4, 5, 2])
  })
})

describe('a date with two tracks', () => {
  const asOf = '2026-08-15'
  const small = () => {
    const builder = facts()
    for (const tenant of ['a', 'b', 'c']) builder.azure({ tenant, month: '2026-07', usd: 900 })
    return new Shelf().add(1, builder.build(), { newestMonth: monthOf(2026, 7) })
  }

  it('is scored by the one with the higher total, in metric and trend as well', () => {
    const later = { ...clock, today: () => parseDay(asOf) ?? NaN }
    const scores = new Scores(small(), later)
    const score = scores.score({ profileId: 1, asOf })
    expect(score).toMatchObject({ edition: 'security-2026-smb', track: 'smb', total: 25.6 })
    expect(score.otherTracks).toMatchObject([{ track: 'enterprise', total: 6, attained: false }])
    expect(scores.metric({ profileId: 1, asOf }, 'deployments').score).toEqual(score)
    const { points } = scores.trend({ profileId: 1, from: '2026-06', to: '2026-09' })
    expect(points.map(({ track, total, rulesChanged }) => [track, total, rulesChanged])).toEqual([
      [null, null, false],
      ['enterprise', null, true],
      ['smb', 25.6, true],
      ['enterprise', null, true],
    ])
  })

  it('is scored by the track that is named', () => {
    const edition = 'security-2026-enterprise'
    const score = scoresOf(small()).score({ profileId: 1, asOf, edition })
    expect(score).toMatchObject({ track: 'enterprise', total: 6 })
    expect(score.otherTracks).toMatchObject([{ track: 'smb', total: 25.6 }])
  })

  it('needs the facts of a partner only once', () => {
    const shelf = small()
    scoresOf(shelf).score({ profileId: 1, asOf })
    expect(shelf.read).toEqual([1])
  })
})

describe('one metric in full', () => {
  it('lists as many customers as asked for, else two hundred', () => {
    const many = facts()
    for (let index = 0; index < 201; index++) many.azureYears(`t-${String(index)}`, 1)
    const scores = scoresOf(new Shelf().add(1, many.build()))
    const listed = (limit?: number) => {
      const [azure] = scores.metric({ profileId: 1 }, 'net-customer-adds', limit).streams
      return [azure?.standings.length, azure?.standingsTotal]
    }
    expect([listed(), listed(3), listed(0)]).toEqual([
      [200, 201],
      [3, 201],
      [0, 201],
    ])
  })
})

describe('the changes between two dates', () => {
  const dates = { profileId: 1, from: '2023-11-30', to: '2023-12-01' }

  it('stand each under the edition of its own day, unless one is named', () => {
    const shelf = new Shelf().add(1)
    const editions = (edition?: string) => {
      const { from, to } = scoresOf(shelf).changes({ ...dates, edition })
      return [from.edition, to.edition]
    }
    expect(editions()).toEqual(['security-2023-06', 'security-2023-12'])
    expect(editions('security-2023-06')).toEqual(['security-2023-06', 'security-2023-06'])
  })

  it('have the totals that the scores of these dates have, under the readings asked for', () => {
    const scores = scoresOf(new Shelf().add(1))
    const readings = { currentMonth: 'newest' } as const
    const changes = scores.changes({ ...dates, readings })
    for (const side of [changes.from, changes.to])
      expect(side.total).toBe(scores.score({ profileId: 1, asOf: side.asOf, readings }).total)
    expect(changes.readings).toEqual(readings)
  })

  it('list as many causes as asked for, else twenty, and one for the rest', () => {
    const many = facts().fullHistory().importedSeats('2023-12', '2022-12')
    for (let index = 0; index < 30; index++)
      many.azure({ tenant: `t-${String(index)}`, month: '2023-12', usd: 1 })
    const scores = scoresOf(new Shelf().add(1, many.build()))
    const listed = (limit?: number) => {
      const from = '2023-12-15'
      const changes = scores.changes({ profileId: 1, from, to: '2024-01-15', limit })
      return [changes.causes.length, changes.causes.at(-1)?.kind, changes.causesTotal]
    }
    expect([listed(), listed(3)]).toEqual([
      [21, 'other', 30],
      [4, 'other', 30],
    ])
  })

  it.each([
    [{ ...dates, profileId: 2 }, 'profile-not-found'],
    [{ ...dates, edition: 'security-1999' }, 'edition-not-found'],
    [{ ...dates, from: '2023-02-30' }, 'input-invalid'],
    [{ ...dates, from: '2023-12-02' }, 'input-invalid'],
  ])('for %j are refused as %s', (request, code) => {
    const refusal = expect.objectContaining({ code }) as Error
    expect(() => scoresOf(new Shelf().add(1)).changes(request)).toThrow(refusal)
  })
})
