import { describe, expect, it } from 'vitest'
import type { ScoreWarning } from '../../shared/score'
import { editionById } from '../rules/registry'
import { prepare, scoreOf } from './engine'
import { day, facts, type AzureRow, type FactsBuilder, type SeatRow } from './testing/facts-builder'
import { scoreFacts } from './testing/score-facts'

/** What is said beyond missing months. */
function said(builder: FactsBuilder): ScoreWarning[] {
  const { warnings } = scoreFacts(builder.fullHistory())
  return warnings.filter(({ code }) => code !== 'usage-month-missing')
}

function azure(...rows: readonly Partial<AzureRow>[]): FactsBuilder {
  const usual = { tenant: 'a', month: '2023-11', usd: 1, offer: 'Enterprise Agreement' }
  return facts().azure(...rows.map((row) => ({ ...usual, ...row })))
}

function seats(...rows: readonly Partial<SeatRow>[]): FactsBuilder {
  return facts().seats(...rows.map((row) => ({ tenant: 'a', month: '2023-11', paid: 1, ...row })))
}

const codes = (builder: FactsBuilder) => said(builder).map(({ code }) => code)

describe('a warning about certifications', () => {
  it('names no stream', () => {
    expect(said(facts().person('ada', 'Juggling'))[0]).toSatisfy(
      (warning) => !Object.keys(warning).includes('stream'),
    )
  })
})

describe('names that an edition knows', () => {
  it('are not warned about, whether they count or not', () => {
    const builder = azure({}, { offer: 'Trial' }, { association: 'CSP Tier 1' })
    const row = { tenant: 'a', month: '2023-11', paid: 1 }
    builder.seats(row, { ...row, association: 'DPOR' }).person('ada', 'AZ-500')
    expect(said(builder)).toEqual([])
  })
})

describe('names in no list', () => {
  it.each([
    [
      'unknown-service',
      azure({ service: 'Virtual Machines' }),
      'Azure services in no list of edition security-2023-12 do not count: Virtual Machines.',
      'azure',
    ],
    [
      'unknown-offer',
      azure({ offer: 'Summer campaign' }),
      'Azure offer types in no list of edition security-2023-12 count as eligible: Summer campaign.',
      'azure',
    ],
    [
      'unknown-association',
      azure({ association: 'Friends' }),
      'Azure association types in no list of edition security-2023-12 do not count: Friends.',
      'azure',
    ],
    [
      'unknown-workload',
      seats({ workload: 'Exchange Online' }),
      'Microsoft 365 workloads in no list of edition security-2023-12 do not count: Exchange Online.',
      'm365',
    ],
    [
      'unknown-association',
      seats({ association: 'Friends' }),
      'Microsoft 365 association types in no list of edition security-2023-12 do not count: Friends.',
      'm365',
    ],
  ] as const)('are reported as %s, each with its stream', (code, builder, message, stream) => {
    const [warning, ...others] = said(builder)
    expect(warning).toMatchObject({ code, message, count: 1, stream })
    expect(warning?.names).toHaveLength(1)
    expect(others).toEqual([])
  })

  it('are reported for certifications without a stream, courses are not', () => {
    const builder = facts()
      .person('ada', 'AZ-900', 'az-900', 'AZ-104')
      .certification({ person: 'ada', title: 'Basics', trainingType: 'Learning Path' })
    expect(said(builder)).toEqual([
      {
        code: 'unknown-certification',
        message:
          'Certifications in no list of edition security-2023-12 do not count: AZ-104, AZ-900.',
        count: 2,
        names: ['AZ-104', 'AZ-900'],
      },
    ])
  })

  it('are counted as distinct names, sorted, of spellings that mean the same the first', () => {
    const names = ['Storage', 'storage ', 'Redis', 'STORAGE']
    const orders = [names, names.toReversed()].map((each) =>
      said(azure(...each.map((service) => ({ service })))),
    )
    expect(orders[0]).toMatchObject([{ count: 2, names: ['Redis', 'STORAGE'] }])
    expect(orders[1]).toEqual(orders[0])
  })

  it('are all in the list, of which a sentence holds the first five', () => {
    const services = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7']
    const [warning] = said(azure(...services.map((service) => ({ service }))))
    expect(warning).toMatchObject({ count: 7, names: services })
    expect(warning?.message).toMatch(/: S1, S2, S3, S4, S5 and 2 more\.$/)
  })

  it('are reported although their rows would not count for another reason', () => {
    expect(codes(azure({ service: 'Virtual Machines', duplicate: true }))).toEqual([
      'unknown-service',
    ])
  })

  it('are not reported when no row carries them', () => {
    const { azure: rows, ...rest } = azure({}).build()
    const dictionary = { ...rows, services: [...rows.services, 'Left over'] }
    const prepared = prepare({ ...rest, azure: dictionary }, editionById('security-2023-12'))
    const { warnings } = scoreOf(prepared, { asOf: day('2023-12-15') })
    expect(warnings.map(({ code }) => code)).not.toContain('unknown-service')
  })

  it('are told apart from empty names, which are missing', () => {
    expect(codes(azure({ association: ' ' }))).toEqual(['association-missing'])
    expect(codes(azure({ offer: ' ' }))).toEqual(['offer-missing'])
  })
})

describe('usage without an offer type', () => {
  it('counts as eligible, and says for how many customers', () => {
    const builder = azure(
      { offer: null },
      { offer: '', service: 'Key Vault' },
      { offer: null, tenant: 'b' },
      { tenant: 'c' },
    )
    expect(said(builder)).toEqual([
      {
        code: 'offer-missing',
        message: 'Azure usage without an offer type counts as eligible (customers concerned: 2).',
        count: 2,
        stream: 'azure',
      },
    ])
  })

  it.each<[string, Partial<AzureRow>]>([
    ['its service is in no list', { service: 'Virtual Machines' }],
    ['its association does not count', { association: 'CSP' }],
    ['another location reports it too', { duplicate: true }],
  ])('is not mentioned where it makes no difference because %s', (_, row) => {
    expect(codes(azure({ offer: null, ...row }))).not.toContain('offer-missing')
  })
})

describe('usage without an association', () => {
  it('does not count, and says for how many customers of listed services', () => {
    const builder = azure(
      { association: null },
      { association: '', tenant: 'b' },
      { association: null, tenant: 'b', service: 'Key Vault' },
      { association: null, tenant: 'c', service: 'Virtual Machines' },
      { tenant: 'd' },
    )
    expect(said(builder).filter(({ code }) => code === 'association-missing')).toEqual([
      {
        code: 'association-missing',
        message: 'Azure usage without an association does not count (customers concerned: 2).',
        count: 2,
        stream: 'azure',
      },
    ])
  })

  it('is reported for Microsoft 365 by listed workloads', () => {
    const builder = seats(
      { association: null },
      { association: null, tenant: 'b', workload: 'Exchange Online' },
      { tenant: 'c' },
    )
    expect(said(builder).filter(({ code }) => code === 'association-missing')).toEqual([
      {
        code: 'association-missing',
        message:
          'Microsoft 365 usage without an association does not count (customers concerned: 1).',
        count: 1,
        stream: 'm365',
      },
    ])
  })
})
