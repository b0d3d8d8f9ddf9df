import { describe, expect, it } from 'vitest'
import { outOfForce, type HistorySlice } from './in-force'

let next = 0
/** A slice of November of location 1, in a file of its own unless it says otherwise. */
function slice(importId: number, change: Partial<HistorySlice> = {}): HistorySlice {
  const id = ++next
  return {
    ...{ id, fileId: id, importId, mode: 'replace', withdrawn: false, sha256: `content ${id}` },
    ...{ dataset: 'azure-usage', month: 24_286, locationId: 1 },
    ...change,
  }
}

describe('what is out of force', () => {
  it('is what a later import replaced, by the first that did', () => {
    const [a, b, c] = [slice(1), slice(2), slice(3)]
    expect([...outOfForce([a, b, c]).supersededBy]).toEqual([
      [a.id, 2],
      [b.id, 3],
    ])
  })

  it.each([
    ['another month', { month: 24_287 }],
    ['another location', { locationId: 2 }],
    ['another dataset', { dataset: 'm365-usage' }],
    ['mode append', { mode: 'append' }],
    ['an import that is withdrawn', { withdrawn: true }],
    ['the same import', { importId: 1 }],
  ] as const)('is nothing for the sake of %s', (_what, change) => {
    expect(outOfForce([slice(1), slice(2, change)]).supersededBy.size).toBe(0)
  })

  it('is a file whose content is in force already, and it replaces nothing', () => {
    const [a, b] = [slice(1, { sha256: 'same' }), slice(2, { month: 24_287 })]
    const again = slice(3, { sha256: 'same' })
    const { supersededBy, repeats } = outOfForce([a, b, again])
    expect([...repeats]).toEqual([[again.fileId, a.fileId]])
    expect(supersededBy.size).toBe(0)
  })

  it('is no repetition where the earlier one was replaced or withdrawn before', () => {
    const [a, b] = [slice(1, { sha256: 'same' }), slice(2)]
    expect(outOfForce([a, b, slice(3, { sha256: 'same' })]).repeats.size).toBe(0)
    const withdrawn = { ...a, withdrawn: true }
    expect(outOfForce([withdrawn, slice(3, { sha256: 'same' })]).repeats.size).toBe(0)
  })
})
