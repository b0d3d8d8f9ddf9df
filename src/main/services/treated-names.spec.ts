import { describe, expect, it } from 'vitest'
import { azure, setUp } from './testing/import-bench'
import { Scores } from './scores'
import { forgetName, listTreatedNames, treatName } from './treated-names'

const wanted = { kind: 'service', name: 'Sentinell', treatAs: 'Sentinel' } as const

/** A partner whose only usage has a service that no edition knows. */
function misspelt() {
  const bench = setUp()
  bench.store([azure([['2023-11', '1000', 'Sentinell']])])
  const scores = new Scores(bench.context.workspace, bench.context.clock)
  const { profileId } = bench.request([])
  const request = { profileId, asOf: '2023-12-15', edition: 'security-2023-12' }
  const codes = () => scores.score(request).warnings.map(({ code }) => code)
  const usage = () => scores.metric(request, 'usage-growth').streams?.[0]?.current
  return { ...bench, codes, usage, scores, request, ...bench.context }
}

describe('a name that is treated as another', () => {
  it('counts as that one at once, says so, and counts no longer when that is taken back', () => {
    const { workspace, clock, codes, scores, request, usage } = misspelt()
    expect(codes()).toContain('unknown-service')
    expect(usage()).toBe(0)
    treatName(workspace, clock, wanted)
    expect(codes()).not.toContain('unknown-service')
    expect(scores.score(request).warnings).toContainEqual({
      code: 'name-treated-as',
      message: expect.stringContaining('Sentinell → Sentinel') as string,
      count: 1,
      names: ['Sentinell → Sentinel'],
      stream: 'azure',
    })
    expect(usage()).toBeGreaterThan(0)
    forgetName(workspace, clock, { kind: 'service', name: 'SENTINELL ' })
    expect(codes()).toContain('unknown-service')
    expect(usage()).toBe(0)
  })

  it('is listed with what somebody may choose, and replaced when treated anew', () => {
    const { workspace, clock } = misspelt()
    treatName(workspace, clock, wanted)
    treatName(workspace, clock, { ...wanted, name: 'sentinell', treatAs: 'Key Vault' })
    const { treated, known } = listTreatedNames(workspace)
    expect(treated).toEqual([
      { kind: 'service', name: 'sentinell', treatAs: 'Key Vault', addedAt: clock.now() },
    ])
    expect(known.service).toContain('Key Vault')
    expect(known.workload.length).toBeGreaterThan(3)
    expect(known.service).toEqual(known.service.toSorted((a, b) => a.localeCompare(b, 'en')))
  })

  it.each([
    ['name-known', { ...wanted, name: 'key vault' }],
    ['name-unknown', { ...wanted, treatAs: 'Nothing of that kind' }],
    ['name-unknown', { ...wanted, kind: 'workload' as const }],
  ])('is refused with %s', (code, given) => {
    const { workspace, clock } = misspelt()
    expect(() => treatName(workspace, clock, given)).toThrow(expect.objectContaining({ code }))
    expect(workspace.treatedNames()).toEqual([])
  })

  it('can only be forgotten when it was treated', () => {
    const { workspace, clock } = misspelt()
    expect(() => forgetName(workspace, clock, { kind: 'offer', name: 'Trial' })).toThrow(
      expect.objectContaining({ code: 'name-not-treated' }),
    )
  })
})
