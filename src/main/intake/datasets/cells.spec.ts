import { describe, expect, it } from 'vitest'
import { INVALID } from '../columns/byte-dictionary'
import { recordOf, utf8 } from '../testing/records'
import { flagDictionary, UsageNames } from './cells'

describe('a flag', () => {
  it.each([
    ['1', 1],
    ['TRUE', 1],
    [' Yes ', 1],
    ['0', 0],
    ['false', 0],
    ['No', 0],
    ['', 0],
    ['2', INVALID],
    ['y', INVALID],
    ['constructor', INVALID],
  ])('written as "%s" is %d', (text, flag) => {
    expect(flagDictionary(utf8).lookup(recordOf([text]), 0)).toBe(flag)
  })
})

describe('the names of a usage file', () => {
  it('grow in the dictionaries that were handed over before', () => {
    const names = new UsageNames(utf8)
    const { dictionaries } = names
    names.services.lookup(recordOf(['Sentinel']), 0)
    names.offers.lookup(recordOf(['']), 0)
    names.locations.lookup(recordOf(['x']), -1)
    expect(dictionaries).toMatchObject({ services: ['Sentinel'], offers: [null], locations: [''] })
  })
})
