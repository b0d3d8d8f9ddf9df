import { parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { metricTitles } from '../../shared/metric-titles'
import { reportModelSchema, type ReportModel } from '../../shared/report'
import type { Score } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { prepare, scoreOf } from '../scoring/engine'
import { factsOf } from './report-inputs'

/** One thing that was compared, and what stood on both sides where they differ. */
export interface Finding {
  readonly what: string
  readonly attached: string
  /** On paper, or computed again. */
  readonly found: string
}

export interface Comparison {
  readonly compared: number
  readonly differences: readonly Finding[]
}

/** What became of a report that was checked against itself. */
export interface Verification {
  readonly reportId: string
  readonly client: string
  readonly asOf: string
  readonly edition: string
  readonly total: number | null
  /** The pages against the attached data. */
  readonly printed: Comparison
  /** The attached score against the one that the engine computes from the attached inputs. */
  readonly recomputed: Comparison
}

/**
 * Checks that the attached data, the printed words and a score computed again from the attached inputs
 * say the same. `pages` are the texts of the printed pages, in their order. Throws `report-data-invalid`
 * for data that are no report of a partner, `report-inputs-missing` where nothing can be computed
 * again, and what `editionOf` throws for rules that are not known here.
 */
export function verifyReport(
  { data, pages }: { readonly data: unknown; readonly pages: readonly string[] },
  editionOf: (id: string) => Edition,
): Verification {
  const model = modelIn(data)
  const { reportId, client, score } = model
  return {
    ...{ reportId, client, asOf: score.asOf, edition: score.edition, total: score.total },
    printed: comparePrinted(model, pages),
    recomputed: compareScores(score, recompute(model, editionOf(score.edition))),
  }
}

function modelIn(data: unknown): ReportModel {
  const read = reportModelSchema.safeParse(data)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new SeventyError(
    'report-data-invalid',
    `The attached data are not those of a report of one partner (${place}: ${issue?.message ?? ''}). They were changed, or another version of Seventy wrote them.`,
    { place },
  )
}

function recompute({ inputs, score }: ReportModel, edition: Edition): Score {
  if (inputs?.status !== 'attached') {
    const why = inputs
      ? `its ${String(inputs.rows)} rows of usage are more than the ${String(inputs.rowsAtMost)} that travel with a report`
      : 'it carries none'
    throw new SeventyError(
      'report-inputs-missing',
      `The score of this report cannot be computed from its attachment: ${why}. Compare it with the score command on the workspace it was made from.`,
      inputs ? { rows: inputs.rows, rowsAtMost: inputs.rowsAtMost } : {},
    )
  }
  const asOf = parseDay(score.asOf) as number
  return scoreOf(prepare(factsOf(inputs), edition), { asOf, readings: score.readings })
}

/** Every number of the score; warnings are about what does not count and need not travel along. */
function compareScores(attached: Score, again: Score): Comparison {
  const [left, right] = [numbersOf(attached), numbersOf(again)]
  const whats = [...new Set([...left.keys(), ...right.keys()])]
  return {
    compared: whats.length,
    differences: whats.flatMap((what) => {
      const [said, found] = [left.get(what) ?? 'nothing', right.get(what) ?? 'nothing']
      return said === found ? [] : [{ what, attached: said, found }]
    }),
  }
}

function numbersOf({ total, attained, metrics }: Score): Map<string, string> {
  const numbers = new Map<string, unknown>([
    ['total', total],
    ['attained', attained],
  ])
  for (const { id, points, minimumMet, streams, steps } of metrics) {
    numbers.set(`${id} points`, points).set(`${id} minimum met`, minimumMet)
    for (const stream of streams ?? [])
      for (const key of ['current', 'previous', 'delta', 'points'] as const)
        numbers.set(`${id} ${stream.id} ${key}`, stream[key])
    for (const step of steps ?? []) numbers.set(`${id} ${step.id} people`, step.people)
  }
  return new Map([...numbers].map(([what, value]) => [what, told(value)]))
}

function told(value: unknown): string {
  return value === null ? 'no data' : String(value)
}

/** What is said, and on which pages it has to stand. */
interface Statement {
  readonly what: string
  readonly words: string
  readonly on: readonly string[]
}

/** What the pages of a template say of the score, in their own words. */
function comparePrinted(model: ReportModel, pages: readonly string[]): Comparison {
  const texts = pages.map(withoutSpace)
  const statements = [...ownWords(model, texts), ...summary(model, texts), ...titles(model, texts)]
  return {
    compared: statements.length,
    differences: statements
      .filter(({ words, on }) => !on.some((page) => page.includes(withoutSpace(words))))
      .map(({ what, words }) => ({ what, attached: words, found: 'not on the pages' })),
  }
}

/** Where a line ends is the browser's choice. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function ownWords({ reportId, client, imprint }: ReportModel, on: readonly string[]): Statement[] {
  return [
    { what: 'report id', words: reportId, on },
    { what: 'client', words: client, on },
    { what: 'imprint', words: imprint, on },
  ]
}

/** The summary is one page, the first after the cover; a roster has none. */
function summary({ template, pages, score }: ReportModel, all: readonly string[]): Statement[] {
  if (template === 'roster') return []
  const at = pages.includes('cover') ? 1 : 0
  const on = all.slice(at, at + 1)
  const total = score.totalShown === null ? 'No data' : ofMaximum(score.totalShown, score.max)
  return [
    { what: 'total on the summary', words: total, on },
    ...score.metrics.map(({ id, pointsShown, max }) => ({
      what: `${id} points on the summary`,
      words: `${metricTitles[id]} ${pointsShown === null ? 'No data' : ofMaximum(pointsShown, max)}`,
      on,
    })),
  ]
}

/** Every metric's page has its points in the title; a roster has the pages of people only. */
function titles({ template, pages, metrics }: ReportModel, on: readonly string[]): Statement[] {
  if (!pages.includes('metrics')) return []
  return metrics
    .filter(({ streams }) => template !== 'roster' || streams.length === 0)
    .map(({ metric: { id, pointsShown, max } }) => ({
      what: `${id} points on its page`,
      words: `${metricTitles[id]}: ${pointsShown === null ? 'no data' : `${ofMaximum(pointsShown, max)} points`}`,
      on,
    }))
}

function ofMaximum(points: number, max: number): string {
  return `${points.toFixed(1)} of ${String(max)}`
}
