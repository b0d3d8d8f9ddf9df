import { nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { useInspected } from './use-inspected'

/** The rows of a table that can change under the inspector. */
function table(...keys: readonly string[]) {
  const rows = shallowRef(keys)
  const rowAt = (place: number) => {
    const key = rows.value[place]
    return key === undefined ? undefined : { key, cells: {} }
  }
  const placeOf = (key: string) => {
    const place = rows.value.indexOf(key)
    return place < 0 ? null : place
  }
  return { rows, ...useInspected(rowAt, placeOf) }
}

describe('the row that is looked at', () => {
  it('is followed to where a change moved it', async () => {
    const { rows, open, row, active } = table('a', 'b', 'c')
    open(2)
    expect(row.value?.key).toBe('c')
    rows.value = ['c', 'a', 'b']
    await nextTick()
    expect([row.value?.key, active.value]).toEqual(['c', 0])
  })

  it('is no longer looked at once it is gone, and never another one in its place', async () => {
    const { rows, open, row } = table('a', 'b', 'c')
    open(1)
    rows.value = ['a', 'c']
    await nextTick()
    expect(row.value).toBeUndefined()
  })
})
