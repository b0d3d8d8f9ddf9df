import { describe, expect, it } from 'vitest'
import { editDistance, likeness, nearestNames } from './nearest-names'

const entry = (name: string, ...aliases: string[]) => ({ name, aliases })

describe('the nearest names', () => {
  const services = [
    entry('Key Vault'),
    entry('Microsoft Defender for Cloud', 'Security Center', 'Azure Defender'),
    entry('Microsoft Sentinel', 'Sentinel'),
    entry('Network Watcher'),
  ]

  it('find a misspelling by the characters that differ', () => {
    expect(nearestNames('Key Valt', services, 3)).toEqual(['Key Vault'])
  })

  it('find a name by the words it shares, also with an alias, and say the name of the rules', () => {
    expect(nearestNames('Defender Cloud', services, 1)).toEqual(['Microsoft Defender for Cloud'])
    expect(nearestNames('Azure Security Center', services, 1)).toEqual([
      'Microsoft Defender for Cloud',
    ])
  })

  it('begin with the most like, then go by the alphabet, and are at most so many', () => {
    const list = [entry('Watch B'), entry('Watch A'), entry('Watch AB')]
    expect(nearestNames('Watch', list, 9)).toEqual(['Watch A', 'Watch B', 'Watch AB'])
    expect(nearestNames('Watch', list, 2)).toEqual(['Watch A', 'Watch B'])
  })

  it('suggest nothing for a name that is like none', () => {
    expect(nearestNames('Coffee', services, 5)).toEqual([])
  })

  it('take case and white space for nothing', () => {
    expect(nearestNames('  KEY   VAULT ', services, 1)).toEqual(['Key Vault'])
  })
})

describe('likeness', () => {
  it.each([
    ['', '', 1],
    ['abc', 'abc', 1],
    ['abcd', 'abxd', 0.75],
    ['abc', 'xyz', 0],
    ['microsoft sentinel', 'sentinel', 2 / 3],
    ['key vaults', 'key vault', 1],
    ['one two', 'two one', 1],
  ])('of "%s" and "%s" is %d', (one, other, like) => {
    expect(likeness(one, other)).toBeCloseTo(like, 10)
  })
})

describe('the edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['same', 'same', 0],
  ])('from "%s" to "%s" is %d, both ways', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })
})
