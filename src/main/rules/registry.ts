import { formatDay, type Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { parseEdition, type Edition } from './edition-schema'
import security202306 from './editions/security-2023-06.json'
import security202312 from './editions/security-2023-12.json'

/** Checked once at start, so a faulty edition can never reach a score. Oldest first. */
const builtIn = [parseEdition(security202306), parseEdition(security202312)] as const

/** The editions that come with the product, oldest first. */
export function editions(): readonly Edition[] {
  return builtIn
}

/**
 * The edition that decides a score date: the newest one that is in force by then. Before the first
 * edition its rules are the closest ones known, and so are the rules of the last edition after its
 * end; such a score carries the warning `edition-not-seen` (SCORING.md "Later editions").
 */
export function editionFor(day: Day): Edition {
  const date = formatDay(day)
  return builtIn.findLast((edition) => edition.validFrom <= date) ?? builtIn[0]
}

/** The edition of that id. Throws `edition-not-found`, naming the known ones. */
export function editionById(id: string): Edition {
  const edition = builtIn.find((each) => each.id === id)
  if (edition) return edition
  const known = builtIn.map((each) => each.id)
  throw new SeventyError(
    'edition-not-found',
    `There is no rule edition "${id}". Known editions: ${known.join(', ')}.`,
    { edition: id, known },
  )
}
