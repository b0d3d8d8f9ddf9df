import type { EditionProblemCode } from '../../shared/editions'
import { metricFaults, type CheckedMetric } from './metric-checks'
import { foldName, type NamedEntry } from './names'

/** A contradiction inside an edition that no field can show by itself. */
export interface EditionFault {
  readonly code: EditionProblemCode
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly remedy: string
}

interface AssociationOption {
  readonly id: string
  readonly counting: readonly string[]
}

interface Associations {
  readonly counting: readonly NamedEntry[]
  readonly other: readonly NamedEntry[]
  readonly options?: readonly AssociationOption[] | undefined
}

/** The part of an edition that the checks look at. */
interface CheckedEdition {
  readonly validFrom: string
  readonly validTo: string | null
  readonly threshold: number
  readonly metricMinimum: number
  readonly metrics: readonly CheckedMetric[]
  readonly certifications: readonly (NamedEntry & { readonly id: string })[]
  readonly azure: {
    readonly services: readonly NamedEntry[]
    readonly offers: Readonly<Record<'counting' | 'excluded', readonly NamedEntry[]>>
    readonly associations: Associations
  }
  readonly m365: { readonly workloads: readonly NamedEntry[]; readonly associations: Associations }
}

/**
 * All contradictions of an edition: ambiguous spellings, references into nothing, thresholds that
 * cannot be reached, caps that do not fit together, an empty validity.
 */
export function editionFaults(edition: CheckedEdition): EditionFault[] {
  return [
    ...validityFaults(edition),
    ...spellingFaults(edition),
    ...optionFaults('azure', edition.azure.associations),
    ...optionFaults('m365', edition.m365.associations),
    ...thresholdFaults(edition),
    ...metricFaults(edition.metrics, {
      certifications: new Set(edition.certifications.map(({ id }) => id)),
      options: {
        azure: optionIds(edition.azure.associations),
        m365: optionIds(edition.m365.associations),
      },
    }),
  ]
}

function optionIds({ options = [] }: Associations): ReadonlySet<string> {
  return new Set(options.map(({ id }) => id))
}

function validityFaults({ validFrom, validTo }: CheckedEdition): EditionFault[] {
  if (validTo === null || validFrom <= validTo) return []
  return [
    {
      code: 'validity-empty',
      path: ['validTo'],
      message: `The edition ends before it begins on ${validFrom}.`,
      remedy: 'Write a later day, or null while nothing follows it.',
    },
  ]
}

function thresholdFaults({ threshold, metricMinimum, metrics }: CheckedEdition): EditionFault[] {
  const most = metrics.reduce((sum, { max }) => sum + max, 0)
  const least = Math.min(...metrics.map(({ max }) => max))
  const remedy = 'Lower it, or raise the maxima of the metrics.'
  const faults: EditionFault[] = []
  if (threshold > most)
    faults.push({
      code: 'threshold-unreachable',
      path: ['threshold'],
      message: `All metrics together give ${String(most)} points at most.`,
      remedy,
    })
  if (metricMinimum > least)
    faults.push({
      code: 'threshold-unreachable',
      path: ['metricMinimum'],
      message: `A metric gives ${String(least)} points at most.`,
      remedy,
    })
  return faults
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
    .map((spelling) => ({
      code: 'name-twice',
      path,
      message: `"${spelling}" is listed more than once.`,
      remedy: 'Keep it in one place; case and white space make no difference.',
    }))
}

/** An option counts some of the names that count at all, by the names they are listed under. */
function optionFaults(
  stream: 'azure' | 'm365',
  { counting, options = [] }: Associations,
): EditionFault[] {
  const listed = new Set(counting.map(({ name }) => name))
  return options.flatMap(({ id, counting: wanted }) =>
    wanted.flatMap((name, at): EditionFault[] =>
      listed.has(name)
        ? []
        : [
            {
              code: 'name-not-listed',
              path: [stream, 'associations', 'options', id, at],
              message: `"${name}" is not among the counting associations.`,
              remedy: `Add it to ${stream}.associations.counting, or write the name as it is listed there.`,
            },
          ],
    ),
  )
}
