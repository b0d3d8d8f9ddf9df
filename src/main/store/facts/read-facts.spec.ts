import { describe, expect, it } from 'vitest'
import {
  addProfile,
  azureLines,
  importFiles,
  month,
  temporaryWorkspace,
  tenantGuid,
} from '../test-support'

describe('the facts of a profile', () => {
  it('are empty, not zero, without any file', () => {
    const { store } = temporaryWorkspace()
    const facts = store.facts(addProfile(store))
    expect(facts.tenants).toEqual([])
    expect(facts.azure.months).toEqual([])
    expect(facts.m365.months).toEqual([])
    expect(facts.certifications).toEqual({ imported: false, rows: [] })
  })

  it('spell names as the files do, and a missing column as null', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const row = { month: '2023-11', tenant: 3 }
    importFiles(store, profile, [
      {
        name: 'a',
        azure: [
          {
            ...row,
            microUsd: -5,
            service: 'Key  Vault',
            offer: '',
            association: 'PAL',
            duplicate: 1,
          },
          { ...row, microUsd: 7, service: 'key vault', offer: null, association: null },
        ],
      },
    ])
    expect(azureLines(store, profile)).toEqual([
      JSON.stringify([month('2023-11'), tenantGuid(3), 'Key  Vault', '', 'PAL', 1, -5]),
      JSON.stringify([month('2023-11'), tenantGuid(3), 'key vault', null, null, 0, 7]),
    ])
  })

  it('hold the largest amounts exactly', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const largest = Number.MAX_SAFE_INTEGER
    importFiles(store, profile, [
      { name: 'a', azure: [{ month: '2023-11', tenant: 1, microUsd: -largest }] },
    ])
    expect([...store.facts(profile).azure.microUsd]).toEqual([-largest])
  })

  it('give a tenant the last name that a file had for it, in both streams', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const azure = (tenantName: string | null) => [
      { month: '2023-11', tenant: 1, microUsd: 1, tenantName },
    ]
    importFiles(store, profile, [
      { name: 'a', azure: azure('Old name') },
      { name: 'b', azure: azure('New name') },
      { name: 'c', azure: azure(null) },
      { name: 'd', seats: [{ month: '2023-11', tenant: 1, paid: 25, active: 4 }] },
    ])
    expect(store.facts(profile).tenants).toEqual([{ id: tenantGuid(1), name: 'New name' }])
  })

  it('forget tenants, services and months that are no longer in force', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [
      { name: 'wrong', azure: [{ month: '2023-11', tenant: 1, microUsd: 1, service: 'Wrong' }] },
    ])
    importFiles(store, profile, [
      { name: 'right', azure: [{ month: '2023-11', tenant: 2, microUsd: 1, service: 'Right' }] },
    ])
    const { tenants, azure } = store.facts(profile)
    expect(tenants.map(({ id }) => id)).toEqual([tenantGuid(2)])
    expect(azure.services).toEqual(['Right'])
  })

  it('never hold anything of another profile, even for the same tenant', () => {
    const { store } = temporaryWorkspace()
    const [mine, other] = [addProfile(store, 'Mine'), addProfile(store, 'Other')]
    const file = (name: string, tenantName: string) => ({
      name,
      azure: [{ month: '2023-11', tenant: 1, microUsd: 1, tenantName, service: tenantName }],
    })
    importFiles(store, mine, [file('a', 'Known to me')])
    importFiles(store, other, [file('b', 'Known to others')])
    expect(store.facts(mine).tenants).toEqual([{ id: tenantGuid(1), name: 'Known to me' }])
    expect(store.facts(mine).azure.services).toEqual(['Known to me'])
  })

  it('hold certifications in the order of the file, with the newest name of the person', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const held = {
      person: 'mira@halden.example',
      personName: 'Mira Sand',
      title: 'Microsoft Certified: Azure Security Engineer Associate',
      trainingType: 'Certification',
      completed: 19_000,
      expires: 19_365,
      activation: 'Active',
    }
    importFiles(store, profile, [
      {
        name: 'people',
        certifications: [
          { ...held, line: 2, location: '1' },
          {
            ...held,
            line: 3,
            location: '1',
            title: 'SC-100',
            expires: null,
            activation: null,
            trainingType: null,
          },
          { ...held, line: 4, location: '1', title: 'SC-300', personName: 'Mira Berg' },
        ],
      },
    ])
    const renamed = { ...held, personName: 'Mira Berg' }
    expect(store.facts(profile).certifications).toEqual({
      imported: true,
      rows: [
        renamed,
        { ...renamed, title: 'SC-100', expires: null, activation: null, trainingType: null },
        { ...renamed, title: 'SC-300' },
      ],
    })
  })
})
