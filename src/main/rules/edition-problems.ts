import type { z } from 'zod'
import type { EditionProblem, EditionProblemCode } from '../../shared/editions'

/**
 * From what a schema says to what the author of a file needs: a code, the place, what stands there,
 * what is wrong and what to do.
 */

/** The line of a place, its keys joined by dots; null where it is not known. */
export type LineOf = (path: string) => number | null

/** How a contradiction found by the checks says what it is; travels in the issue's `params`. */
interface Told {
  readonly code: EditionProblemCode
  readonly remedy: string
}

const VALUE_LENGTH = 80

/** The problems behind the issues of a parse, in the order of the schema. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
  lineOf: LineOf = () => null,
): EditionProblem[] {
  return issues.flatMap((issue) =>
    placesOf(issue).map((path) => problem(issue, path, json, lineOf)),
  )
}

/** A problem as one line of text: place, what is wrong, what to do. */
export function problemText({ path, line, message, remedy }: EditionProblem): string {
  const place = path === '' ? 'the file' : path
  return `${place}${line === null ? '' : ` (line ${String(line)})`}: ${message} ${remedy}`.trim()
}

type Path = readonly PropertyKey[]

/** Each key that is not known is a place of its own. */
function placesOf(issue: z.core.$ZodIssue): Path[] {
  if (issue.code !== 'unrecognized_keys') return [issue.path]
  return issue.keys.map((key) => [...issue.path, key])
}

function problem(
  issue: z.core.$ZodIssue,
  path: Path,
  json: unknown,
  lineOf: LineOf,
): EditionProblem {
  const place = path.map(String).join('.')
  const found = valueAt(json, path)
  const { code, remedy } = told(issue, found)
  return {
    code,
    path: place,
    line: lineOf(place) ?? lineOf(path.slice(0, -1).map(String).join('.')),
    value: found === undefined ? null : cut(JSON.stringify(found)),
    message: messageOf(issue, found),
    remedy,
  }
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined
    return (node as Record<PropertyKey, unknown>)[key]
  }, json)
}

function cut(value: string): string {
  return value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH - 1)}…` : value
}

/** The schema's own words, except where they are written for programmers. */
function messageOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'No rule has this key.'
  if (issue.code === 'custom') return sentence(issue.message)
  if (found === undefined) return 'This value is missing.'
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return 'No metric is counted in this way.'
  return sentence(issue.message)
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

function told(issue: z.core.$ZodIssue, found: unknown): Told {
  if (found === undefined && issue.code !== 'custom')
    return { code: 'value-missing', remedy: 'Add it.' }
  switch (issue.code) {
    case 'custom':
      return isTold(issue.params)
        ? issue.params
        : { code: 'wrong-format', remedy: 'Write it as the message says.' }
    case 'unrecognized_keys':
      return { code: 'unknown-key', remedy: 'Remove it, or correct its spelling.' }
    case 'invalid_type':
      return { code: 'wrong-type', remedy: `Write a value of the type ${issue.expected}.` }
    case 'invalid_value':
      return {
        code: 'not-allowed',
        remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
      }
    case 'too_small':
    case 'too_big':
      return { code: 'out-of-range', remedy: 'Write a value inside the range.' }
    case 'invalid_union':
      return unionTold(issue)
    default:
      return { code: 'wrong-format', remedy: 'Write it as the message says.' }
  }
}

/** A metric is told apart by its kind; other choices by which keys they have. */
function unionTold(issue: z.core.$ZodIssueInvalidUnion): Told {
  if (issue.discriminator === undefined)
    return {
      code: 'wrong-shape',
      remedy: 'Use the keys of one of the forms in docs/editions.md, and only those.',
    }
  const kinds = [...issue.message.matchAll(/'([^']+)'/g)].map(([, kind]) => kind)
  return { code: 'unknown-kind', remedy: `Write one of: ${kinds.join(', ')}.` }
}

function isTold(params: unknown): params is Told {
  return typeof params === 'object' && params !== null && 'code' in params && 'remedy' in params
}
