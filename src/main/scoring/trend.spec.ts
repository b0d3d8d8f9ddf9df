import { describe, expect, it } from 'vitest'
import { formatDay, parseMonth, type Day } from '../../shared/calendar'
import type { Edition } from '../rules/edition-schema'
import { editionsFor } from '../rules/registry'
import { prepare, scoreOf, type PreparedFacts } from './engine'
import type { FactsBuilder } from './testing/facts-builder'
import { day, facts } from './testing/facts-builder'
import { seventy, skilled } from './testing/score-facts'
import { eligibilityOn, qualifyingSpans, trendOf, type PreparedOn } from './trend'

/** The facts under the edition of each day, as a service keeps them. */
function on(builder: FactsBuilder): PreparedOn {
  const built = builder.build()
  const kept = new Map<Edition, PreparedFacts>()
  const under = (edition: Edition): PreparedFacts => {
    const prepared = kept.get(edition) ?? prepare(built, edition)
    kept.set(edition, prepared)
    return prepared
  }
  return (date) => {
    const [first, ...others] = editionsFor(date)
    return [under(first), ...others.map(under)]
  }
}

const month = (text: string) => parseMonth(text) ?? Number.NaN
const range = (from: string, to: string) => ({ from: month(from), to: month(to), readings: {} })

describe('the trend', () => {
  it('has the score of the first day of every month, both ends included', () => {
    const prepared = on(seventy())
    const points = trendOf(prepared, range('2023-10', '2024-02'))
    expect(points.map(({ asOf }) => asOf)).toEqual([
      '2023-10-01',
      '2023-11-01',
      '2023-12-01',
      '2024-01-01',
      '2024-02-01',
    ])
    for (const point of points) {
      const score = scoreOf(
        { all: prepared(day(point.asOf)), named: null },
        { asOf: day(point.asOf) },
      )
      const { edition, usageMonth, total, totalShown, thresholdMet, minimumsMet, attained } = score
      expect(point).toMatchObject({
        edition,
        usageMonth,
        total,
        totalShown,
        thresholdMet,
        minimumsMet,
        attained,
      })
      expect(point.metrics).toEqual(
        score.metrics.map(({ id, points: metricPoints, pointsShown, minimumMet, status }) => ({
          id,
          points: metricPoints,
          pointsShown,
          minimumMet,
          status,
        })),
      )
    }
  })

  it('marks the month in which another edition decides, and no other', () => {
    const points = trendOf(on(seventy()), range('2023-10', '2024-01'))
    expect(points.map(({ edition, rulesChanged }) => [edition, rulesChanged])).toEqual([
      ['security-2023-06', false],
      ['security-2023-06', false],
      ['security-2023-12', true],
      ['security-2023-12', false],
    ])
  })

  it('follows the track with the higher total, month by month', () => {
    const builder = facts().azure({ tenant: 'small', month: '2026-07', usd: 900 })
    builder.azure({ tenant: 'large', month: '2026-08', usd: 30_000 })
    const points = trendOf(on(builder), range('2026-06', '2026-09'))
    expect(points.map(({ track, edition }) => [track, edition])).toEqual([
      [null, 'security-2023-12'],
      ['enterprise', 'security-2026-enterprise'],
      ['smb', 'security-2026-smb'],
      ['enterprise', 'security-2026-enterprise'],
    ])
  })

  it('takes the readings that were chosen', () => {
    const short = on(seventy(1))
    const whole = trendOf(short, {
      ...range('2023-12', '2023-12'),
      readings: { growthSteps: 'whole' },
    })
    expect(whole[0]?.total).toBe(69)
    expect(trendOf(short, range('2023-12', '2023-12'))[0]?.total).toBe(69.9992)
  })

  it('counts the months that a point compares and that were never imported', () => {
    const points = trendOf(on(seventy()), range('2023-11', '2023-12'))
    // October 2023 is compared with windows that reach a month further back than the data, and with
    // Microsoft 365 usage of a month that is not there.
    expect(points.map(({ monthsMissing }) => monthsMissing)).toEqual([1, 0])
    // Of the two trailing years one month is there; that Microsoft 365 has none is another matter.
    const sparse = facts().azure({ tenant: 'a', month: '2023-11', usd: 1 })
    expect(trendOf(on(sparse), range('2023-12', '2023-12'))[0]?.monthsMissing).toBe(23)
  })

  it('says no data where nothing was imported, never 0', () => {
    const [point] = trendOf(on(facts()), range('2023-12', '2023-12'))
    expect(point).toMatchObject({ total: null, totalShown: null, attained: false })
    expect(point?.metrics.map(({ status }) => status)).toEqual(Array(4).fill('no-data'))
  })
})

/** One of four experts loses the certification after 2023-12-20, another expert comes on the 28th. */
const changingStaff = () => {
  const builder = skilled(facts().fullHistory(), 3)
  for (const name of ['new-1', 'new-2', 'new-3', 'new-4', 'new-5']) builder.azureYears(name, 100)
  for (const name of ['big-1', 'big-2', 'big-3', 'big-4']) builder.azureYears(name, 12_000, 5_875)
  return builder
    .certification({ person: 'leaver', title: 'SC-100', expires: '2023-12-20' })
    .certification({ person: 'comer', title: 'SC-100', completed: '2023-12-28' })
}

/** Every day by itself. */
function attainedDays(prepared: PreparedOn, from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let each = from; each <= to; each += 1) {
    if (scoreOf({ all: prepared(each), named: null }, { asOf: each }).attained) days.push(each)
  }
  return days
}

