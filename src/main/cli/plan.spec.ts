import { describe, expect, it } from 'vitest'
import { planSchema, type Plan } from '../../shared/plan'
import type { Score } from '../../shared/score'
import { savePlanSettings } from '../services/plans'
import { openWritable } from '../store/open'
import { commandLine, withPartner, type Failure } from './testing/command-line'

describe('plan', () => {
  it('starts from the score and reaches the threshold, the cheapest way first', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const plan = await line.json<Plan>('plan', '--profile', name, '--as-of', '2023-10-15')
    const score = await line.json<Score>('score', '--profile', name, '--as-of', '2023-10-15')
    expect(planSchema.parse(plan)).toEqual(plan)
    expect({ total: plan.total, attained: plan.attained }).toEqual({
      total: score.total,
      attained: score.attained,
    })
    const later = await line.json<Plan>(
      ...['plan', '--profile', name, '--as-of', '2023-12-15', '--by', '2025-06-01'],
    )
    expect(later).toMatchObject({ by: '2025-06-01', attained: false, proven: true })
    const efforts = later.ways.map(({ effort }) => effort)
    expect(efforts).toEqual([...efforts].sort((a, b) => a - b))
    expect(later.ways.every(({ total }) => total >= later.threshold)).toBe(true)
  })

  it('takes effort and limits of the levers', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const plan = await line.json<Plan>(
      ...['plan', '--profile', name, '--as-of', '2023-12-15', '--by', '2025-06-01'],
      ...['--effort', 'azure-customer=0.25', '--limit', 'step-certification=1'],
    )
    const lever = (id: string) => plan.levers.find((each) => each.id === id)
    expect(lever('azure-customer')).toMatchObject({ effort: 0.25, defaultEffort: 3 })
    expect(lever('step-certification')?.limit).toBe(1)
  })

  it('uses the effort and limits saved for the partner unless others are given, and says so', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const store = openWritable(line.workspace)
    const { id = 0 } = store.profileByName(name) ?? {}
    const settings = { effort: { 'azure-customer': 0.25 }, limit: { renewal: 2 } }
    savePlanSettings(store, { profileId: id, settings })
    store.close()
    const asked = ['plan', '--profile', name, '--as-of', '2023-12-15', '--by', '2025-06-01']
    const plan = await line.json<Plan>(...asked)
    expect(plan).toMatchObject({ settings, saved: ['effort', 'limit'] })
    expect(plan.levers.find(({ id: lever }) => lever === 'azure-customer')?.effort).toBe(0.25)
    const given = await line.json<Plan>(...asked, '--effort', 'renewal=3')
    expect(given).toMatchObject({
      settings: { effort: { renewal: 3 }, limit: { renewal: 2 } },
      saved: ['limit'],
    })
    const { stdout } = await line.run(...asked)
    expect(stdout).toContain('effort saved for this partner: azure-customer 0.25')
    expect(stdout).toContain('limit saved for this partner: renewal 2')
  })

  it('prints the ways for people, with what is assumed of a later day', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run(
      ...['plan', '--profile', name, '--as-of', '2023-12-15', '--by', '2025-06-01'],
    )
    expect(stdout).toContain('every customer keeps the usage of the newest month')
    expect(stdout).toMatch(/1\. [\d.]+ days? to 7\d\.\d points \(the cheapest\)/)
    const attained = await line.run('plan', '--profile', name, '--as-of', '2023-12-15')
    expect(attained.stdout).toContain('The designation is attained')
  })

  it.each([
    [['--by', 'soon'], 'usage'],
    [['--by', '2023-12-14'], 'usage'],
    [['--effort', 'azure-customer'], 'usage'],
    [['--effort', 'customers=2'], 'usage'],
    [['--effort', 'azure-customer=cheap'], 'usage'],
    [['--effort', 'azure-customer='], 'usage'],
    [['--effort', 'azure-customer=-1'], 'usage'],
    [['--limit', 'azure-customer=1.5'], 'usage'],
    [['--edition', 'x'], 'edition-not-found'],
    [['surplus'], 'usage'],
  ])('refuses %j as %s', async (options, code) => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const failure = await line.json<Failure>(
      ...['plan', '--profile', name, '--as-of', '2023-12-15', ...options],
    )
    expect(failure.error.code).toBe(code)
  })
})
