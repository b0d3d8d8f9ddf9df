import { dayOf, formatDay } from '../../../shared/calendar'
import { SeventyError } from '../../../shared/errors'
import type { DateOrder } from '../../../shared/imports'
import type { DateEvidence } from '../../../shared/inspection'
import type { TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'
import { fileName } from '../source/file-faults'
import { ByteDictionary } from './byte-dictionary'
import { inOrder, readDateText, type DateText } from './date-text'

type Pair = Extract<DateText, { form: 'pair' }>

/** A text whose reading depends on the order, how often it stands in the column, and where first. */
interface SeenPair extends Pair {
  readonly text: string
  readonly row: number
  rows: number
}

/** Values that evidence shows. */
const SHOWN_EXAMPLES = 5

/** Distinct pairs of numbers that a column can hold: two of two digits. */
const NUMBERS = 100

/**
 * Collects from a whole column what decides whether day or month comes first (FILES.md, Reading).
 * Only texts such as 3/4/2023 matter; ISO dates, dots and month names say it themselves.
 */
export class DateOrderSurvey {
  private readonly pairs = new Map<number, SeenPair>()
  private readonly texts: ByteDictionary<SeenPair | null>
  private row = 0

  constructor(decode: Decode) {
    this.texts = new ByteDictionary(decode, (text) => this.seen(text))
  }

  /** Takes the cell of one row. */
  take(record: TableRecord, cell: number): void {
    this.row = record.line
    const pair = this.texts.lookup(record, cell)
    if (pair) pair.rows++
  }

  /**
   * The order that the column is written in:
   * 1. a number above 12 can only be a day; if both places have one, the majority of rows decides and
   *    the others become row errors;
   * 2. a column of usage months names the first of each month, so the place that is always 1 while
   *    the other one changes is the day;
   * 3. where both readings of every text are the same, or neither is a date (13/14/2023), either will
   *    do;
   * 4. else the answer given, and without one `date-order-ambiguous`.
   */
  decide(question: DateQuestion): DateOrder {
    const { order, examples } = this.evidence(question)
    if (order) return order
    const [example] = examples
    if (!example || question.answer) return question.answer ?? 'mdy'
    throw ambiguous(example, this.evidence(question), question)
  }

  /** What the texts taken so far say, whatever was answered. */
  evidence({ isUsageMonth }: Pick<DateQuestion, 'isUsageMonth'>): DateEvidence {
    const pairs = [...this.pairs.values()]
    const dayFirst = rowsWhere(pairs, ({ first, second }) => first > 12 && second <= 12)
    const monthFirst = rowsWhere(pairs, ({ first, second }) => second > 12 && first <= 12)
    const open = pairs.filter(
      ({ first, second }) => first !== second && Math.max(first, second) <= 12,
    )
    const order =
      majority(dayFirst, monthFirst) ??
      (isUsageMonth && dayFirst === 0 ? orderOfMonthStarts(pairs) : undefined)
    return {
      state: stateOf(order, { dayFirst, monthFirst, open: open.length }),
      order: order ?? null,
      dayFirst,
      monthFirst,
      open: rowsWhere(open, () => true),
      // Where as many rows say the one as the other, those are what the question is about.
      examples: (open.length > 0 || order ? open : pairs.filter(isDifferent))
        .slice(0, SHOWN_EXAMPLES)
        .map(exampleOf),
    }
  }

  private seen(text: string): SeenPair | null {
    const read = readDateText(text)
    if (read?.form !== 'pair') return null
    const key = (read.year * NUMBERS + read.first) * NUMBERS + read.second
    const known = this.pairs.get(key)
    if (known) return known
    const pair = { ...read, text: text.trim(), row: this.row, rows: 0 }
    this.pairs.set(key, pair)
    return pair
  }
}

/** What a survey has to decide, and what may help it. */
export interface DateQuestion {
  readonly file: string
  readonly column: string
  readonly isUsageMonth: boolean
  readonly answer: DateOrder | undefined
}

function majority(dayFirst: number, monthFirst: number): DateOrder | undefined {
  if (dayFirst === monthFirst) return undefined
  return dayFirst > monthFirst ? 'dmy' : 'mdy'
}

/** False where both readings are the same, or neither is a date. */
function isDifferent({ first, second }: SeenPair): boolean {
  return first !== second && Math.min(first, second) <= 12
}

function stateOf(
  order: DateOrder | undefined,
  { dayFirst, monthFirst, open }: Readonly<Record<'dayFirst' | 'monthFirst' | 'open', number>>,
): DateEvidence['state'] {
  if (dayFirst > 0 && monthFirst > 0) return 'contradictory'
  if (order) return 'decided'
  return open > 0 ? 'ambiguous' : 'undetermined'
}

function exampleOf(pair: SeenPair): DateEvidence['examples'][number] {
  const { row, text: value, rows } = pair
  return { row, value, rows, dmy: reading(pair, 'dmy'), mdy: reading(pair, 'mdy') }
}

function rowsWhere(pairs: readonly SeenPair[], matches: (pair: SeenPair) => boolean): number {
  return pairs.reduce((rows, pair) => rows + (matches(pair) ? pair.rows : 0), 0)
}

function orderOfMonthStarts(pairs: readonly SeenPair[]): DateOrder | undefined {
  const firsts = new Set(pairs.map(({ first }) => first))
  const seconds = new Set(pairs.map(({ second }) => second))
  const alwaysOne = (numbers: Set<number>) => numbers.size === 1 && numbers.has(1)
  if (alwaysOne(firsts) && seconds.size > 1) return 'dmy'
  if (alwaysOne(seconds) && firsts.size > 1) return 'mdy'
  return undefined
}

function ambiguous(
  { row, value, dmy, mdy }: DateEvidence['examples'][number],
  evidence: DateEvidence,
  { file, column }: DateQuestion,
): SeventyError {
  return new SeventyError(
    'date-order-ambiguous',
    `${fileName(file)}: "${value}" in column ${column} can be ${dmy} (day first) or ${mdy} (month first), and no other value of the column decides it. Say which: --date-order dmy or --date-order mdy.`,
    { file, row, column, value, example: value, interpretations: { dmy, mdy }, evidence },
  )
}

/** The date in words that nobody can read the other way round. */
function reading(pair: Pair, order: DateOrder): string {
  const date = inOrder(pair, order)
  const day = date.form === 'date' ? dayOf(date.year, date.month, date.day) : undefined
  return day === undefined ? 'no date' : formatDay(day)
}
