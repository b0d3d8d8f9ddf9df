import { describe, expect, it } from 'vitest'
import type { Plan } from '../../shared/plan'
import { plan, planStep } from '../app/testing/plan'
import { score, scoreWithFailedMinimum } from '../app/testing/scores'
import { headline } from './messages'
import { actionText, candidateText, planLead, planRemarks, planTitle } from './plan'
import { english } from './testing/model'

const part = (change: Partial<Plan> = {}, holds = false) =>
  ({ status: 'planned', plan: plan(change), holds }) as const
const oneStep = (step = planStep('azure-deployment', { count: 1 })) =>
  plan({ ways: [{ effort: 3, total: 70, totalShown: 70, without: null, steps: [step] }] })
const short = score({ total: 66.7, totalShown: 66.7, thresholdMet: false, attained: false })

describe('the headline with a plan', () => {
  it('names the one step that is missing', () => {
    expect(headline(short, english, oneStep())).toBe(
      'One Azure deployment short of 70: 66.7 points',
    )
    const growth = oneStep(planStep('azure-growth', { count: 3 }))
    expect(headline(short, english, growth)).toBe(
      '$3,750 of Azure consumption short of 70: 66.7 points',
    )
  })

  it('never says that a total is enough while a minimum fails', () => {
    expect(headline(scoreWithFailedMinimum(), english, oneStep())).toBe(
      '72.0 points, but deployments misses its minimum: one Azure deployment is missing',
    )
  })

  it('keeps to the gap where more than one step is needed, or nothing is known', () => {
    expect(headline(short, english, plan())).toBe('Not attained: 66.7 points, 3.3 short of 70')
    expect(headline(score(), english, oneStep())).toMatch(/^Attained/)
  })
})

describe('the title of the ways', () => {
  it('says how far it is and what the cheapest way takes', () => {
    expect(planTitle(part(), english)).toBe('10.0 points to 70: the cheapest way takes 11 days')
    expect(planTitle(part({ gap: 0, gapShown: 0 }), english)).toBe(
      'The total is enough; deployments needs 11 days of work',
    )
  })

  it('says of an attained score until when it holds, and what holding takes', () => {
    expect(planTitle(part({ by: '2024-03-01' }, true), english)).toBe(
      'Attained, but lost on 1 March 2024 if nothing is done: holding it takes 11 days',
    )
    expect(planTitle(part({ by: '2024-03-01', ways: [] }, true), english)).toContain(
      'no lever holds it',
    )
    expect(planTitle(part({ ways: [], totalShown: 84 }, true), english)).toBe(
      'Attained with 14.0 points to spare, and held for six months',
    )
  })

  it('promises no way where there is none, and rounds nothing up to the line', () => {
    expect(planTitle(part({ ways: [], reachable: 69.97 }), english)).toBe(
      'No way to 70 within the limits: all levers together reach 69.9 points',
    )
    expect(planTitle({ status: 'refused', message: 'x' }, english)).toBe(
      'Ways cannot be computed under these rules',
    )
  })

  it('is explained by the sentence below it', () => {
    expect(planLead(part(), english)).toMatch(/^From 60.0 points to 70.*Two ways are ranked/)
    expect(planLead(part({ ways: [] }), english)).toContain('limits of the levers')
    expect(planLead(part({ by: '2024-03-01' }, true), english)).toContain('On 1 March 2024')
    expect(planLead(part({ ways: [] }, true), english)).toContain('No month of the next six')
  })
})

it('tells what bounds a plan: minimums, maxima, missing data, tracks, a search cut short', () => {
  const tracks = [{ edition: 'x', track: 'smb', total: 60, effort: null }]
  expect(
    planRemarks(part({ noData: ['usage-growth'], proven: false, otherTracks: tracks }), english),
  ).toEqual([
    'Below the minimum: deployments.',
    'At the maximum, so that more gives nothing: usage growth.',
    'Without data, counted from 0: usage growth.',
    'Under the SMB track: out of reach within the limits.',
    'The search was cut short; there may be a cheaper way.',
  ])
})

it('says each step as something to do, with the amount of all of it', () => {
  const texts = [
    planStep('azure-customer'),
    planStep('azure-growth', { count: 4 }),
    planStep('renewal', { count: 1 }),
  ].map((step) => actionText(plan(), step, english))
  expect(texts).toEqual([
    'Win two Azure customers',
    'Grow Azure consumption by $5,000',
    'Renew a certification',
  ])
})

it('names whom a step means and what they lack', () => {
  const customer = { kind: 'customer', id: 't-1', name: 'Saltmarsh Marine' } as const
  expect(candidateText({ ...customer, missing: { usd: 11.5 } }, english)).toBe(
    'Saltmarsh Marine: lacks $11.50',
  )
  expect(
    candidateText({ ...customer, name: '', missing: { paidSeats: 3, activeSeats: 2 } }, english),
  ).toBe('t-1: lacks 3 paid seats and 2 active seats')
  expect(
    candidateText(
      { ...customer, missing: {}, certification: 'SC-100', expires: '2024-01-17' },
      english,
    ),
  ).toBe('Saltmarsh Marine: SC-100 until 17 January 2024')
})