describe('the eligibility window', () => {
  it('is the month up to the date, and the five full months before it', () => {
    const { from, to } = eligibilityOn(on(facts()), day('2023-12-15'), {})
    expect([from, to]).toEqual(['2023-07-01', '2023-12-15'])
  })

  it('has the days on which both conditions held, the day of expiry included', () => {
    const eligibility = eligibilityOn(on(changingStaff()), day('2023-12-31'), {})
    expect(eligibility).toMatchObject({ qualifies: true, qualifyingDays: 24, complete: true })
    expect(eligibility.spans).toEqual([
      { from: '2023-12-01', to: '2023-12-20' },
      { from: '2023-12-28', to: '2023-12-31' },
    ])
  })

  it('agrees with the score of every single day', () => {
    const prepared = on(changingStaff())
    const [from, to] = [day('2023-07-01'), day('2024-01-31')]
    const days = qualifyingSpans(prepared, { from, to, readings: {} }).flatMap((span) =>
      Array.from({ length: span.to - span.from + 1 }, (_each, index) => span.from + index),
    )
    expect(days.map(formatDay)).toEqual(attainedDays(prepared, from, to).map(formatDay))
  })

  it('is not complete when a qualifying day rests on months that were not imported', () => {
    const sparse = facts().azureYears('only', 12_000)
    for (let index = 0; index < 10; index += 1) sparse.azureYears(`t${String(index)}`, 12_500)
    skilled(sparse, 6)
    const window = eligibilityOn(on(sparse), day('2023-12-15'), {})
    expect(window).toMatchObject({ qualifies: true, complete: false })
  })

  it('is not complete when that is so in one month of several', () => {
    // January compares seats with December 2022, which were not imported; November compares no seats.
    const builder = seventy().importedAzure('2021-11', '2023-12').importedSeats('2023-12')
    const complete = (date: string) => eligibilityOn(on(builder), day(date), {}).complete
    expect([complete('2023-12-31'), complete('2024-01-01')]).toEqual([true, false])
    expect(eligibilityOn(on(builder), day('2024-01-01'), {}).spans).toEqual([
      { from: '2023-12-01', to: '2024-01-01' },
    ])
  })

  it('ends a span on the day on which the rules change, of all tracks or of one', () => {
    const built = seventy().build()
    const [edition] = editionsFor(day('2023-12-15'))
    const fine = prepare(built, edition)
    const strict = prepare(built, { ...edition, id: 'strict', threshold: 71 })
    const changed = day('2023-12-10')
    const dates = { from: day('2023-12-05'), to: day('2023-12-15'), readings: {} }
    const all: PreparedOn = (date) => (date < changed ? [fine] : [strict])
    const one: PreparedOn = (date) => (date < changed ? [strict, fine] : [strict, strict])
    for (const tracks of [all, one]) {
      expect(qualifyingSpans(tracks, dates)).toEqual([{ from: dates.from, to: changed - 1 }])
    }
  })

  it('ends a span with a certification that only one track knows', () => {
    const built = changingStaff().build()
    const [edition] = editionsFor(day('2023-12-15'))
    const certifications = edition.certifications.filter(({ id }) => id !== 'SC-100')
    const tracks = [
      prepare(built, edition),
      prepare(built, { ...edition, certifications }),
    ] as const
    const [span] = qualifyingSpans(() => tracks, {
      from: day('2023-12-05'),
      to: day('2023-12-25'),
      readings: {},
    })
    expect(span).toEqual({ from: day('2023-12-05'), to: day('2023-12-20') })
  })

  it('ends a span where a retired certification stops to count', () => {
    const builder = facts()
    for (const gate of ['gate-1', 'gate-2']) {
      builder.certification({ person: gate, title: 'AZ-500' })
      builder.certification({ person: gate, title: 'MS-500' })
    }
    for (const expert of ['a', 'b', 'c', 'd', 'e', 'f']) {
      builder.certification({ person: expert, title: 'SC-100' })
    }
    for (let index = 0; index < 10; index += 1) {
      builder.azure({ tenant: `t${String(index)}`, month: '2024-05', usd: 12_500 })
      builder.azure({ tenant: `t${String(index)}`, month: '2024-06', usd: 0 })
    }
    const spans = qualifyingSpans(on(builder), {
      from: day('2024-06-25'),
      to: day('2024-07-05'),
      readings: {},
    })
    expect(spans.map((span) => [formatDay(span.from), formatDay(span.to)])).toEqual([
      ['2024-06-25', '2024-06-30'],
    ])
  })

  it('ends a span where a retired certification stops to count for its holder', () => {
    const builder = facts()
    builder.certification({ person: 'a', title: 'AZ-500', completed: '2025-09-10', expires: null })
    builder.certification({ person: 'a', title: 'SC-200', expires: null })
    for (const person of ['a', 'b', 'c', 'd'])
      builder.certification({ person, title: 'SC-401', expires: null })
    for (let index = 0; index < 6; index += 1) {
      const tenant = `t${String(index)}`
      builder.azure({ tenant, month: '2026-08', usd: 6_000 })
    }
    const spans = qualifyingSpans(on(builder), {
      from: day('2026-09-05'),
      to: day('2026-09-15'),
      readings: {},
    })
    // 16 points of the gates' steps and 60 of usage are left afterwards, which would not be enough.
    expect(spans.map((span) => [formatDay(span.from), formatDay(span.to)])).toEqual([
      ['2026-09-05', '2026-09-10'],
    ])
  })

  it('does not qualify a partner that never met the rules', () => {
    const eligibility = eligibilityOn(on(facts()), day('2023-12-15'), {})
    expect(eligibility).toMatchObject({ qualifies: false, qualifyingDays: 0, spans: [] })
  })
})
