import { describe, expect, it } from 'vitest'
import { recordOf, utf8 } from '../testing/records'
import { AmountReader, NOT_A_NUMBER, OUT_OF_RANGE } from './amount'
import { readCount } from './count'

function count(text: string): number {
  return readCount(new AmountReader('.', utf8), recordOf([text]), 0)
}

describe('a number of seats', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['25', 25],
    ['25.0', 25],
    ['25.0000000000', 25],
    ['1,250', 1250],
    ['1000000000', 1_000_000_000],
  ])('is read from "%s" as %d', (text, seats) => {
    expect(count(text)).toBe(seats)
  })

  it.each([[''], ['-1'], ['(3)'], ['2.5'], ['2.0000001'], ['12x'], ['n/a']])(
    'is none when written as "%s"',
    (text) => {
      expect(count(text)).toBe(NOT_A_NUMBER)
    },
  )

  it('is out of range beyond a billion', () => {
    expect(count('1000000001')).toBe(OUT_OF_RANGE)
    expect(count('-1000000001')).toBe(OUT_OF_RANGE)
  })
})
