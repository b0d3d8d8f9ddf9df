import { describe, expect, it } from 'vitest'
import { facts, type AzureRow, type SeatRow } from './testing/facts-builder'
import { scoreFacts, streamOf } from './testing/score-facts'

const november = { tenant: 'a', month: '2023-11' }

function azureUsd(...rows: readonly Partial<AzureRow>[]): number | null {
  const builder = facts().azure(...rows.map((row) => ({ ...november, usd: 100, ...row })))
  return streamOf(scoreFacts(builder), 'usage-growth', 'azure').current
}

function activeSeats(...rows: readonly Partial<SeatRow>[]): number | null {
  const all = rows.map((row) => ({ ...november, paid: 100, active: 50, ...row }))
  return streamOf(scoreFacts(facts().seats(...all)), 'usage-growth', 'm365').current
}

describe('an Azure row', () => {
  it.each<[string, Partial<AzureRow>]>([
    ['of a listed service', { service: 'Key Vault' }],
    ['of a renamed service, in any case', { service: ' microsoft  SENTINEL ' }],
    ['without an offer column', { offer: null }],
    ['with an empty offer', { offer: ' ' }],
    ['of an offer that is not excluded', { offer: 'Enterprise Agreement' }],
    ['of an offer in no list', { offer: 'Summer campaign' }],
    ['linked by PAL', { association: 'Partner Admin Link (PAL)' }],
  ])('%s counts', (_, row) => {
    expect(azureUsd(row)).toBe(100)
  })

  it.each<[string, Partial<AzureRow>]>([
    ['of a service in no list', { service: 'Virtual Machines' }],
    ['of a Support offer', { offer: 'SUPPORT' }],
    ['of an Internal offer', { offer: 'Internal' }],
    ['of a Benefit Program offer', { offer: 'Benefit Program' }],
    ['of a Trial offer', { offer: 'Trial' }],
    ['with another association', { association: 'CSP Tier 1' }],
    ['with an association in no list', { association: 'Friends' }],
    ['with an empty association', { association: '' }],
    ['without an association', { association: null }],
    ['that another location reports too', { duplicate: true }],
  ])('%s does not count', (_, row) => {
    expect(azureUsd(row)).toBe(0)
  })

  it('counts beside one that does not', () => {
    expect(azureUsd({}, { service: 'Virtual Machines' }, { duplicate: true }, { usd: 7 })).toBe(107)
  })

  it('with a credit counts with its sign', () => {
    expect(azureUsd({ usd: 250 }, { usd: -100 })).toBe(150)
  })
})

describe('a Microsoft 365 row', () => {
  it.each<[string, Partial<SeatRow>]>([
    ['of a listed workload', { workload: 'Microsoft Defender for Identity' }],
    ['of a renamed workload', { workload: 'ENTRA ID P1' }],
    ['claimed by CPOR', { association: 'Claiming Partner of Record (CPOR)' }],
  ])('%s counts', (_, row) => {
    expect(activeSeats(row)).toBe(50)
  })

  it.each<[string, Partial<SeatRow>]>([
    ['of a workload in no list', { workload: 'Exchange Online' }],
    ['with another association', { association: 'PAL' }],
    ['without an association', { association: null }],
    ['that another location reports too', { duplicate: true }],
  ])('%s does not count', (_, row) => {
    expect(activeSeats(row)).toBe(0)
  })
})

describe('several Microsoft 365 rows of one tenant, workload and month', () => {
  it('describe the same seats: the one with the most paid seats stands', () => {
    expect(
      activeSeats({ paid: 80, active: 70 }, { paid: 90, active: 10 }, { paid: 85, active: 60 }),
    ).toBe(10)
    expect(activeSeats({ paid: 90, active: 10 }, { paid: 80, active: 70 })).toBe(10)
  })

  it('on a tie of paid seats are the one with the most active ones', () => {
    expect(activeSeats({ active: 30 }, { active: 40 }, { active: 20 })).toBe(40)
    expect(activeSeats({ active: 40 }, { active: 20 })).toBe(40)
  })

  it('are recognised under different names of the workload', () => {
    const names = ['Azure Active Directory Premium', 'Entra ID P1', 'AAD Premium P2']
    expect(activeSeats(...names.map((workload) => ({ workload })))).toBe(50)
  })

  it('do not hide the largest row that counts behind a larger one that does not', () => {
    expect(activeSeats({ paid: 90, active: 10 }, { paid: 500, active: 500, duplicate: true })).toBe(
      10,
    )
  })

  it('stay apart by tenant, workload and month', () => {
    expect(
      activeSeats(
        { tenant: 'b' },
        {},
        { workload: 'Microsoft Defender for Identity' },
        { month: '2023-10' },
      ),
    ).toBe(150)
  })
})
