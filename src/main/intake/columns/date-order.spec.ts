import { describe, expect, it } from 'vitest'
import type { DateOrder } from '../../../shared/imports'
import { faultOf } from '../testing/files'
import { recordOf, utf8 } from '../testing/records'
import { DateOrderSurvey } from './date-order'

interface Options {
  readonly isUsageMonth?: boolean
  readonly answer?: DateOrder
}

function surveyOf(texts: readonly string[]) {
  const survey = new DateOrderSurvey(utf8)
  texts.forEach((text, index) => survey.take(recordOf([text], index + 2), 0))
  return survey
}

function decide(texts: readonly string[], { isUsageMonth = false, answer }: Options = {}) {
  const survey = surveyOf(texts)
  return survey.decide({ file: '/in/usage.csv', column: 'Date', isUsageMonth, answer })
}

describe('the order of day and month in a column', () => {
  it('is told by a single number above twelve, wherever in the column it stands', () => {
    expect(decide(['3/4/2023', '5/6/2023', '13/4/2023'])).toBe('dmy')
    expect(decide(['4/13/2023', '3/4/2023'])).toBe('mdy')
  })

  it('goes by the majority of rows when both places have numbers above twelve', () => {
    expect(decide(['13/4/2023', '4/13/2023', '14/5/2023'])).toBe('dmy')
    expect(decide(['13/4/2023', '4/13/2023', '4/13/2023'])).toBe('mdy')
  })

  it('is told by the place that is always the first of a usage month', () => {
    expect(decide(['11/1/2023', '10/1/2023'], { isUsageMonth: true })).toBe('mdy')
    expect(decide(['1/11/2023', '1/10/2023'], { isUsageMonth: true })).toBe('dmy')
  })

  it('is not told by such a place in a column of dates', () => {
    expect(faultOf(() => decide(['11/1/2023', '10/1/2023'])).code).toBe('date-order-ambiguous')
  })

  it('does not matter where both readings are the same', () => {
    expect(decide(['1/1/2023', '5/5/2023'])).toBe('mdy')
    expect(decide(['1/1/2023'], { answer: 'dmy' })).toBe('dmy')
  })

  it('does not matter where no text needs it', () => {
    expect(decide(['2023-04-03', '03.04.2023', '3 Apr 2023', '', 'never'])).toBe('mdy')
  })

  it('does not matter for what is no date in either order', () => {
    expect(decide(['13/14/2023', '2023-04-03'])).toBe('mdy')
  })

  it('is asked for when the column cannot decide, with the first row that needs it', () => {
    const fault = faultOf(() => decide(['2023-01-01', '5/5/2023', '3/4/2023', '6/7/2023']))
    expect(fault.code).toBe('date-order-ambiguous')
    expect(fault.details).toEqual({
      file: '/in/usage.csv',
      row: 4,
      column: 'Date',
      value: '3/4/2023',
      example: '3/4/2023',
      interpretations: { dmy: '2023-04-03', mdy: '2023-03-04' },
      evidence: {
        ...{ state: 'ambiguous', order: null, dayFirst: 0, monthFirst: 0, open: 2 },
        examples: [
          { row: 4, value: '3/4/2023', rows: 1, dmy: '2023-04-03', mdy: '2023-03-04' },
          { row: 5, value: '6/7/2023', rows: 1, dmy: '2023-07-06', mdy: '2023-06-07' },
        ],
      },
    })
    expect(fault.message).toContain('--date-order dmy or --date-order mdy')
  })

  it('is asked for when a single usage month leaves it open', () => {
    const fault = faultOf(() => decide(['11/1/2023', '11/1/2023'], { isUsageMonth: true }))
    expect(fault).toMatchObject({ code: 'date-order-ambiguous', details: { row: 2 } })
  })

  it('is asked for when the rows contradict each other evenly', () => {
    const fault = faultOf(() => decide(['13/4/2023', '4/13/2023']))
    expect(fault.details).toMatchObject({
      row: 2,
      interpretations: { dmy: '2023-04-13', mdy: 'no date' },
    })
  })

  it('takes the answer where the column is silent, never against what the column says', () => {
    expect(decide(['3/4/2023'], { answer: 'dmy' })).toBe('dmy')
    expect(decide(['3/4/2023'], { answer: 'mdy' })).toBe('mdy')
    expect(decide(['3/4/2023', '13/4/2023'], { answer: 'mdy' })).toBe('dmy')
    expect(decide(['1/11/2023', '1/10/2023'], { isUsageMonth: true, answer: 'mdy' })).toBe('dmy')
  })
})

describe('the evidence of a column of dates', () => {
  it.each([
    [['13/4/2023', '3/4/2023'], { state: 'decided', order: 'dmy', dayFirst: 1, open: 1 }],
    [
      ['13/4/2023', '13/4/2023', '4/13/2023'],
      { state: 'contradictory', order: 'dmy', dayFirst: 2, monthFirst: 1 },
    ],
    [['3/4/2023', '3/4/2023'], { state: 'ambiguous', order: null, open: 2 }],
    [['2023-04-03', '5/5/2023'], { state: 'undetermined', order: null, open: 0, examples: [] }],
  ])('of %j counts the rows that say one thing or the other', (texts, evidence) => {
    expect(surveyOf(texts).evidence({ isUsageMonth: false })).toMatchObject(evidence)
  })

  it('shows five values at most, each once', () => {
    const texts = [1, 1, 2, 3, 4, 5, 6, 7].map((month) => `8/${month}/2023`)
    const { examples } = surveyOf(texts).evidence({ isUsageMonth: false })
    expect(examples.map(({ value, rows }) => [value, rows])).toEqual([
      ['8/1/2023', 2],
      ...['8/2/2023', '8/3/2023', '8/4/2023', '8/5/2023'].map((value) => [value, 1]),
    ])
  })
})
