import type { ImportReview, ReviewedScore, UnknownName } from '../../shared/import-review'
import { monthCounts } from '../../shared/review-counts'

/** Unknown names that are said; `--json` has all of them. */
const NAMES_SAID = 10

/** What an import did to what is stored, in a few lines; nothing where it stored nothing. */
export function reviewText(review: ImportReview | null | undefined): string {
  if (!review) return ''
  return [
    monthsLine(review),
    scoreLine(review.score),
    ...nameLines(review.unknownNames),
    ...(review.renamed.count > 0 ? [`new names of customers: ${review.renamed.count}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function monthsLine(review: ImportReview): string {
  const { added, replaced, extended } = monthCounts(review)
  const parts = [
    ...(added > 0 ? [`${monthsOf(added)} added`] : []),
    ...(replaced > 0 ? [`${monthsOf(replaced)} replaced`] : []),
    ...(extended > 0 ? [`rows added to ${monthsOf(extended)}`] : []),
  ]
  return parts.length === 0 ? 'no month of usage changed' : parts.join(', ')
}

const monthsOf = (count: number) => `${String(count)} ${count === 1 ? 'month' : 'months'}`

function scoreLine({ before, after, error }: ImportReview['score']): string {
  if (error !== null) return `no score: ${error}`
  return `estimated total: ${totalOf(after)}, before ${totalOf(before)}`
}

function totalOf(score: ReviewedScore | null): string {
  if (!score || score.totalShown === null) return 'no data'
  return `${score.totalShown.toFixed(1)} of ${String(score.max)} on ${score.asOf}`
}

function nameLines(names: readonly UnknownName[]): string[] {
  const lines = names.slice(0, NAMES_SAID).map(({ kind, name, nearest }) => {
    const like = nearest[0] === undefined ? '' : `; the nearest known name is "${nearest[0]}"`
    return `no rule lists the ${kind} "${name}"${like}`
  })
  const more = names.length - NAMES_SAID
  return more > 0 ? [...lines, `and ${String(more)} more names that no rule lists`] : lines
}
