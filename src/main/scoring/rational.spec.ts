import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rational } from './rational'

const third = Rational.parse('1/3')

describe('an exact number', () => {
  it('is read from a whole number and from a fraction', () => {
    expect(Rational.parse('2').compare(Rational.of(2))).toBe(0)
    expect(Rational.parse('20/6').compare(Rational.of(10, 3))).toBe(0)
  })

  it('adds up thirds to a whole, where binary floats would not', () => {
    const parts = ['10', '40/3', '20', '80/3'].map((text) => Rational.parse(text))
    const total = parts.reduce((sum, part) => sum.plus(part))
    expect(total.compare(Rational.of(70))).toBe(0)
  })

  it('subtracts, and knows its distance from 0', () => {
    const difference = third.minus(Rational.of(1))
    expect(difference.compare(Rational.of(-2, 3))).toBe(0)
    expect(difference.absolute().compare(Rational.of(2, 3))).toBe(0)
    expect(third.absolute().compare(third)).toBe(0)
    expect([difference.isZero, third.minus(Rational.parse('2/6')).isZero]).toEqual([false, true])
  })

  it('multiplies', () => {
    expect(Rational.of(4).times(Rational.parse('40/6')).compare(Rational.of(80, 3))).toBe(0)
  })

  it('knows its order', () => {
    expect(third.compare(Rational.parse('2/6'))).toBe(0)
    expect(third.compare(Rational.of(1))).toBeLessThan(0)
    expect(Rational.of(1).compare(third)).toBeGreaterThan(0)
    expect(third.isAtLeast(third)).toBe(true)
    expect(third.isAtLeast(Rational.of(34, 100))).toBe(false)
    expect(third.isAtLeast(Rational.zero)).toBe(true)
  })

  it('is held between two bounds', () => {
    const [low, high] = [Rational.zero, Rational.of(20)]
    expect(Rational.of(-1).clamp(low, high).rounded(0)).toBe(0)
    expect(Rational.of(21).clamp(low, high).rounded(0)).toBe(20)
    expect(Rational.of(7).clamp(low, high).rounded(0)).toBe(7)
  })

  it('loses its fraction towards zero', () => {
    expect(Rational.of(7, 2).truncated().rounded(1)).toBe(3)
    expect(Rational.of(-7, 2).truncated().rounded(1)).toBe(-3)
  })

  it('is rounded half up, also below zero', () => {
    expect(Rational.of(5, 100).rounded(1)).toBe(0.1)
    expect(Rational.of(49, 1000).rounded(1)).toBe(0)
    expect(Rational.of(-5, 100).rounded(1)).toBe(0)
    expect(Rational.of(-51, 1000).rounded(1)).toBe(-0.1)
    expect(Rational.parse('40/3').rounded(6)).toBe(13.333333)
    expect(Rational.parse('80/3').rounded(6)).toBe(26.666667)
  })

  it.each([
    [Rational.of(0, 6), '0'],
    [Rational.of(80, 6), '40/3'],
    [Rational.of(-14, 4), '-7/2'],
    [Rational.of(120, 6), '20'],
  ])('is written as a fraction in lowest terms (%#)', (value, text) => {
    expect(value.toFraction()).toBe(text)
  })

  it('is cut towards negative infinity', () => {
    expect(Rational.of(6_999, 100).cut(1)).toBe(69.9)
    expect(Rational.of(-1, 100).cut(1)).toBe(-0.1)
    expect(Rational.of(70).cut(1)).toBe(70)
  })

  it('rounds and cuts as decimal arithmetic does for all whole hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        const value = Rational.of(hundredths, 100)
        expect(value.rounded(1) * 10).toBeCloseTo(Math.floor((hundredths + 5) / 10), 6)
        expect(value.cut(1) * 10).toBeCloseTo(Math.floor(hundredths / 10), 6)
      }),
    )
  })
})
