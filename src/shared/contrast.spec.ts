import { expect, it } from 'vitest'
import { contrastOnPaper, darkenedTo, TEXT_CONTRAST } from './contrast'

it('is 21 for black, 1 for white, and that of the standard in between', () => {
  expect(contrastOnPaper('#000000')).toBe(21)
  expect(contrastOnPaper('#ffffff')).toBe(1)
  expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 2)
  expect(contrastOnPaper('#777777')).toBeLessThan(TEXT_CONTRAST)
})

it('darkens a colour just as far as needed, and leaves one alone that is dark enough', () => {
  expect(darkenedTo('#0b5d62', TEXT_CONTRAST)).toBe('#0b5d62')
  const darker = darkenedTo('#ffcc00', TEXT_CONTRAST)
  expect(contrastOnPaper(darker)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  expect(contrastOnPaper(darker)).toBeLessThan(TEXT_CONTRAST + 0.3)
  expect(darker).toMatch(/^#[0-9a-f]{4}00$/)
})
