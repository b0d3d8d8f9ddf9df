import type { ByHand } from '../../../shared/edits'
import type { RowMark } from './operations'
import { valuesFrom } from './values'

/** How a row came to say what it says; null where it was only read from a file. */
export function byHandOf({
  enteredAt,
  mark,
}: {
  readonly enteredAt: string | null
  readonly mark: RowMark | null
}): ByHand | null {
  if (mark !== null) {
    const kind = mark.leftOut ? 'left-out' : 'changed'
    return { kind, at: mark.at, was: valuesFrom(mark.original) }
  }
  return enteredAt === null ? null : { kind: 'entered', at: enteredAt, was: null }
}
