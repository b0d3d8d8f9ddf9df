import { describe, expect, it } from 'vitest'
import type { MetricId, Readings } from '../../shared/score'
import { explanationOf } from './explanation'
import { accountOf } from './left-out'
import type { AzureRow, CertificationRow, SeatRow } from './testing/facts-builder'
import type { Partner } from './testing/partners'
import { scoreOfPartner, sectionOf, storedRows, told } from './testing/stored-rows'

const none: Partner = { azure: [], seats: [], people: [] }
const azureRow: AzureRow = { tenant: 'Fennick', month: '2023-11', usd: 150 }
const seatRow: SeatRow = { tenant: 'Fennick', month: '2023-11', paid: 40, active: 10 }
const person: CertificationRow = { person: 'mira', title: 'AZ-500' }

interface Asked {
  readonly metric?: MetricId
  readonly edition?: string
  readonly readings?: Partial<Readings>
}

function lots(partner: Partial<Partner>, section: string, asked: Asked = {}) {
  const { metric = 'net-customer-adds', ...options } = asked
  const whole = { ...none, ...partner }
  const of = scoreOfPartner(whole, options)
  return told(accountOf(of, sectionOf(of, metric, section), storedRows(whole)))
}

describe('an Azure row is left out', () => {
  it.each<[string, Partial<AzureRow>]>([
    ['outside-window/outside', { month: '2021-11' }],
    ['service-not-eligible', { service: 'Virtual Machines' }],
    ['offer-excluded', { offer: 'Trial' }],
    ['duplicate', { duplicate: true }],
    ['association-missing', { association: null }],
    ['association-other', { association: 'CSP Tier 1' }],
    ['association-unknown', { association: 'Friends' }],
    ['below-threshold', { usd: 99.999999 }],
  ])('as %s, with %j', (cause, change) => {
    const row = { ...azureRow, ...change }
    expect(lots({ azure: [row] }, 'azure')).toEqual({ [cause]: [1, row.usd] })
  })

  it('for the first cause only: without its service nobody misses the association', () => {
    const azure = [{ ...azureRow, service: 'Virtual Machines', offer: 'Trial', association: null }]
    expect(lots({ azure }, 'azure')).toEqual({ 'service-not-eligible': [1, 150] })
  })

  it('as above the range, where a track counts small customers', () => {
    const azure = [{ ...azureRow, usd: 12_001 }]
    const asked = { metric: 'deployments', edition: 'security-2026-smb' } as const
    expect(lots({ azure }, 'azure', asked)).toEqual({ 'above-range': [1, 12_001] })
  })

  it('as below the threshold of growth, which then has nothing of it', () => {
    const azure = [{ ...azureRow, usd: 12_000 }]
    const asked = { metric: 'usage-growth', edition: 'security-2026-enterprise' } as const
    expect(lots({ azure }, 'azure', asked)).toEqual({ 'below-threshold': [1, 12_000] })
  })
})

describe('a Microsoft 365 row is left out', () => {
  it.each<[string, Partial<SeatRow>]>([
    ['outside-window/outside', { month: '2023-10' }],
    ['workload-not-eligible', { workload: 'Exchange Online' }],
    ['duplicate', { duplicate: true }],
    ['association-missing', { association: null }],
    ['association-other', { association: 'Partner Admin Link' }],
    ['association-unknown', { association: 'Friends' }],
    ['below-threshold', { paid: 24 }],
  ])('as %s, with %j', (cause, change) => {
    const row = { ...seatRow, ...change }
    expect(lots({ seats: [row] }, 'm365')).toEqual({ [cause]: [1, row.paid] })
  })

  it('as superseded by another row of the same seats that has more', () => {
    const seats = [seatRow, { ...seatRow, paid: 60, workload: 'Microsoft Intune' }]
    expect(lots({ seats }, 'm365')).toEqual({ counts: [1, 60], superseded: [1, 40] })
  })

  it('as another workload, where any one of them decides, but not where they are added', () => {
    const seats = [seatRow, { ...seatRow, paid: 30, workload: 'Microsoft Defender for Identity' }]
    expect(lots({ seats }, 'm365')).toEqual({ counts: [1, 40], 'another-workload': [1, 30] })
    const readings = { seatScope: 'tenant' } as const
    expect(lots({ seats }, 'm365', { readings })).toEqual({ counts: [2, 70] })
  })

  it('as having too few active seats for a deployment', () => {
    const seats = [{ ...seatRow, active: 5 }]
    const asked = { metric: 'deployments' } as const
    expect(lots({ seats }, 'm365', asked)).toEqual({ 'too-few-active': [1, 40] })
  })
})

