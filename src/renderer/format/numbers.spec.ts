import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatPoints,
  formatShare,
  formatSignedCount,
  formatSignedPoints,
  formatSignedUsd,
  formatSignedUsdCents,
  formatUsd,
  formatUsdCents,
  formatWholePoints,
} from './numbers'

describe('numbers on screen', () => {
  it('says "No data" where there is none, and never 0', () => {
    const formats = [
      formatPoints,
      formatCount,
      formatSignedCount,
      formatSignedPoints,
      formatUsd,
      formatUsdCents,
      formatSignedUsd,
      formatSignedUsdCents,
    ]
    for (const format of formats) {
      expect(format(null)).toBe('No data')
      expect(format(0)).toContain('0')
    }
  })

  it('shows points with one decimal always', () => {
    expect([0, 20, 13.3, 69.9].map((value) => formatPoints(value))).toEqual([
      '0.0',
      '20.0',
      '13.3',
      '69.9',
    ])
  })

  it('shows effects in points with their sign, and none where nothing changed', () => {
    expect([2, -13.3, 0].map((value) => formatSignedPoints(value))).toEqual([
      '+2.0',
      '-13.3',
      '0.0',
    ])
  })

  it('shows maxima and thresholds without a decimal that says nothing', () => {
    expect([formatWholePoints(70), formatWholePoints(37.5)]).toEqual(['70', '37.5'])
  })

  it('groups counts by thousands', () => {
    expect(formatCount(1_234_567)).toBe('1,234,567')
  })

  it('gives a change its sign, and none to no change', () => {
    expect([3_000, -3, 0].map((value) => formatSignedCount(value))).toEqual(['+3,000', '-3', '0'])
    expect([1250, -12, 0].map((value) => formatSignedUsd(value))).toEqual(['+$1,250', '-$12', '$0'])
    expect(formatSignedUsdCents(-0.4)).toBe('-$0.40')
  })

  it('shows cents only where they are asked for', () => {
    expect([formatUsd(1250), formatUsdCents(99.99)]).toEqual(['$1,250', '$99.99'])
  })

  it('shows a share as percent', () => {
    expect([formatShare(0.15), formatShare(1)]).toEqual(['15%', '100%'])
  })

  it('follows the locale it is given, also after another one was used', () => {
    expect([formatPoints(71.3, 'de'), formatPoints(71.3)]).toEqual(['71,3', '71.3'])
  })
})
