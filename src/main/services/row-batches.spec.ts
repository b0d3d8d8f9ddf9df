import { describe, expect, it } from 'vitest'
import type { WorkStep } from '../../shared/jobs'
import { azure, faultOf, setUp, tenant } from './testing/import-bench'

/** How many rows, how the work is reported, and how it is stopped. */

const most = 9000
const rows = Array.from({ length: most }, (_, row) => ['2023-11', String(row)] as const)

describe('rows on their way from a file to the store', () => {
  it('arrive one and all, though their batch is used again for the next ones', () => {
    const { store, facts } = setUp()
    store([azure(rows)])
    const { tenants, azure: stored } = facts()
    const amounts = new Map(
      Array.from(stored.tenant, (each, row) => [tenants[each]?.id, stored.microUsd[row]]),
    )
    expect(amounts.size).toBe(most)
    expect(rows.every(([, acr], row) => amounts.get(tenant(row)) === Number(acr) * 1e6)).toBe(true)
  })

  it('mean the same when they come in two files', () => {
    const few = rows.slice(0, 200)
    const whole = setUp()
    whole.store([azure([...few, ...few])])
    const split = setUp()
    split.store([azure(few), azure([...few, ...few]).replace(azure(few).replace(/^.*\n/, ''), '')])
    const sum = (totals: readonly number[]) => totals.reduce((total, each) => total + each, 0)
    expect(sum(split.totals())).toBe(sum(whole.totals()))
    expect(split.state().tenants).toBe(whole.state().tenants)
  })

  it('point into the names of their own file only', () => {
    const { store, facts } = setUp()
    const file = (services: readonly string[]) =>
      azure(services.map((service) => ['2023-11', '1', service]))
    store([file(['Sentinel', 'Defender']), file(['Defender', 'Key Vault', 'Sentinel'])])
    const { azure: stored } = facts()
    const dollars = new Map<string | undefined, number>()
    for (const [row, service] of stored.service.entries()) {
      const name = stored.services[service]
      dollars.set(name, (dollars.get(name) ?? 0) + (stored.microUsd[row] ?? 0) / 1e6)
    }
    expect(Object.fromEntries(dollars)).toEqual({ Sentinel: 2, Defender: 2, 'Key Vault': 1 })
  })
})

describe('the progress of an import', () => {
  const small = azure([['2023-10', '1']])
  const header = azure([])

  it.each([
    ['several files', [azure(rows.slice(0, 50)), small]],
    ['a file that comes twice', [azure(rows.slice(0, 50)), azure(rows.slice(0, 50)), small]],
    ['a file that turns out to be unusable', [`${azure(rows.slice(0, 50))}"never closed`, small]],
    ['a file without rows', [header, azure(rows.slice(0, 50))]],
  ])('never goes back and ends at the whole, with %s', (_, contents) => {
    const seen: [number, number][] = []
    const progress = (done: number, total: number) => seen.push([done, total])
    const { store } = setUp({ control: { progress, cancelled: () => false } })
    try {
      store(contents)
    } catch {
      // Refused or not, all of it was read.
    }
    const total = contents.reduce((bytes, content) => bytes + content.length, 0)
    const done = seen.map(([each]) => each)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
    expect(seen.at(-1)).toEqual([total, total])
    expect(new Set(seen.map(([, each]) => each))).toEqual(new Set([total]))
  })

  it('counts the rows of all files, each of them once', () => {
    const told: number[] = []
    const progress = (_done: number, _total: number, step?: WorkStep) => told.push(step?.rows ?? 0)
    const { store } = setUp({ control: { progress, cancelled: () => false } })
    store([azure(rows.slice(0, 50)), small])
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect(told.at(-1)).toBe(51)
  })
})

describe('an import that is cancelled', () => {
  const contents = [azure(rows.slice(0, 300)), azure([['2023-10', '1']])]

  it('leaves nothing behind, whenever that happens', () => {
    let asked = 0
    let stopAt = Infinity
    const control = { progress: () => undefined, cancelled: () => ++asked >= stopAt }
    const { store, bytes, totals } = setUp({ control })
    store([azure([['2023-09', '5']])])
    const before = bytes()
    asked = 0
    const complete = setUp({ control })
    complete.store(contents)
    const questions = asked
    expect(questions).toBeGreaterThan(100)
    for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
      asked = 0
      stopAt = Math.max(1, Math.floor(questions * share))
      expect(faultOf(() => store(contents)).code).toBe('cancelled')
      expect(bytes()).toEqual(before)
    }
    expect(totals()).toEqual([5_000_000])
  })

  it('can be begun again and then is stored', () => {
    let cancel = true
    const control = { progress: () => undefined, cancelled: () => cancel }
    const { store, state } = setUp({ control })
    expect(faultOf(() => store(contents)).code).toBe('cancelled')
    cancel = false
    store(contents)
    expect(state()).toMatchObject({ files: 2, tenants: 300 })
  })
})
