import { formatDay, parseDay } from '../../shared/calendar'
import type { EditionProblem, EditionProblemCode } from '../../shared/editions'
import type { Edition } from './edition-schema'

/**
 * What editions must not do to each other. They follow one another within a designation; those that
 * begin on the same day are its tracks.
 */

type Dated = Pick<Edition, 'id' | 'designation' | 'track' | 'validFrom' | 'validTo'>

/** Ids that stand twice, and two sets of rules of one track for the same day. */
export function overlaps(editions: readonly Dated[]): EditionProblem[] {
  return editions.flatMap((edition, position) =>
    editions.slice(0, position).flatMap((earlier) => pairProblems(earlier, edition)),
  )
}

/** What keeps an edition from standing beside those that are there already. */
export function problemsBeside(edition: Dated, others: readonly Dated[]): EditionProblem[] {
  return others.flatMap((other) => pairProblems(other, edition))
}

function pairProblems(one: Dated, other: Dated): EditionProblem[] {
  if (one.id === other.id)
    return [
      problem(
        'id-taken',
        'id',
        other.id,
        `There is an edition "${one.id}" already.`,
        'Give it an id of its own.',
      ),
    ]
  if (one.designation !== other.designation || !overlap(one, other)) return []
  if (one.track === other.track)
    return [
      problem(
        'validity-overlap',
        'validFrom',
        other.validFrom,
        `Edition "${one.id}" of the same designation and track is valid ${spanOf(one)}.`,
        'Let one end before the other begins.',
      ),
    ]
  if (one.track !== null && other.track !== null) return []
  return [
    problem(
      'track-missing',
      'track',
      other.track,
      `Edition "${one.id}" of the same designation is valid ${spanOf(one)}.`,
      'Give every edition of that time a track, or let one end before the other begins.',
    ),
  ]
}

function overlap(one: Dated, other: Dated): boolean {
  const ends = (validTo: string | null) => validTo ?? '9999-12-31'
  return one.validFrom <= ends(other.validTo) && other.validFrom <= ends(one.validTo)
}

function spanOf({ validFrom, validTo }: Dated): string {
  return validTo === null ? `from ${validFrom} on` : `from ${validFrom} to ${validTo}`
}

/** Days between the editions of a designation for which there are no rules; the later edition says so. */
export function gaps(
  editions: readonly Dated[],
): (EditionProblem & { readonly edition: string })[] {
  return editions.flatMap((edition) => {
    const earlier = editions.filter(
      ({ designation, validFrom }) =>
        designation === edition.designation && validFrom < edition.validFrom,
    )
    const ends = earlier.map(({ validTo }) => validTo)
    const last = ends.includes(null) ? null : ends.sort().at(-1)
    if (!last || dayAfter(last) >= edition.validFrom) return []
    const message = `No rules of this designation are known from ${dayAfter(last)} until then.`
    return [
      {
        ...problem(
          'validity-gap',
          'validFrom',
          edition.validFrom,
          message,
          'Nothing to do if the rules of that time were not seen: its scores carry a warning.',
        ),
        edition: edition.id,
      },
    ]
  })
}

function dayAfter(date: string): string {
  return formatDay((parseDay(date) ?? NaN) + 1)
}

function problem(
  code: EditionProblemCode,
  path: string,
  value: string | null,
  message: string,
  remedy: string,
): EditionProblem {
  return { code, path, line: null, value: JSON.stringify(value), message, remedy }
}
