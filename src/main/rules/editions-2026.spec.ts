import { describe, expect, it } from 'vitest'
import { editionById } from './registry'
import { foldName, nameTable, type NamedEntry } from './names'

/** The name under which a list knows a spelling. */
function meaning(list: readonly NamedEntry[], spelling: string): string | undefined {
  return list[nameTable(list).get(foldName(spelling)) ?? -1]?.name
}

const tracks = [editionById('security-2026-enterprise'), editionById('security-2026-smb')] as const

describe.each(tracks)('$id', (edition) => {
  it('has seventeen Azure services, six workloads, and says what it assumes', () => {
    expect(edition.azure.services).toHaveLength(17)
    expect(edition.m365.workloads).toHaveLength(6)
    expect(edition.assumptions.length).toBeGreaterThan(0)
  })

  it('has four metrics that give 20, 40, 20 and 20 points at most', () => {
    expect(edition.metrics.map(({ max }) => max)).toEqual([20, 40, 20, 20])
  })

  it.each([
    ['Sentinel', 'Microsoft Sentinel'],
    ['Azure Sentinel', 'Microsoft Sentinel'],
    ['Security Center', 'Microsoft Defender for Cloud'],
    ['Azure Defender', 'Microsoft Defender for Cloud'],
    ['Advanced Data Security', 'Microsoft Defender for Cloud'],
    ['Azure Active Directory B2C', 'Azure AD B2C'],
    ['Azure Active Directory for External Identities', 'Azure AD for External Identities'],
    ['Azure Active Directory Domain Services', 'Microsoft Entra Domain Services'],
    ['Azure DDOS Protection', 'Azure DDoS Protection'],
    ['Azure Front Door Service', 'Azure Front Door'],
    ['Azure Purview', 'Microsoft Purview'],
    ['Network Watcher', undefined],
  ])('knows the Azure service "%s" as %s', (spelling, name) => {
    expect(meaning(edition.azure.services, spelling)).toBe(name)
  })

  it.each([
    ['Azure Active Directory Premium', 'Entra ID P1'],
    ['AAD Premium P1', 'Entra ID P1'],
    ['Microsoft Defender for Office 365', 'Defender for Office 365'],
    ['Microsoft Defender for Endpoints', 'Defender for Endpoint P2'],
    ['Microsoft Defender for Identity', 'Defender for Identity'],
    ['Microsoft Information Protection', 'Purview Information Protection'],
    ['Microsoft Intune', 'Intune'],
    ['Entra ID P2', undefined],
    ['Defender for Endpoint P1', undefined],
  ])('knows the workload "%s" as %s', (spelling, name) => {
    expect(meaning(edition.m365.workloads, spelling)).toBe(name)
  })

  it.each([
    ['PAL', 'Partner Admin Link', undefined],
    ['CPOR', undefined, 'Claiming Partner of Record'],
    ['CSP Tier 1', 'CSP Tier 1', 'CSP Tier 1'],
    ['CSP Indirect Provider', 'CSP Tier 1', 'CSP Tier 1'],
    ['CSP Indirect Reseller', 'CSP Tier 2', 'CSP Tier 2'],
    ['DPOR', undefined, undefined],
  ])(
    'counts the association "%s" on Azure as %s, on Microsoft 365 as %s',
    (spelling, azure, m365) => {
      expect(meaning(edition.azure.associations.counting, spelling)).toBe(azure)
      expect(meaning(edition.m365.associations.counting, spelling)).toBe(m365)
    },
  )

  it('lists CSP without a tier nowhere, so that it is reported', () => {
    for (const { associations } of [edition.azure, edition.m365]) {
      expect(meaning([...associations.counting, ...associations.other], 'CSP')).toBeUndefined()
    }
  })

  it('lets AZ-500 and SC-400 count for a year from completion', () => {
    const retirements = edition.certifications.filter(({ retirement }) => retirement)
    expect(retirements.map(({ id, retirement }) => [id, retirement])).toEqual([
      ['AZ-500', { retired: '2026-08-31', yearsFromCompletion: 1 }],
      ['SC-400', { retired: '2025-05-31', yearsFromCompletion: 1 }],
    ])
  })
})

it('the two tracks differ in bounds, rates and steps, not in names', () => {
  const names = tracks.map(({ azure, m365, certifications, readings }) => ({
    ...{ azure, m365, certifications, readings },
  }))
  expect(names[0]).toEqual(names[1])
})
