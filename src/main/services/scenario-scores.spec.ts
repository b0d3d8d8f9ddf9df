import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/calendar'
import { noOverrides } from '../../shared/no-overrides'
import {
  comparisonSchema,
  scenarioChoicesSchema,
  type CustomerOverride,
} from '../../shared/scenarios'
import { facts, tenantId } from '../scoring/testing/facts-builder'
import { seventy } from '../scoring/testing/score-facts'
import { choicesFor, compareScenarios } from './scenario-scores'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

const clock = { today: () => parseDay('2023-12-15') ?? NaN, now: () => '2023-12-15T08:00:00.000Z' }
function context(content = seventy().build()) {
  const workspace = new Shelf().add(1, content)
  return { workspace, scores: new Scores(workspace, clock) }
}
const unchanged = { newName: null, azure: null, seats: [], removed: false }
const withCustomer = (change: Partial<CustomerOverride> & { tenantId: string }) => ({
  ...noOverrides,
  customers: [{ ...unchanged, ...change }],
})

describe('scenarios beside the score as it is', () => {
  it('have their score and the difference of the total and of every metric', () => {
    const lost = withCustomer({ tenantId: tenantId('new-1'), removed: true })
    const comparison = compareScenarios(context(), { profileId: 1, scenarios: [noOverrides, lost] })
    expect(comparisonSchema.parse(comparison)).toEqual(comparison)
    expect(comparison).toMatchObject({
      asOf: '2023-12-15',
      usageMonth: '2023-11',
      max: 100,
      threshold: 70,
      baseline: { edition: 'security-2023-12', total: 70, attained: true },
    })
    expect(comparison.scenarios).toMatchObject([
      { status: 'scored', score: { total: 70 }, difference: 0, differenceShown: 0 },
      {
        status: 'scored',
        score: { total: 67.92, attained: false },
        difference: -2.08,
        differenceShown: -2.1,
        metrics: [
          { id: 'net-customer-adds', difference: -2 },
          { id: 'intermediate-certifications', difference: 0 },
          { id: 'deployments', difference: 0 },
          { id: 'usage-growth', difference: -0.08 },
        ],
      },
    ])
  })

  it('are refused one by one, with code, sentence and place', () => {
    const unknown = withCustomer({ tenantId: tenantId('gone') })
    const { scenarios } = compareScenarios(context(), {
      profileId: 1,
      scenarios: [unknown, noOverrides],
    })
    expect(scenarios).toMatchObject([
      {
        status: 'refused',
        error: { code: 'scenario-customer-unknown', details: { tenantId: tenantId('gone') } },
      },
      { status: 'scored' },
    ])
  })

  it('follow the track with the higher total of the scenario itself', () => {
    const content = facts().azure({ tenant: 'a', month: '2026-07', usd: 900 }).build()
    const large = withCustomer({
      tenantId: tenantId('a'),
      azure: { per: 'year', usd: 30_000 },
    })
    const { baseline, scenarios } = compareScenarios(context(content), {
      ...{ profileId: 1, asOf: '2026-08-10', scenarios: [large] },
    })
    expect(baseline.track).toBe('smb')
    expect(scenarios).toMatchObject([{ status: 'scored', score: { track: 'enterprise' } }])
  })

  it.each([
    [{ profileId: 2 }, 'profile-not-found'],
    [{ profileId: 1, edition: 'x' }, 'edition-not-found'],
    [{ profileId: 1, asOf: '2023-02-30' }, 'input-invalid'],
  ])('for %j are refused as %s', (request, code) => {
    expect(() => compareScenarios(context(), { ...request, scenarios: [] })).toThrow(
      expect.objectContaining({ code }),
    )
  })
})

describe('what an editor offers', () => {
  const choices = (search: string, limit = 20) =>
    choicesFor(
      context(
        facts()
          .fullHistory()
          .azureYears('Birch', 500)
          .azureYears('Alder', 700)
          .seatYears('Fern', [30, 12])
          .certification({ person: 'ada@x.example', name: 'Ada Quill', title: 'SC-100' })
          .build(),
      ),
      { profileId: 1, search, limit },
    )

  it('are the customers with their usage, those with the most first', () => {
    const offered = choices('')
    expect(scenarioChoicesSchema.parse(offered)).toEqual(offered)
    expect(offered.customers).toEqual([
      { tenantId: tenantId('Alder'), name: 'Alder', azureUsd: 700, seats: [] },
      { tenantId: tenantId('Birch'), name: 'Birch', azureUsd: 500, seats: [] },
      {
        tenantId: tenantId('Fern'),
        name: 'Fern',
        azureUsd: 0,
        seats: [{ workload: 'Intune', paid: 30, active: 12 }],
      },
    ])
  })

  it('are only those that contain the words, and no more than asked for', () => {
    expect(choices(' ER').customers.map(({ name }) => name)).toEqual(['Alder', 'Fern'])
    expect(choices(tenantId('Birch')).customers.map(({ name }) => name)).toEqual(['Birch'])
    expect(choices('', 1).customers).toHaveLength(1)
  })

  it('are people with what they hold, and the names of the edition', () => {
    const { people, workloads, certifications } = choices('')
    expect(people).toEqual([
      {
        person: 'ada@x.example',
        name: 'Ada Quill',
        certifications: [{ id: 'SC-100', completed: '2023-01-10', expires: '2024-12-31' }],
      },
    ])
    expect(workloads).toContain('Intune')
    expect(certifications.map(({ id }) => id)).toContain('AZ-500')
  })
})
