import { createTextFiles } from '../intake/text-files'
import type { Edition } from '../rules/edition-schema'
import { EDITION_BYTES, editionFromText } from '../rules/edition-text'
import { isBuiltIn } from '../rules/registry'
import { idTaken } from '../services/editions'

/** What `--edition` names: an edition by its id, and the one of a file, for this call alone. */
export interface EditionOption {
  readonly edition: string | undefined
  /** For the scores of this call, see `Scores`. */
  readonly own: readonly Edition[]
}

/**
 * Reads `--edition ID` or `--edition FILE.json`. Throws the faults of an edition file: `file-*`,
 * `edition-invalid` with every problem as `details.issues`, `edition-id-taken`.
 */
export function editionOption(value: string | undefined): EditionOption {
  if (value === undefined || !value.toLowerCase().endsWith('.json'))
    return { edition: value, own: [] }
  const edition = editionFromText(createTextFiles().read(value, EDITION_BYTES).text)
  if (isBuiltIn(edition.id)) {
    throw idTaken(edition.id, {
      message: `There is an edition "${edition.id}" already.`,
      remedy: 'It is that of an edition of Seventy; give yours an id of its own.',
    })
  }
  return { edition: edition.id, own: [edition] }
}
