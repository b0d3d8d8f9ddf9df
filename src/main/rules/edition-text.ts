import type { EditionProblem, EditionProblemCode } from '../../shared/editions'
import { editionInvalid, parseEdition, type Edition } from './edition-schema'
import { jsonPlaces } from './json-places'

/** The largest edition file that is read. The built-in ones have some twelve kilobytes. */
export const EDITION_BYTES = 1024 * 1024

/** The schema is eight levels deep. */
const DEPTH = 24

const told: Readonly<
  Record<
    Extract<EditionProblemCode, 'forbidden-key' | 'key-twice' | 'too-deep'>,
    readonly [message: string, remedy: string]
  >
> = {
  'forbidden-key': ['This key is not allowed in an edition.', 'Remove it.'],
  'key-twice': [
    'This key stands more than once, and only the last one would count.',
    'Remove one of them, or put both lists together.',
  ],
  'too-deep': [
    `Lists and objects are nested more than ${String(DEPTH)} deep.`,
    'Write the edition as docs/editions.md describes it.',
  ],
}

/**
 * An edition from the text of a file that anybody may have written. Throws `edition-invalid` with
 * every problem, its line and what to do; nothing of a refused text is kept.
 */
export function editionFromText(text: string): Edition {
  if (text.length > EDITION_BYTES) throw editionInvalid([editionTooLarge(text.length)])
  const json = parsed(text)
  const places = jsonPlaces(text, DEPTH)
  if (places.refused.length > 0)
    throw editionInvalid(
      places.refused.map(({ code, path, value }) => {
        const [message, remedy] = told[code]
        return { code, path, line: places.lineOf(path), value, message, remedy }
      }),
    )
  return parseEdition(json, (path) => places.lineOf(path))
}

/** A file that is so large that it is not read at all. */
export function editionTooLarge(bytes: number): EditionProblem {
  return fileProblem(
    'too-large',
    `The file has ${String(bytes)} bytes; an edition has ${String(EDITION_BYTES)} at most.`,
    'Choose the JSON file of an edition.',
  )
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of the text.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const problem = fileProblem(
      'not-json',
      `The file is not JSON: ${reason.slice(0, 200)}.`,
      'Correct the file where the message says; docs/edition.schema.json lets an editor do it.',
    )
    throw editionInvalid([problem])
  }
}

function fileProblem(code: EditionProblemCode, message: string, remedy: string): EditionProblem {
  return { code, path: '', line: null, value: null, message, remedy }
}
