import { formatDay, parseDay } from '../../../shared/calendar'
import { readingsSchema, type Readings } from '../../../shared/score'
import { Explanations } from '../../services/explanations'
import { requireProfileNamed } from '../../services/profiles'
import { Scores } from '../../services/scores'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { changesTable } from '../changes-table'
import { explanationTable } from '../explanation-table'
import { editionOption } from '../edition-option'
import { scoreTable } from '../score-table'
import { reading } from '../workspace'

const options = {
  profile: { type: 'string' },
  'as-of': { type: 'string' },
  explain: { type: 'boolean', default: false },
  since: { type: 'string' },
  edition: { type: 'string' },
  reading: { type: 'string', multiple: true },
} as const

/** What stands beyond is added up to one cause. */
const CAUSES_FOR_PEOPLE = 10
const CAUSES_FOR_SCRIPTS = 200
/** Of each customer or person; how many there are is told as well. */
const ROWS_EACH = 20

/** `score`: one score, in the shape of CLI.md. */
export async function runScore(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('score', options, args)
  noWords(positionals, 'score')
  const name = required(values.profile, '--profile NAME', 'score')
  const asOf = scoreDate(values['as-of'], environment)
  const since = earlierDate(values.since, asOf)
  const readings = parseReadings(values.reading ?? [])
  const { edition, own } = editionOption(values.edition)
  return reading(values, environment, (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    const scores = new Scores(workspace, environment.clock, own)
    const request = { profileId: profile.id, edition, readings }
    const score = scores.score({ ...request, asOf })
    const parts = [{ document: score as object, text: scoreTable(profile.name, score) }]
    if (since !== undefined) {
      const limit = values.json ? CAUSES_FOR_SCRIPTS : CAUSES_FOR_PEOPLE
      const changes = scores.changes({ ...request, from: since, to: asOf, limit })
      parts.push({ document: { changes }, text: changesTable(changes) })
    }
    if (values.explain) {
      const explanations = new Explanations(workspace, scores)
      const explanation = explanations.all({ ...request, asOf }, ROWS_EACH)
      parts.push({ document: { explanation }, text: explanationTable(explanation) })
    }
    return {
      document: Object.assign({}, ...parts.map(({ document }) => document)) as object,
      text: parts.map(({ text }) => text).join('\n'),
    }
  })
}

/** The date of `--since`; throws `usage` where it is none, or after the score date. */
function earlierDate(value: string | undefined, asOf: string): string | undefined {
  if (value === undefined) return undefined
  if (parseDay(value) === undefined)
    throw usage(`--since takes a date as YYYY-MM-DD, not "${value}".`)
  // Dates of this form sort as text.
  if (value <= asOf) return value
  throw usage(`--since takes a date before the score date; ${value} is after ${asOf}.`)
}

/** The date asked for, or today: the command line never guesses another one. */
export function scoreDate(value: string | undefined, { clock }: CliEnvironment): string {
  if (value === undefined) return formatDay(clock.today())
  if (parseDay(value) !== undefined) return value
  throw usage(`--as-of takes a date as YYYY-MM-DD, not "${value}".`)
}

/** `--reading ID=VALUE` as often as it was given; throws `usage` for an unknown id or value. */
export function parseReadings(pairs: readonly string[]): Partial<Readings> {
  const shapes = readingsSchema.shape
  const ids = Object.keys(shapes) as (keyof Readings)[]
  const chosen = pairs.map((pair) => {
    const equals = pair.indexOf('=')
    if (equals < 0) throw usage(`--reading takes ID=VALUE, not "${pair}".`)
    const reading = oneOf(pair.slice(0, equals), ids, '--reading')
    const value = pair.slice(equals + 1)
    return [reading, oneOf<string>(value, shapes[reading].options, `--reading ${reading}`)] as const
  })
  return readingsSchema.partial().parse(Object.fromEntries(chosen))
}
