import { describe, expect, it } from 'vitest'
import { foldName, nameTable, type NamedEntry } from './names'
import { editions } from './registry'

/** The name under which a list knows a spelling. */
function meaning(list: readonly NamedEntry[], spelling: string): string | undefined {
  return list[nameTable(list).get(foldName(spelling)) ?? -1]?.name
}

const of2023 = editions().filter(({ track }) => track === null)

describe.each(of2023)('$id', (edition) => {
  const certifications = edition.certifications.map(({ id, name, aliases }) => ({
    name: id,
    aliases: [name, ...aliases],
  }))

  it('has seventeen Azure services and six Microsoft 365 workloads', () => {
    expect(edition.azure.services).toHaveLength(17)
    expect(edition.m365.workloads).toHaveLength(6)
  })

  it('has four metrics that give 20, 40, 20 and 20 points at most', () => {
    expect(edition.metrics.map(({ id, max }) => [id, max])).toEqual([
      ['net-customer-adds', 20],
      ['intermediate-certifications', 40],
      ['deployments', 20],
      ['usage-growth', 20],
    ])
  })

  it.each([
    ['azure sentinel', 'Sentinel'],
    ['Microsoft Defender for Cloud', 'Azure Defender'],
    ['Azure Security Center', 'Security Center'],
    ['Microsoft Entra Domain Services', 'Azure Active Directory Domain Services'],
    ['Azure DDoS  Protection', 'Azure DDOS Protection'],
    ['Azure Key Vault', 'Key Vault'],
    ['Virtual Machines', undefined],
  ])('knows the Azure service "%s" as %s', (spelling, name) => {
    expect(meaning(edition.azure.services, spelling)).toBe(name)
  })

  it.each([
    ['AAD Premium P1', 'Azure Active Directory Premium'],
    ['Microsoft Entra ID P2', 'Azure Active Directory Premium'],
    ['Defender for Endpoint P2', 'Microsoft Defender for Endpoints'],
    ['Purview Information Protection', 'Microsoft Information Protection'],
    ['Microsoft Intune', 'Intune'],
    ['Exchange Online', undefined],
  ])('knows the workload "%s" as %s', (spelling, name) => {
    expect(meaning(edition.m365.workloads, spelling)).toBe(name)
  })

  it.each([
    ['az-500', 'AZ-500'],
    ['Microsoft Certified: Azure Security Engineer Associate', 'AZ-500'],
    ['Exam AZ-500: Microsoft Azure Security Technologies', 'AZ-500'],
    ['Microsoft Certified: Security Operations Analyst Associate', 'SC-200'],
    ['Microsoft 365 Certified: Security Administrator Associate', 'MS-500'],
    ['Microsoft Cybersecurity Architect Expert', 'SC-100'],
    ['Microsoft Identity and Access Administrator', 'SC-300'],
    ['Microsoft Certified: Information Protection Administrator Associate', 'SC-400'],
    ['Microsoft Certified: Azure Administrator Associate', undefined],
  ])('knows the certification "%s" as %s', (spelling, id) => {
    expect(meaning(certifications, spelling)).toBe(id)
  })

  it.each(['PAL', 'Partner Admin Link', 'Partner Admin Link (PAL)'])(
    'counts the Azure association "%s"',
    (spelling) => {
      expect(meaning(edition.azure.associations.counting, spelling)).toBe('Partner Admin Link')
    },
  )

  it.each(['CPOR', 'Claiming Partner of Record', 'Claiming Partner of Record (CPOR)'])(
    'counts the Microsoft 365 association "%s"',
    (spelling) => {
      const { counting } = edition.m365.associations
      expect(meaning(counting, spelling)).toBe('Claiming Partner of Record')
    },
  )

  it.each(['CSP Tier 1', 'DPOR', 'Digital Partner of Record', 'Reseller'])(
    'knows the association "%s", which does not count',
    (spelling) => {
      for (const { associations } of [edition.azure, edition.m365]) {
        expect(meaning(associations.counting, spelling)).toBeUndefined()
        expect(meaning(associations.other, spelling)).toBeDefined()
      }
    },
  )

  it('excludes four kinds of offer', () => {
    expect(edition.azure.offers.excluded.map(({ name }) => name)).toEqual([
      'Support',
      'Internal',
      'Benefit Program',
      'Trial',
    ])
  })

  it('lets MS-500 count up to and including 2024-06-30', () => {
    const retirements = edition.certifications.filter(({ retirement }) => retirement)
    expect(retirements.map(({ id, retirement }) => [id, retirement])).toEqual([
      ['MS-500', { retired: '2023-06-30', countsUntil: '2024-06-30' }],
    ])
  })
})
