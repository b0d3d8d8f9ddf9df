import type { CauseId, CauseTally, LeftOut, LeftOutEntry, WindowId } from '../../shared/explanation'
import { causeIds } from '../../shared/explanation'

type Window = WindowId | null

interface Lot {
  readonly cause: CauseId | null
  readonly window: Window
  /** Per subject: rows, and what they add up to in raw numbers. */
  readonly parts: Map<number, { rows: number; amount: number }>
}

/** What became of rows: each row in one lot, by why it does not count, its window and its subject. */
export class RowAccount {
  readonly #lots = new Map<string, Lot>()
  readonly #rawPerUnit: number

  constructor(rawPerUnit: number) {
    this.#rawPerUnit = rawPerUnit
  }

  /** `cause` null: the rows count. Subjects are numbers of the caller's. */
  add(cause: CauseId | null, window: Window, subject: number, rows: number, amount: number): void {
    const key = `${cause ?? ''} ${window ?? ''}`
    const lot = this.#lots.get(key) ?? { cause, window, parts: new Map() }
    this.#lots.set(key, lot)
    const part = lot.parts.get(subject)
    if (part === undefined) {
      lot.parts.set(subject, { rows, amount })
    } else {
      part.rows += rows
      part.amount += amount
    }
  }

  /** All rows, those that count by window, and the others by cause and window in a fixed order. */
  totals(): Pick<LeftOut, 'rows' | 'counted' | 'causes'> {
    const tallies = [...this.#lots.values()].sort(byPlace).map((lot) => this.#tally(lot))
    const causes: CauseTally[] = []
    for (const { cause, ...tally } of tallies) if (cause !== null) causes.push({ cause, ...tally })
    const counted = tallies.flatMap(({ cause, ...tally }) => (cause === null ? [tally] : []))
    return { rows: tallies.reduce((sum, { rows }) => sum + rows, 0), counted, causes }
  }

  /** How many rows of a subject lie in a compared window, whatever became of them. */
  comparedRows(subject: number): number {
    return [...this.#lots.values()]
      .filter(({ window }) => window !== null)
      .reduce((sum, { parts }) => sum + (parts.get(subject)?.rows ?? 0), 0)
  }

  /** What each subject has left out for each cause, the largest first. */
  leftOut(
    subjectOf: (subject: number) => LeftOutEntry['subject'],
    limit: number,
  ): LeftOut['entries'] {
    const entries = [...this.#lots.values()].flatMap(({ cause, window, parts }) =>
      cause === null
        ? []
        : [...parts].map(([subject, { rows, amount }]) => ({
            cause,
            window,
            subject,
            rows,
            amount,
          })),
    )
    const size = ({ amount }: { readonly amount: number }) => Math.abs(amount)
    entries.sort((a, b) => size(b) - size(a) || b.rows - a.rows || a.subject - b.subject)
    return {
      total: entries.length,
      entries: entries.slice(0, limit).map(({ subject, amount, ...entry }) => ({
        ...entry,
        subject: subjectOf(subject),
        amount: amount / this.#rawPerUnit,
      })),
    }
  }

  /** Per subject the rows and the amount in the current window of the causes that pass. */
  currentOf(passes: (cause: CauseId) => boolean): Map<number, { rows: number; amount: number }> {
    const found = new Map<number, { rows: number; amount: number }>()
    for (const { cause, window, parts } of this.#lots.values()) {
      if (cause === null || window !== 'current' || !passes(cause)) continue
      for (const [subject, { rows, amount }] of parts) {
        const known = found.get(subject) ?? { rows: 0, amount: 0 }
        const worth = amount / this.#rawPerUnit
        found.set(subject, { rows: known.rows + rows, amount: known.amount + worth })
      }
    }
    return found
  }

  #tally({ cause, window, parts }: Lot) {
    let [rows, amount] = [0, 0]
    for (const part of parts.values()) {
      rows += part.rows
      amount += part.amount
    }
    return { cause, window, rows, subjects: parts.size, amount: amount / this.#rawPerUnit }
  }
}

function byPlace(a: Lot, b: Lot): number {
  const causes: readonly (CauseId | null)[] = causeIds
  const place = ({ cause, window }: Lot) =>
    causes.indexOf(cause) * 3 + ['current', 'previous', null].indexOf(window)
  return place(a) - place(b)
}
