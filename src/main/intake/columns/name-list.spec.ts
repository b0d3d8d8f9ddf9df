import { describe, expect, it } from 'vitest'
import { recordOf, utf8 } from '../testing/records'
import { MISSING } from './byte-dictionary'
import { NameList } from './name-list'

describe('the names of a column', () => {
  it('are numbered in the order of their first row, white space around them aside', () => {
    const list = new NameList(utf8)
    const numbers = ['Sentinel', ' Defender', 'Sentinel ', 'sentinel', 'Defender'].map((name) =>
      list.lookup(recordOf([name]), 0),
    )
    expect(numbers).toEqual([0, 1, 0, 2, 1])
    expect(list.names).toEqual(['Sentinel', 'Defender', 'sentinel'])
  })

  it('are missing when the cell is empty and the column needs a value', () => {
    const list = new NameList(utf8)
    expect([list.lookup(recordOf(['  ']), 0), list.lookup(recordOf(['x']), -1)]).toEqual([
      MISSING,
      MISSING,
    ])
    expect(list.names).toEqual([])
  })

  it('have one entry for empty cells and for a column that is not there', () => {
    const list = new NameList(utf8, null)
    const empty = list.lookup(recordOf(['']), 0)
    expect([empty, list.lookup(recordOf(['x']), -1)]).toEqual([0, 0])
    expect(list.lookup(recordOf(['PAL']), 0)).toBe(1)
    expect(list.names).toEqual([null, 'PAL'])
  })

  it('may be called like what every object has', () => {
    const list = new NameList(utf8, '')
    const numbers = ['__proto__', 'constructor', '__proto__'].map((name) =>
      list.lookup(recordOf([name]), 0),
    )
    expect(numbers).toEqual([0, 1, 0])
  })
})
