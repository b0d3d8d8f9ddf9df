import type { ImportReview, ReviewedMonth } from './import-review'

/** How many months an import adds, replaces and extends; certifications have none and are not among them. */
export function monthCounts({ months }: Pick<ImportReview, 'months'>) {
  const dated = months.filter(({ month }) => month !== null)
  const count = (change: ReviewedMonth['change']) => {
    return new Set(dated.filter((each) => each.change === change).map(({ month }) => month)).size
  }
  return { added: count('added'), replaced: count('replaced'), extended: count('extended') }
}
