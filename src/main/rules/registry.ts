import { formatDay, type Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { parseEdition, type Edition } from './edition-schema'
import security202306 from './editions/security-2023-06.json'
import security202312 from './editions/security-2023-12.json'
import security2026Enterprise from './editions/security-2026-enterprise.json'
import security2026Smb from './editions/security-2026-smb.json'

/**
 * Checked once at start, so a faulty edition can never reach a score. Oldest first; of the tracks of
 * one day, the one that is used on a tie first.
 */
const builtIn = [
  parseEdition(security202306),
  parseEdition(security202312),
  parseEdition(security2026Enterprise),
  parseEdition(security2026Smb),
] as const

/** The editions that come with the product, oldest first. */
export function editions(): readonly Edition[] {
  return builtIn
}

/**
 * The edition that decides a score date, or its tracks (SCORING.md "Later editions"): the newest that
 * are in force by then. Before the first edition its rules are the closest ones known, and so are the
 * rules of the last edition after its end; such a score carries the warning `edition-not-seen`.
 */
export function editionsFor(day: Day): readonly [Edition, ...Edition[]] {
  const date = formatDay(day)
  return tracksOf(builtIn.findLast((edition) => edition.validFrom <= date) ?? builtIn[0])
}

/** The editions that stand beside one as its tracks, itself included, in the order of a tie. */
export function tracksOf(edition: Edition): readonly [Edition, ...Edition[]] {
  const { designation, validFrom } = edition
  const [first = edition, ...others] = builtIn.filter(
    (each) => each.designation === designation && each.validFrom === validFrom,
  )
  return [first, ...others]
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
