import { describe, expect, it } from 'vitest'
import { parseMonth } from '../../shared/calendar'
import { editionById } from '../rules/registry'
import { prepare } from './engine'
import { scenarioChoices } from './scenario-choices'
import { facts, tenantId, type FactsBuilder } from './testing/facts-builder'

const edition = editionById('security-2023-12')
const identity = 'Microsoft Defender for Identity'

function choices(builder: FactsBuilder, search = '', limit = 10, month = '2023-11') {
  const prepared = prepare(builder.build(), edition)
  return scenarioChoices(prepared, parseMonth(month) ?? NaN, { search, limit })
}

const named = (builder: FactsBuilder, search = '', limit = 10) =>
  choices(builder, search, limit).customers.map(({ name }) => name)

describe('a scenario can begin from', () => {
  it('customers with the trailing year and the seats of each workload', () => {
    const builder = facts()
      .azure({ tenant: 'Ash', month: '2022-11', usd: 5_000 })
      .azure({ tenant: 'Ash', month: '2022-12', usd: 1_000 })
      .azure({ tenant: 'Ash', month: '2023-11', usd: 0.5 })
      .seatYears('Birch', [0, 3], [9, 9], identity)
      .seatYears('Birch', [30, 0])
      .seatYears('Birch', [0, 0], [50, 50], 'Microsoft Defender for Endpoints')
    expect(choices(builder).customers).toEqual([
      { tenantId: tenantId('Ash'), name: 'Ash', azureUsd: 1_000.5, seats: [] },
      {
        ...{ tenantId: tenantId('Birch'), name: 'Birch', azureUsd: 0 },
        seats: [
          { workload: identity, paid: 0, active: 3 },
          { workload: 'Intune', paid: 30, active: 0 },
        ],
      },
    ])
  })

  it('the usage of the newest month that the data have by then', () => {
    const builder = facts().seatYears('Ash', [30, 9], [20, 8]).azureYears('Ash', 700, 40)
    const of = (month: string) => choices(builder, '', 10, month).customers[0]
    expect(of('2024-12')).toMatchObject({ azureUsd: 700, seats: [{ paid: 30 }] })
    expect(of('2023-10')).toMatchObject({ azureUsd: 40, seats: [{ paid: 20, active: 8 }] })
    expect(of('2022-10')).toMatchObject({ azureUsd: 0, seats: [] })
  })

  it('customers without usage of a stream that has no data', () => {
    expect(choices(facts().azureYears('Ash', 1)).customers).toMatchObject([{ seats: [] }])
    const seats = facts().seatYears('Ash', [1, 1])
    expect(choices(seats).customers).toMatchObject([{ azureUsd: 0, seats: [{ paid: 1 }] }])
  })

  it('customers with the most ACR first, then with the most seats, up to the limit', () => {
    const builder = facts()
      .azureYears('Ash', 10)
      .seatYears('Birch', [5, 0])
      .seatYears('Cress', [4, 0])
      .seatYears('Cress', [4, 0], [0, 0], identity)
      .azureYears('Dill', 20)
    expect(named(builder)).toEqual(['Dill', 'Ash', 'Cress', 'Birch'])
    expect(named(builder, '', 2)).toEqual(['Dill', 'Ash'])
  })

  it('customers found by a part of the name, in any case, or of the id', () => {
    const builder = facts().azureYears('Ash Tree', 2).azureYears('Birch Tree', 1)
    expect(named(builder, ' aSH ')).toEqual(['Ash Tree'])
    expect(named(builder, 'tree')).toEqual(['Ash Tree', 'Birch Tree'])
    expect(named(builder, tenantId('Birch Tree').slice(0, 8).toUpperCase())).toEqual(['Birch Tree'])
    expect(named(builder, 'oak')).toEqual([])
  })

  it('customers without a name, found by their id alone', () => {
    const built = facts().azureYears('Ash', 2).build()
    const nameless = { ...built, tenants: built.tenants.map(({ id }) => ({ id, name: null })) }
    const found = (search: string) =>
      scenarioChoices(prepare(nameless, edition), parseMonth('2023-11') ?? NaN, {
        ...{ search, limit: 10 },
      }).customers.map(({ name }) => name)
    expect(found('ash')).toEqual([])
    expect(found(tenantId('Ash'))).toEqual([null])
  })

  it('people with what they hold, by name where a row has one', () => {
    const builder = facts()
      .certification({ person: 'ada', title: 'AZ-500', completed: '2023-02-01', expires: null })
      .certification({ person: 'ada', title: 'SC-100', name: 'Ada', completed: '2023-01-01' })
      .certification({ person: 'bo', title: 'SC-200', completed: '2023-01-01' })
    expect(choices(builder).people).toEqual([
      {
        ...{ person: 'ada', name: 'Ada' },
        certifications: [
          { id: 'AZ-500', completed: '2023-02-01', expires: null },
          { id: 'SC-100', completed: '2023-01-01', expires: '2024-12-31' },
        ],
      },
      {
        ...{ person: 'bo', name: 'bo' },
        certifications: [{ id: 'SC-200', completed: '2023-01-01', expires: '2024-12-31' }],
      },
    ])
  })

  it('the workloads and certifications of the edition', () => {
    const { workloads, certifications } = choices(facts())
    expect(workloads).toEqual(edition.m365.workloads.map(({ name }) => name))
    expect(workloads).toContain('Intune')
    expect(certifications).toContainEqual({
      id: 'SC-100',
      name: 'Microsoft Certified: Cybersecurity Architect Expert',
    })
  })
})
