import { describe, expect, it } from 'vitest'
import type { ScoreWarning } from '../../shared/score'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { scoreFacts, type TestOptions } from './testing/score-facts'

const warnings = (
  code: ScoreWarning['code'],
  builder: FactsBuilder,
  options?: TestOptions,
): ScoreWarning[] => scoreFacts(builder, options).warnings.filter((each) => each.code === code)

describe('a score date for which the rules were not seen', () => {
  const notSeen = (asOf: string, edition?: string) =>
    warnings('edition-not-seen', facts(), { asOf, edition })

  it.each(['2023-12-01', '2024-06-30'])('does not include %s', (asOf) => {
    expect(notSeen(asOf)).toEqual([])
  })

  it.each(['2024-07-01', '2025-03-15', '2026-06-30', '2023-11-30'])('includes %s', (asOf) => {
    expect(notSeen(asOf)).toEqual([
      {
        code: 'edition-not-seen',
        message: `The rules of edition security-2023-12 are known for 2023-12-01 to 2024-06-30. On ${asOf} other rules may hold; this score applies the edition as it is.`,
        count: 1,
      },
    ])
  })

  it('says so of an edition that is in force and has no end', () => {
    const edition = 'security-2026-smb'
    const [warning] = warnings('edition-not-seen', facts(), { asOf: '2026-06-30', edition })
    expect(warning?.message).toContain(`${edition} are known for dates from 2026-07-01 on.`)
    expect(warnings('edition-not-seen', facts(), { asOf: '2026-07-01', edition })).toEqual([])
  })

  it('is judged by the edition that was asked for', () => {
    expect(notSeen('2023-06-12', 'security-2023-06')).toHaveLength(1)
    expect(notSeen('2023-06-13', 'security-2023-06')).toEqual([])
    expect(notSeen('2023-11-30', 'security-2023-06')).toEqual([])
    expect(notSeen('2023-12-01', 'security-2023-06')).toHaveLength(1)
  })
})

describe('a usage month that is not in the data', () => {
  const missing = (builder: FactsBuilder, options?: TestOptions) =>
    warnings('usage-month-missing', builder, options)

  it('is not reported where both streams have it', () => {
    expect(missing(facts().fullHistory())).toEqual([])
  })

  it('is reported for each stream, also when nothing was imported', () => {
    expect(missing(facts())).toEqual([
      {
        code: 'usage-month-missing',
        message: 'No Azure usage was imported, so the Azure stream has no data.',
        count: 1,
        names: [],
        stream: 'azure',
      },
      {
        code: 'usage-month-missing',
        message: 'No Microsoft 365 usage was imported, so the Microsoft 365 stream has no data.',
        count: 1,
        names: [],
        stream: 'm365',
      },
    ])
  })

  const late = () => facts().importedAzure('2023-09', '2023-10').importedSeats('2023-11', '2022-11')

  it('is reported with the newest month of the data', () => {
    expect(missing(late())).toEqual([
      {
        code: 'usage-month-missing',
        message:
          'Azure usage of 2023-11 is not in the data, whose newest month is 2023-10, so the Azure stream has no data.',
        count: 1,
        names: ['2023-10'],
        stream: 'azure',
      },
    ])
  })

  it('is reported with the month that takes its place under the reading newest', () => {
    const readings = { currentMonth: 'newest' } as const
    expect(missing(late(), { readings }).map(({ message }) => message)).toEqual([
      'Azure usage of 2023-11 is not in the data, whose newest month is 2023-10, so 2023-10 takes its place.',
    ])
  })

  it('is reported where only later months are in the data', () => {
    const builder = facts().importedAzure('2023-12').importedSeats('2023-11', '2022-11')
    for (const currentMonth of ['strict', 'newest'] as const)
      expect(missing(builder, { readings: { currentMonth } })[0]?.message).toBe(
        'Azure usage of 2023-11 is not in the data, whose newest month is 2023-12, so the Azure stream has no data.',
      )
  })
})

describe('gaps in the compared windows', () => {
  const gaps = (builder: FactsBuilder, options?: TestOptions) =>
    warnings('months-missing', builder, options)

  it('are none with 24 months of Azure and two of Microsoft 365', () => {
    expect(gaps(facts().fullHistory())).toEqual([])
  })

  it('are named, from the first month of the year before to the usage month', () => {
    const months = ['2021-11', '2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06']
    const builder = facts()
      .importedAzure(...months, '2022-07', '2022-08', '2022-09', '2022-10', '2022-11', '2022-12')
      .importedAzure('2023-01', '2023-02', '2023-04', '2023-05', '2023-06', '2023-07')
      .importedAzure('2023-08', '2023-09', '2023-10', '2023-11', '2023-12')
    expect(gaps(builder)).toEqual([
      {
        code: 'months-missing',
        message:
          'Azure usage of 2021-12, 2023-03 is not in the data and was taken as none, so the comparison with a year ago may be wrong.',
        count: 2,
        names: ['2021-12', '2023-03'],
        stream: 'azure',
      },
    ])
  })

  it('are the same month a year ago for Microsoft 365, not the months between', () => {
    expect(gaps(facts().importedSeats('2023-11', '2023-10'))).toMatchObject([
      { count: 1, names: ['2022-11'], stream: 'm365' },
    ])
  })

  it('are those of the month that takes the place of the usage month', () => {
    const builder = facts().importedSeats('2023-10', '2022-11')
    const readings = { currentMonth: 'newest' } as const
    expect(gaps(builder, { readings })).toMatchObject([{ names: ['2022-10'], stream: 'm365' }])
  })

  it('are not counted where a stream has no data at all', () => {
    expect(gaps(facts().importedAzure('2023-10'))).toEqual([])
  })
})
