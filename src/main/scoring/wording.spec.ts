import { describe, expect, it } from 'vitest'
import { listed, streamNames } from './wording'

describe('names in a sentence', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d, e'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and 1 more'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a, b, c, d, e and 3 more'],
  ])('%j are written as "%s"', (names, sentence) => {
    expect(listed(names)).toBe(sentence)
  })

  it('call each stream as the source page does', () => {
    expect(streamNames).toEqual({ azure: 'Azure', m365: 'Microsoft 365' })
  })
})
