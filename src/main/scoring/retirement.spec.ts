import { describe, expect, it } from 'vitest'
import { editionById } from '../rules/registry'
import { prepareCertifications, reasonOn } from './certifications'
import { day, facts } from './testing/facts-builder'

const edition = editionById('security-2026-smb')

function reason(title: string, completed: string, asOf: string, expires: string | null = null) {
  const { certifications } = facts()
    .certification({ person: 'ada', title, completed, expires })
    .build()
  const held = prepareCertifications(certifications, edition).people[0]?.held[0]
  return held && reasonOn(day(asOf), held)
}

describe('a certification that retires', () => {
  it.each([
    ['2021-03-01', '2026-08-30', 'counts'],
    ['2021-03-01', '2026-08-31', 'counts'],
    ['2021-03-01', '2026-09-01', 'retired'],
    ['2025-08-31', '2026-08-31', 'counts'],
    ['2025-09-01', '2026-09-01', 'counts'],
    ['2025-09-01', '2026-09-02', 'retired'],
    ['2026-08-31', '2027-08-31', 'counts'],
    ['2026-08-31', '2027-09-01', 'retired'],
  ])('as AZ-500 does, completed on %s, is on %s: %s', (completed, asOf, expected) => {
    expect(reason('AZ-500', completed, asOf)).toBe(expected)
  })

  it('and has retired before the edition counts for the last holders only', () => {
    expect(reason('SC-400', '2025-05-31', '2026-05-31')).toBe('counts')
    expect(reason('SC-400', '2025-05-31', '2026-07-01')).toBe('retired')
  })

  it('may expire before that', () => {
    expect(reason('AZ-500', '2026-08-01', '2026-10-02', '2026-10-01')).toBe('expired')
  })

  it('takes nothing from its successor', () => {
    expect(reason('SC-500', '2021-03-01', '2030-01-01')).toBe('counts')
  })
})
