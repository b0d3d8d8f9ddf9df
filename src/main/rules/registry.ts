import { formatDay, type Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { editionInvalid, parseEdition, type Edition } from './edition-schema'
import { overlaps } from './edition-set'

/** One or more editions, in the order in which a tie of tracks is decided. */
export type Editions = readonly [Edition, ...Edition[]]

/**
 * Every file in `editions/`, checked once at start, so a faulty edition can never reach a score.
 * Oldest first; the tracks of one day in the order of their ids, which decides a tie.
 */
const builtIn = checked(
  Object.values(import.meta.glob('./editions/*.json', { eager: true, import: 'default' })).map(
    (json) => parseEdition(json),
  ),
)

function checked(editions: readonly Edition[]): readonly Edition[] {
  const faults = overlaps(editions)
  if (faults.length > 0) throw editionInvalid(faults)
  return editions.toSorted(oldestFirst)
}

/** The order of every list of editions. */
export function oldestFirst(a: Edition, b: Edition): number {
  return `${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1
}

/** The editions that come with the product, oldest first. */
export function editions(): readonly Edition[] {
  return builtIn
}

/** Whether an id is that of an edition which comes with the product; no other may have it. */
export function isBuiltIn(id: string): boolean {
  return builtIn.some((edition) => edition.id === id)
}

/** The designation whose rules are used where nobody asks for others. */
export const DESIGNATION = 'security'

/**
 * The edition that decides a score date, or its tracks (SCORING.md "Later editions"): the newest that
 * are in force by then. Before the first edition its rules are the closest ones known, and so are the
 * rules of the last edition after its end; such a score carries the warning `edition-not-seen`.
 * Throws `edition-not-found` for a designation without editions.
 */
export function editionsFor(day: Day, designation: string = DESIGNATION): Editions {
  const date = formatDay(day)
  const candidates = builtIn.filter((edition) => edition.designation === designation)
  const found = candidates.findLast((edition) => edition.validFrom <= date) ?? candidates[0]
  if (found) return tracksOf(found)
  throw new SeventyError(
    'edition-not-found',
    `There is no rule edition of the designation "${designation}".`,
    { designation },
  )
}

/** The editions that stand beside one as its tracks, itself included, in the order of a tie. */
export function tracksOf(edition: Edition): Editions {
  return tracksAmong(builtIn, edition)
}

/** As {@link tracksOf}, among other editions than those that come with the product. */
export function tracksAmong(among: readonly Edition[], edition: Edition): Editions {
  const { designation, validFrom } = edition
  const [first = edition, ...others] = among.filter(
    (each) => each.designation === designation && each.validFrom === validFrom,
  )
  return [first, ...others]
}

/** The edition of that id. Throws `edition-not-found`, naming the known ones. */
export function editionById(id: string): Edition {
  return editionAmong(builtIn, id)
}

/** As {@link editionById}, among other editions than those that come with the product. */
export function editionAmong(among: readonly Edition[], id: string): Edition {
  const edition = among.find((each) => each.id === id)
  if (edition) return edition
  const known = among.map((each) => each.id)
  throw new SeventyError(
    'edition-not-found',
    `There is no rule edition "${id}". Known editions: ${known.join(', ')}.`,
    { edition: id, known },
  )
}
