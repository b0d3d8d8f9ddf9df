import { parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { CertificationOverride } from '../../shared/scenarios'
import type { Edition } from '../rules/edition-schema'
import { prepareCertifications, type PreparedCertifications } from './certifications'
import type { CertificationFact } from './facts'

/**
 * The people of a partner after certifications were added, taken away or renewed on paper. Only the
 * people named are prepared again. Overrides are applied in their order. Throws
 * `scenario-certification-unknown` for a certification that is in no list of the edition or that the
 * person does not hold.
 */
export function withCertificationOverrides(
  prepared: PreparedCertifications,
  overrides: readonly CertificationOverride[],
  edition: Edition,
): PreparedCertifications {
  if (overrides.length === 0) return prepared
  const rows = new Map<string, readonly CertificationFact[]>()
  for (const override of overrides) {
    requireListed(override, edition)
    const { person } = override
    const known = prepared.people.find((each) => each.person === person)
    const held = rows.get(person) ?? known?.held.map(({ fact }) => fact) ?? []
    rows.set(person, applied(held, override, edition))
  }
  const changed = prepareCertifications(
    { imported: true, rows: [...rows.values()].flat() },
    edition,
  )
  const others = prepared.people.filter(({ person }) => !rows.has(person))
  return {
    ...prepared,
    imported: true,
    people: [...others, ...changed.people].sort((a, b) => (a.person < b.person ? -1 : 1)),
  }
}

function applied(
  held: readonly CertificationFact[],
  override: CertificationOverride,
  edition: Edition,
): readonly CertificationFact[] {
  if (override.kind === 'add') return [...held, addedFact(held, override)]
  const concerns = (fact: CertificationFact) => isOf(fact, override.certification, edition)
  if (!held.some(concerns)) throw notHeld(override)
  if (override.kind === 'remove') return held.filter((fact) => !concerns(fact))
  const expires = dayOrNull(override.expires)
  return held.map((fact) => (concerns(fact) ? { ...fact, expires } : fact))
}

function addedFact(
  held: readonly CertificationFact[],
  override: Extract<CertificationOverride, { kind: 'add' }>,
): CertificationFact {
  const name = held.find(({ personName }) => personName !== '')?.personName
  return {
    person: override.person,
    personName: name ?? override.personName,
    title: override.certification,
    trainingType: null,
    completed: parseDay(override.completed) ?? NaN,
    expires: dayOrNull(override.expires),
    activation: null,
  }
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : (parseDay(text) ?? null)
}

/** Asked through the preparation itself, so that every spelling of a title is understood as there. */
function isOf(fact: CertificationFact, certification: string, edition: Edition): boolean {
  const { people } = prepareCertifications({ imported: true, rows: [fact] }, edition)
  return people[0]?.held[0]?.certification.id === certification
}

function requireListed({ certification }: CertificationOverride, edition: Edition): void {
  const known = edition.certifications.map(({ id }) => id)
  if (known.includes(certification)) return
  throw new SeventyError(
    'scenario-certification-unknown',
    `Edition ${edition.id} has no certification "${certification}". Known: ${known.join(', ')}.`,
    { certification, known },
  )
}

function notHeld({ person, certification }: CertificationOverride): SeventyError {
  return new SeventyError(
    'scenario-certification-unknown',
    `${person} holds no ${certification} in the data, so it cannot be taken away or renewed. Remove this change from the scenario.`,
    { person, certification },
  )
}
