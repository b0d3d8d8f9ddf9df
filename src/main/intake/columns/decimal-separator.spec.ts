import { describe, expect, it } from 'vitest'
import type { DecimalMark } from '../../../shared/imports'
import { faultOf } from '../testing/files'
import { recordOf, utf8 } from '../testing/records'
import { DecimalSeparatorSurvey } from './decimal-separator'

interface Options {
  readonly commaDelimited?: boolean
  readonly wholeNumbers?: boolean
  readonly quoted?: boolean
}

function surveyOf(
  texts: readonly string[],
  { commaDelimited = false, wholeNumbers = false, quoted = false }: Options = {},
) {
  const question = { file: '/in/usage.csv', column: 'ACR_USD', commaDelimited, wholeNumbers }
  const survey = new DecimalSeparatorSurvey(question, utf8)
  texts.forEach((text, index) => survey.take(recordOf([text], index + 2, quoted), 0))
  return survey
}

function decide(texts: readonly string[], options?: Options, answer?: DecimalMark) {
  return surveyOf(texts, options).decide(answer)
}

describe('the decimal separator of a column', () => {
  it.each([
    ['1234.5'],
    ['1,234.50'],
    ['1,234,567'],
    ['0.123'],
    ['1234.567'],
    ['12.3456'],
    ['.5'],
    ['$1,234.5'],
    ['1.234e2'],
  ])('is the point where a row says %s', (text) => {
    expect(decide(['1,234', text, '5'])).toBe('.')
  })

  it.each([['1234,5'], ['1.234,50'], ['1.234.567'], ['0,123'], ['12,3456'], ['1.234,5 EUR']])(
    'is the comma where a row says %s',
    (text) => {
      expect(decide(['1.234', text, '5'])).toBe(',')
    },
  )

  it('goes by the majority of the numbers that can be read in one way only', () => {
    expect(decide(['1,5', '2,5', '2.5'])).toBe(',')
    expect(decide(['1,5', '2.5', '2.5'])).toBe('.')
  })

  it('does not matter where no number has one', () => {
    expect(decide(['5', '', 'n/a', '-12', '.', '-'])).toBe('.')
  })

  it('is the point for unquoted cells of a comma-separated file', () => {
    expect(decide(['1.234'], { commaDelimited: true })).toBe('.')
  })

  it('is asked for when a number can be read both ways and nothing decides it', () => {
    const fault = faultOf(() => decide(['5', '1.234', '5.678']))
    expect(fault.code).toBe('decimal-separator-ambiguous')
    expect(fault.details).toEqual({
      file: '/in/usage.csv',
      row: 3,
      column: 'ACR_USD',
      value: '1.234',
      example: '1.234',
      interpretations: { decimal: '1.234', grouped: '1234' },
      evidence: {
        ...{ state: 'ambiguous', mark: null, points: 0, commas: 0, open: 2 },
        examples: [
          { row: 3, value: '1.234', decimal: '1.234', grouped: '1234' },
          { row: 4, value: '5.678', decimal: '5.678', grouped: '5678' },
        ],
      },
    })
    expect(fault.message).toContain('--decimal comma or --decimal point')
  })

  it('is the answer where the column is silent, never against what the column says', () => {
    expect(decide(['1.234'], {}, ',')).toBe(',')
    expect(decide(['1,234'], {}, '.')).toBe('.')
    expect(decide(['1.234', '1.5'], {}, ',')).toBe('.')
    expect(decide(['7'], {}, ',')).toBe(',')
  })

  it.each([
    [['1.5', '1.234'], { state: 'decided', mark: '.', points: 1, commas: 0, open: 1 }],
    [['1.5', '2,5', '3,5'], { state: 'contradictory', mark: ',', points: 1, commas: 2 }],
    [['1.234', '1.234'], { state: 'ambiguous', mark: null, open: 2, examples: [{ row: 2 }] }],
    [['5', ''], { state: 'undetermined', mark: null, open: 0, examples: [] }],
  ])('has evidence: of %j', (texts, evidence) => {
    expect(surveyOf(texts).evidence()).toMatchObject(evidence)
  })

  it('is asked for when the cells of a comma-separated file stand in quotes', () => {
    const fault = faultOf(() => decide([' 1,234 '], { commaDelimited: true, quoted: true }))
    expect(fault).toMatchObject({
      code: 'decimal-separator-ambiguous',
      details: { row: 2, value: '1,234', interpretations: { decimal: '1.234', grouped: '1234' } },
    })
  })

  it('is told by counts, which have no fractions', () => {
    expect(decide(['1,234'], { wholeNumbers: true })).toBe('.')
    expect(decide(['1.234'], { wholeNumbers: true })).toBe(',')
  })

  it.each([['1,000'], ['1,000 '], ['1.000'], ['1.000 $']])(
    'is not told by a count of %s, which is one or a thousand',
    (text) => {
      expect(faultOf(() => decide([text], { wholeNumbers: true })).code).toBe(
        'decimal-separator-ambiguous',
      )
    },
  )
})
