import { foldName, type NamedEntry } from './names'

/** A contradiction inside an edition that no field can show by itself. */
export interface EditionFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

interface CheckedStep {
  readonly id: string
  readonly certifications: readonly string[]
  readonly requiredPeople?: number | undefined
  readonly pointsWhenMet?: string | undefined
  readonly after: readonly string[]
}

/** The part of an edition that the checks look at. */
interface CheckedEdition {
  readonly validFrom: string
  readonly validTo: string | null
  readonly metrics: readonly { readonly id: string; readonly steps?: readonly CheckedStep[] }[]
  readonly certifications: readonly (NamedEntry & { readonly id: string })[]
  readonly azure: {
    readonly services: readonly NamedEntry[]
    readonly offers: Readonly<Record<'counting' | 'excluded', readonly NamedEntry[]>>
    readonly associations: Associations
  }
  readonly m365: { readonly workloads: readonly NamedEntry[]; readonly associations: Associations }
}

type Associations = Readonly<Record<'counting' | 'other', readonly NamedEntry[]>>

/** All contradictions of an edition: ambiguous spellings, references into nothing, an empty validity. */
export function editionFaults(edition: CheckedEdition): EditionFault[] {
  return [...validityFaults(edition), ...spellingFaults(edition), ...metricFaults(edition)]
}

function validityFaults({ validFrom, validTo }: CheckedEdition): EditionFault[] {
  if (validTo === null || validFrom <= validTo) return []
  return [{ path: ['validTo'], message: `The edition ends before it begins on ${validFrom}.` }]
}

/** A spelling that stands twice in lists which are matched together would decide a row by chance. */
function spellingFaults({ azure, m365, certifications }: CheckedEdition): EditionFault[] {
  return [
    ...ambiguousSpellings(['azure', 'services'], azure.services),
    ...ambiguousSpellings(
      ['azure', 'offers'],
      [...azure.offers.counting, ...azure.offers.excluded],
    ),
    ...ambiguousSpellings(['azure', 'associations'], bothLists(azure.associations)),
    ...ambiguousSpellings(['m365', 'workloads'], m365.workloads),
    ...ambiguousSpellings(['m365', 'associations'], bothLists(m365.associations)),
    ...ambiguousSpellings(
      ['certifications'],
      certifications.map(({ id, name, aliases }) => ({ name: id, aliases: [name, ...aliases] })),
    ),
  ]
}

function bothLists({ counting, other }: Associations): readonly NamedEntry[] {
  return [...counting, ...other]
}

function ambiguousSpellings(
  path: readonly string[],
  entries: readonly NamedEntry[],
): EditionFault[] {
  const seen = new Set<string>()
  return entries
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((spelling) => {
      const folded = foldName(spelling)
      const known = seen.has(folded)
      seen.add(folded)
      return known
    })
    .map((spelling) => ({ path, message: `"${spelling}" is listed more than once.` }))
}

function metricFaults({ metrics, certifications }: CheckedEdition): EditionFault[] {
  const known = new Set(certifications.map(({ id }) => id))
  return metrics.flatMap(({ id, steps = [] }, position) => {
    const path = ['metrics', position]
    const twice = metrics.findIndex((metric) => metric.id === id) !== position
    const gates = new Set(steps.filter((step) => step.requiredPeople).map((step) => step.id))
    return [
      ...(twice ? [{ path, message: `Metric "${id}" is defined more than once.` }] : []),
      ...steps.flatMap((step, at) => stepFaults(step, [...path, 'steps', at], known, gates)),
    ]
  })
}

function stepFaults(
  step: CheckedStep,
  path: readonly (string | number)[],
  certifications: ReadonlySet<string>,
  gates: ReadonlySet<string>,
): EditionFault[] {
  const unknown = step.certifications.filter((id) => !certifications.has(id))
  const open = step.after.filter((id) => !gates.has(id))
  return [
    ...unknown.map((id) => ({ path, message: `Certification "${id}" is not defined.` })),
    ...open.map((id) => ({
      path,
      message: `"${id}" is no step with a required number of people.`,
    })),
    ...(step.pointsWhenMet !== undefined && step.requiredPeople === undefined
      ? [{ path, message: `Step "${step.id}" gives points when met, but requires no people.` }]
      : []),
  ]
}
