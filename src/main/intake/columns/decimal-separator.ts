import { SeventyError } from '../../../shared/errors'
import type { DecimalMark } from '../../../shared/imports'
import type { DecimalEvidence } from '../../../shared/inspection'
import { isTypedNumber, wasQuoted, type TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'
import { fileName } from '../source/file-faults'

const ZERO = 0x30
const NINE = 0x39
const COMMA = 0x2c
const POINT = 0x2e
const PLUS = 0x2b
const MINUS = 0x2d

/** Digits of a group; only a mark before exactly that many can be one that groups. */
const GROUP = 3

/** Values that evidence shows. */
const SHOWN_EXAMPLES = 5

type UndecidedNumber = DecimalEvidence['examples'][number]

/** What one number says about the column: nothing, its separator, or a mark that can be either. */
type Evidence = 'none' | DecimalMark | 'point-or-group' | 'comma-or-group'

export interface SeparatorQuestion {
  readonly file: string
  readonly column: string
  readonly commaDelimited: boolean
  /** Whether the column holds counts, where 1,234 can only be more than a thousand. */
  readonly wholeNumbers: boolean
}

/**
 * Collects from a whole column what decides its decimal separator (FILES.md, Reading). Most numbers
 * say it themselves: both marks occur, or one repeats, or the digits around it do not form groups of
 * three. Only texts like 1.234 and 1,234 can be read both ways.
 */
export class DecimalSeparatorSurvey {
  private readonly rows = { '.': 0, ',': 0 }
  private pointsOfMachines = 0
  private undecidedRows = 0
  private readonly undecided: UndecidedNumber[] = []

  constructor(
    private readonly question: SeparatorQuestion,
    private readonly decode: Decode,
  ) {}

  /** Takes one cell of a record; a number of a workbook says nothing about how texts are written. */
  take(record: TableRecord, cell: number): void {
    if (isTypedNumber(record, cell)) return
    const { bytes } = record
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    const evidence = evidenceOf(bytes, start, end)
    if (evidence === 'none') return
    if (evidence === '.' || evidence === ',') this.rows[evidence]++
    else this.takeUndecided(record, cell, evidence === 'point-or-group' ? '.' : ',')
  }

  private takeUndecided(record: TableRecord, cell: number, mark: DecimalMark): void {
    const { commaDelimited, wholeNumbers } = this.question
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    if (mark === '.' && commaDelimited && !wasQuoted(record, cell)) this.pointsOfMachines++
    else if (wholeNumbers && !endsInZeros(record.bytes, start, end))
      this.rows[mark === '.' ? ',' : '.']++
    else {
      this.undecidedRows++
      if (this.undecided.length === SHOWN_EXAMPLES) return
      const value = this.decode(record.bytes, start, end).trim()
      if (!this.undecided.some((known) => known.value === value)) {
        this.undecided.push({ row: record.line, value, ...bothReadings(value) })
      }
    }
  }

  /**
   * The separator that the column is written with:
   * 1. what the majority of the numbers says that can be read in one way only; the others then become
   *    row errors;
   * 2. a point in an unquoted cell of a comma-separated file is a decimal point. That is how Partner
   *    Center and every other program write its exports: who writes a decimal comma separates cells
   *    by something else, and who groups digits by points writes a decimal comma;
   * 3. a count that is no whole number with one reading has the other one;
   * 4. else, where a number can be read both ways, the answer given, and without one
   *    `decimal-separator-ambiguous`.
   */
  decide(answer?: DecimalMark): DecimalMark {
    const decided = this.decided()
    if (decided) return decided
    const [example] = this.undecided
    if (!example || answer) return answer ?? '.'
    throw ambiguous(example, this.evidence(), this.question)
  }

  /** What the numbers taken so far say, whatever was answered. */
  evidence(): DecimalEvidence {
    const { rows, undecided } = this
    const points = rows['.'] + this.pointsOfMachines
    const mark = this.decided() ?? null
    const state = mark
      ? stateOf(points, rows[','])
      : undecided.length > 0
        ? 'ambiguous'
        : 'undetermined'
    return { state, mark, points, commas: rows[','], open: this.undecidedRows, examples: undecided }
  }

  private decided(): DecimalMark | undefined {
    const { rows } = this
    if (rows[','] > rows['.']) return ','
    return rows['.'] > 0 || this.pointsOfMachines > 0 ? '.' : undefined
  }
}

function stateOf(points: number, commas: number): 'decided' | 'contradictory' {
  return points > 0 && commas > 0 ? 'contradictory' : 'decided'
}

/** 1.234 as a number with decimals and as one with thousands. */
function bothReadings(value: string) {
  const [mark] = /[.,]/.exec(value) ?? ['']
  return { decimal: value.replace(mark, '.'), grouped: value.replace(mark, '') }
}

function evidenceOf(bytes: Buffer, start: number, end: number): Evidence {
  let points = 0
  let commas = 0
  let last = 0
  let before = 0
  let after = 0
  let leadingZero = false
  let exponent = false
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte >= ZERO && byte <= NINE) {
      if (last !== 0) after++
      else if (before++ === 0) leadingZero = byte === ZERO
    } else if (byte === POINT || byte === COMMA) {
      if (byte === POINT) points++
      else commas++
      last = byte
      after = 0
    } else if (isExponent(bytes, at, end)) {
      exponent = true
      break
    }
  }
  if (last === 0 || before + after === 0) return 'none'
  if (points > 0 && commas > 0) return last === POINT ? '.' : ','
  if (points > 1) return ','
  if (commas > 1) return '.'
  const groups = after === GROUP && before >= 1 && before <= GROUP && !leadingZero && !exponent
  if (!groups) return last === POINT ? '.' : ','
  return last === POINT ? 'point-or-group' : 'comma-or-group'
}

/** An E with digits behind it, and not the one of EUR. */
function isExponent(bytes: Buffer, at: number, end: number): boolean {
  if (((bytes[at] as number) | 0x20) !== 0x65 || at + 1 >= end) return false
  const next = bytes[at + 1] as number
  return next === PLUS || next === MINUS || (next >= ZERO && next <= NINE)
}

/** Whether the last three digits are zeros; blanks, brackets and currencies may follow them. */
function endsInZeros(bytes: Buffer, start: number, end: number): boolean {
  let zeros = 0
  for (let at = end - 1; at >= start && zeros < GROUP; at--) {
    const byte = bytes[at] as number
    if (byte === ZERO) zeros++
    else if (byte > ZERO && byte <= NINE) return false
  }
  return zeros === GROUP
}

function ambiguous(
  { row, value, decimal, grouped }: UndecidedNumber,
  evidence: DecimalEvidence,
  { file, column }: SeparatorQuestion,
): SeventyError {
  return new SeventyError(
    'decimal-separator-ambiguous',
    `${fileName(file)}: "${value}" in column ${column} can be ${decimal} or ${grouped}, and no other value of the column decides it. Say which mark writes decimals: --decimal comma or --decimal point.`,
    { file, row, column, value, example: value, interpretations: { decimal, grouped }, evidence },
  )
}
