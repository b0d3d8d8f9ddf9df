import { describe, expect, it } from 'vitest'
import type { CertificationOverride } from '../../shared/scenarios'
import { editionById } from '../rules/registry'
import { withCertificationOverrides } from './certification-overrides'
import { prepareCertifications } from './certifications'
import { day, facts } from './testing/facts-builder'

const edition = editionById('security-2023-12')
const known = prepareCertifications(
  facts()
    .certification(
      { person: 'ada', name: 'Ada', title: 'AZ-500' },
      { person: 'ada', title: 'SC-100' },
    )
    .certification({ person: 'cy', title: 'SC-200' })
    .build().certifications,
  edition,
)

/** Who holds what, and under which names. */
function held(...overrides: readonly CertificationOverride[]) {
  const { people } = withCertificationOverrides(known, overrides, edition)
  return people.map(({ person, held: own }) => [
    person,
    own.map(({ certification }) => certification.id).sort(),
    [...new Set(own.map(({ fact }) => fact.personName))].sort(),
  ])
}

const added = { kind: 'add', completed: '2023-01-01', expires: null } as const

describe('a change of certifications', () => {
  it('takes away the one that is meant, and leaves the others', () => {
    expect(held({ kind: 'remove', person: 'ada', certification: 'SC-100' })).toEqual([
      ['ada', ['AZ-500'], ['Ada']],
      ['cy', ['SC-200'], ['']],
    ])
  })

  it('adds to a person under the name that is known, and to a new one under its own', () => {
    const certification = 'SC-300'
    expect(
      held(
        { ...added, person: 'ada', personName: 'Somebody', certification },
        { ...added, person: 'bo', personName: 'Bo', certification },
        { ...added, person: 'cy', personName: 'Cy', certification },
      ),
    ).toEqual([
      ['ada', ['AZ-500', 'SC-100', 'SC-300'], ['', 'Ada']],
      ['bo', ['SC-300'], ['Bo']],
      ['cy', ['SC-200', 'SC-300'], ['', 'Cy']],
    ])
  })

  it('names an added one after any certification of the person that has a name', () => {
    const { people } = withCertificationOverrides(
      prepareCertifications(
        facts()
          .certification({ person: 'ada', title: 'SC-100', completed: '2023-03-01' })
          .certification({ person: 'ada', title: 'AZ-500', name: 'Ada' })
          .build().certifications,
        edition,
      ),
      [{ ...added, person: 'ada', personName: '', certification: 'SC-300' }],
      edition,
    )
    const names = people[0]?.held.map(({ certification, fact }) => [
      certification.id,
      fact.personName,
    ])
    expect(names).toContainEqual(['SC-300', 'Ada'])
  })

  it('renews the one that is meant, until a day or for good', () => {
    const renew = (expires: string | null) => {
      const override = { kind: 'renew', person: 'ada', certification: 'AZ-500', expires } as const
      const { people } = withCertificationOverrides(known, [override], edition)
      return people[0]?.held.map(({ certification: { id }, fact }) => [id, fact.expires]).sort()
    }
    const before = known.people[0]?.held[0]?.fact.expires
    expect(renew(null)).toEqual([
      ['AZ-500', null],
      ['SC-100', before],
    ])
    expect(renew('2025-06-30')).toEqual([
      ['AZ-500', day('2025-06-30')],
      ['SC-100', before],
    ])
  })

  it('that is none leaves everything as it is: no data stay no data', () => {
    const never = prepareCertifications(facts().build().certifications, edition)
    expect(withCertificationOverrides(never, [], edition)).toBe(never)
    const begun = withCertificationOverrides(
      never,
      [{ ...added, person: 'bo', personName: 'Bo', certification: 'SC-300' }],
      edition,
    )
    expect(begun.imported).toBe(true)
    expect(begun.people[0]?.held[0]?.fact).toMatchObject({
      ...{ completed: day('2023-01-01'), expires: null },
    })
  })
})
