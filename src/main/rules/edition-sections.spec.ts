import { describe, expect, it } from 'vitest'
import { parseEdition } from './edition-schema'
import { editionDifferences, editionSections } from './edition-sections'
import { editionById } from './registry'
import infrastructure from './testing/infrastructure-azure.json'

const lines = (edition: Parameters<typeof editionSections>[0]) =>
  new Map(
    editionSections(edition).flatMap((section) =>
      section.lines.map(({ id, value }) => [id, value] as const),
    ),
  )

describe('an edition in words', () => {
  it('says what decides and what each stream and step is worth', () => {
    const smb = lines(editionById('security-2026-smb'))
    expect(smb.get('threshold')).toBe('at least 70 of 100 points')
    expect(smb.get('metrics.deployments.streams.m365')).toBe(
      '20/6 points for each deployment with 5 to 300 (or more, if it was inside a year ago) paid seats, 15 % of them active, minus those a year ago',
    )
    expect(smb.get('metrics.usage-growth.streams.azure')).toBe(
      '1 point for every $750 more consumption in twelve months than a year ago, of customers with more than $0, at most $12,000 (or more, if it was inside a year ago) in twelve months',
    )
    expect(smb.get('metrics.intermediate-certifications.steps.step-1')).toBe(
      '1 person needed, 4 points once met: AZ-500, SC-500',
    )
    expect(smb.get('metrics.intermediate-certifications.steps.step-3')).toBe(
      '8 points a person; only once step-1 and step-2 are met: SC-100, SC-300, SC-400, SC-401',
    )
    expect(smb.get('certifications.SC-400')).toMatch(
      /retired 2025-05-31, counts one year from completion$/,
    )
  })

  it('has words for every other kind of metric', () => {
    const azure = lines(parseEdition(infrastructure))
    expect(azure.get('metrics.net-customer-adds.streams.azure')).toBe(
      '10 points for each customer with at least $1,000 in twelve months, minus those a year ago; the better of pal (Partner Admin Link) and pal-csp (Partner Admin Link, CSP Tier 1, CSP Tier 2)',
    )
    expect(azure.get('metrics.deployments.streams.azure')).toMatch(/whatever was a year ago$/)
    expect(azure.get('metrics.usage-growth.streams.azure')).toMatch(
      /^1 point for every 1 % more consumption in twelve months than a year ago, over all customers; nothing if a year ago was below \$50,000/,
    )
    expect(azure.get('metrics.advanced-certifications.pool')).toBe(
      '5 points a person: AZ-305, AZ-700, AZ-140',
    )
  })

  it('gives every line of an edition an id of its own', () => {
    for (const id of ['security-2023-06', 'security-2026-smb']) {
      const all = editionSections(editionById(id)).flatMap((section) => section.lines)
      const rules = all.filter((line) => !line.id.startsWith('sentence.'))
      expect(new Set(rules.map((line) => line.id)).size).toBe(rules.length)
    }
  })
})

describe('the difference of two editions', () => {
  it('is what changed in December 2023, and nothing else', () => {
    const { differences, same } = editionDifferences(
      editionById('security-2023-06'),
      editionById('security-2023-12'),
    )
    expect(differences.map(({ id }) => id)).toEqual([
      'metrics.intermediate-certifications.steps.step-1',
      'metrics.intermediate-certifications.steps.step-2',
      'metrics.intermediate-certifications.steps.step-3',
    ])
    expect(differences[0]).toMatchObject({
      section: 'Intermediate certifications',
      left: '1 person needed: AZ-500',
      right: '2 people needed: AZ-500',
    })
    expect(same).toBeGreaterThan(50)
  })

  it('names rules that only one of them has', () => {
    const { differences } = editionDifferences(
      editionById('security-2023-12'),
      editionById('security-2026-smb'),
    )
    const of = (id: string) => differences.find((each) => each.id === id)
    expect(of('certifications.MS-500')).toMatchObject({ right: null })
    expect(of('azure.services.microsoft security copilot')).toMatchObject({
      left: null,
      right: 'counts',
    })
  })
})