describe('a certification is left out of a step', () => {
  const asked = { metric: 'intermediate-certifications' } as const
  it.each<[string, Partial<CertificationRow>]>([
    ['certification-unknown', { title: 'AZ-900' }],
    ['not-a-certification', { trainingType: 'Course' }],
    ['not-a-certification', { trainingType: 'Course', title: 'AZ-900' }],
    ['not-in-step', { title: 'SC-100' }],
    ['inactive', { activation: 'Revoked' }],
    ['not-yet-completed', { completed: '2023-12-16' }],
    ['expired', { expires: '2023-12-14' }],
  ])('as %s, with %j', (cause, change) => {
    expect(lots({ people: [{ ...person, ...change }] }, 'step-1', asked)).toEqual({
      [cause]: [1, 1],
    })
  })

  it('as retired once its last day is over', () => {
    const whole = { ...none, people: [{ ...person, title: 'MS-500' }] }
    const of = scoreOfPartner(whole, { asOf: '2024-07-01' })
    const account = accountOf(of, sectionOf(of, asked.metric, 'step-2'), storedRows(whole))
    expect(told(account)).toEqual({ retired: [1, 1] })
  })
})

describe('near a threshold', () => {
  const near = (partner: Partial<Partner>, section: string, asked: Asked = {}) => {
    const { metric = 'net-customer-adds', ...options } = asked
    const of = scoreOfPartner({ ...none, ...partner }, options)
    const found = explanationOf(of, metric, 10).sections.find(({ id }) => id === section)
    return found?.lists.near.entries.map(({ gap, gapActive }) => [gap, gapActive])
  }

  it.each<[string, number, unknown[]]>([
    ['net-customer-adds', 79.999999, []],
    ['net-customer-adds', 80, [[20, null]]],
    ['net-customer-adds', 99.999999, [[0.000001, null]]],
    ['net-customer-adds', 100, []],
  ])('is an Azure customer in %s with USD %d: %j', (metric, usd, gaps) => {
    const asked = { metric: metric as MetricId }
    expect(near({ azure: [{ ...azureRow, usd }] }, 'azure', asked)).toEqual(gaps)
  })

  it('is one seat where a fifth of the threshold is no whole seat', () => {
    const edition = 'security-2026-smb'
    expect(near({ seats: [{ ...seatRow, paid: 4 }] }, 'm365', { edition })).toEqual([[1, null]])
    expect(near({ seats: [{ ...seatRow, paid: 3 }] }, 'm365', { edition })).toEqual([])
  })

  it('is a deployment that lacks some active seats', () => {
    const asked = { metric: 'deployments' } as const
    expect(near({ seats: [{ ...seatRow, active: 5 }] }, 'm365', asked)).toEqual([[0, 1]])
    expect(near({ seats: [{ ...seatRow, active: 3 }] }, 'm365', asked)).toEqual([])
  })

  it('is in growth who fell short of its year before by less than a step', () => {
    const before = { ...azureRow, month: '2022-11', usd: 3_000 }
    const asked = { metric: 'usage-growth' } as const
    const now = (usd: number) => ({ azure: [{ ...azureRow, usd }, before] })
    expect(near(now(1_750), 'azure', asked)).toEqual([[1_250, null]])
    expect(near(now(1_749), 'azure', asked)).toEqual([])
  })

  it('is a person with a certification to renew, but not one with a retired one', () => {
    const asked = { metric: 'intermediate-certifications' } as const
    const people = [{ ...person, expires: '2023-12-14' }]
    expect(near({ people }, 'step-1', asked)).toEqual([[1, null]])
    expect(near({ people: [{ ...person, activation: 'Active' }] }, 'step-1', asked)).toEqual([])
  })
})
