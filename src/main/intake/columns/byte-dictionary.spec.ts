import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordOf, utf8 } from '../testing/records'
import { ByteDictionary } from './byte-dictionary'

describe('a dictionary over the bytes of a column', () => {
  it('understands a text once, however often it stands there', () => {
    const understood: string[] = []
    const dictionary = new ByteDictionary(utf8, (text) => understood.push(text))
    const numbers = ['PAL', 'CPOR', 'PAL', '', 'PAL', ''].map((text) =>
      dictionary.lookup(recordOf([text]), 0),
    )
    expect(numbers).toEqual([1, 2, 1, 3, 1, 3])
    expect(understood).toEqual(['PAL', 'CPOR', ''])
  })

  it('keeps every text apart, whatever its bytes and however many there are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 400, size: 'max' }), (texts) => {
        const dictionary = new ByteDictionary(utf8, (each) => each)
        const seen = [...texts, ...texts].map((each) => dictionary.lookup(recordOf([each]), 0))
        expect(seen).toEqual([...texts, ...texts])
      }),
      { numRuns: 20 },
    )
  })

  it('forgets what it knew when it is full, and still gives the right meanings', () => {
    let understood = 0
    const dictionary = new ByteDictionary(utf8, (text) => {
      understood++
      return Number(text)
    })
    const distinct = 70_000
    let wrong = 0
    for (let number = 0; number < distinct; number++) {
      if (dictionary.lookup(recordOf([String(number)]), 0) !== number) wrong++
    }
    expect(wrong).toBe(0)
    expect(dictionary.lookup(recordOf([String(distinct - 1)]), 0)).toBe(distinct - 1)
    expect(understood).toBe(distinct)
    expect(dictionary.lookup(recordOf(['0']), 0)).toBe(0)
    expect(understood).toBe(distinct + 1)
  })
})
