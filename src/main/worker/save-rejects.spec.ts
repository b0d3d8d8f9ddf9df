import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveRejects } from '../services/save-rejects'
import { azure, faultOf, setUp } from '../services/testing/import-bench'

const bad = azure([
  ['2023-10', '5'],
  ['soon', '6'],
])

describe('saving the bad rows of files', () => {
  it('writes them with their reasons, stores nothing, and says how many they are', () => {
    const bench = setUp()
    const request = bench.request([bad])
    const target = join(dirname(request.paths[0] ?? ''), 'left out.csv')
    const before = bench.bytes()
    expect(saveRejects(bench.context, { ...request, target })).toEqual({
      ...{ name: 'left out.csv', rows: 1 },
    })
    const saved = readFileSync(target, 'utf8')
    expect(saved).toContain('soon')
    expect(saved.trimEnd().split(/\r?\n/)).toHaveLength(2)
    expect(bench.facts().azure.microUsd).toHaveLength(0)
    expect(bench.bytes()[0]).toBe(before[0])
  })

  it('makes no file where no row is bad', () => {
    const bench = setUp()
    const request = bench.request([azure([['2023-10', '5']])])
    const target = join(dirname(request.paths[0] ?? ''), 'left out.csv')
    expect(saveRejects(bench.context, { ...request, target }).rows).toBe(0)
    expect(existsSync(target)).toBe(false)
  })

  it('never takes the place of a file that is being imported', () => {
    const bench = setUp()
    const request = bench.request([bad])
    const [target = ''] = request.paths
    expect(faultOf(() => saveRejects(bench.context, { ...request, target })).code).toBe(
      'output-unwritable',
    )
    expect(readFileSync(target, 'utf8')).toBe(bad)
  })
})
