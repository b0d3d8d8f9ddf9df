import type { Archive } from '../archive/archive'
import { cellTooLong, MAX_COLUMNS, tooManyColumns } from '../csv/csv-faults'
import { columnLetters, columnOf, MAX_ROW } from './cell-reference'
import { EMPTY } from './cell-store'
import type { CellValues } from './cell-values'
import type { SharedStrings } from './shared-strings'
import { elementOf, elements } from './sheet-elements'
import type { SheetRows } from './sheet-rows'
import { damagedSheet } from './workbook-faults'
import { wholeNumber, XmlAttributes } from './xml-attributes'
import { scanPart } from './xml-part'
import type { XmlTarget } from './xml-scanner'
import { XmlText } from './xml-text'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly values: CellValues
  readonly strings: SharedStrings
  /** For each cell style 1 when its number format shows dates. */
  readonly dateStyles: Uint8Array
}

/** Types of cells by the first letter of their name; `str` is told from `s` by its length. */
const types = { n: 0x6e, s: 0x73, b: 0x62, e: 0x65, d: 0x64, str: 1, inlineStr: 2 } as const

const [R, S, T] = [0x72, 0x73, 0x74]

/**
 * Reads the rows of one sheet. Cells may leave out their reference and then follow the one before;
 * a row or a cell at a place that was passed already is damage, as it is for a spreadsheet program.
 * Throws `workbook-damaged`, `columns-too-many` and `cell-too-long` with the sheet's row.
 */
export class SheetReader implements XmlTarget {
  /** Last row that the sheet says it has; it need not be true. */
  claimedRows: number | undefined
  private readonly value = new XmlText()
  private readonly formula = new XmlText()
  private readonly attributes = new XmlAttributes()
  private readonly cells = new Uint32Array(MAX_COLUMNS)
  private width = 0
  private inData = false
  private row = 0
  private column = -1
  private type: number = types.n
  private style = 0
  private hasFormula = false
  private inInline = false
  private phonetic = false
  /** Where the text at hand belongs. */
  private gathering: XmlText | undefined

  constructor(
    private readonly file: string,
    private readonly sheet: string,
    private readonly context: SheetContext,
    private readonly rows: SheetRows,
  ) {}

  /** Reads the part of the sheet, all of it or until `more` says no. */
  read(archive: Archive, part: string, more: () => boolean): Promise<void> {
    return scanPart(archive, part, this, more)
  }

  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void {
    const element = elementOf(bytes, name, nameEnd)
    if (element === elements.other) return
    if (!this.inData) {
      if (element === elements.sheetData) this.inData = true
      else if (element === elements.dimension) this.readDimension(bytes, nameEnd, tagEnd)
      return
    }
    switch (element) {
      case elements.c:
        this.beginCell(bytes, nameEnd, tagEnd)
        break
      case elements.v:
        this.gathering = this.value
        break
      case elements.f:
        this.hasFormula = true
        this.gathering = this.formula
        break
      case elements.t:
        if (this.inInline && !this.phonetic) this.gathering = this.value
        break
      case elements.row:
        this.beginRow(bytes, nameEnd, tagEnd)
        break
      case elements.is:
        this.inInline = true
        break
      case elements.rPh:
        this.phonetic = true
        break
    }
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    if (!this.inData) return
    switch (elementOf(bytes, name, nameEnd)) {
      case elements.c:
        this.endCell()
        break
      case elements.v:
      case elements.f:
      case elements.t:
        this.gathering = undefined
        break
      case elements.row:
        this.rows.add(this.row, this.cells, this.width)
        break
      case elements.is:
        this.inInline = false
        break
      case elements.rPh:
        this.phonetic = false
        break
      case elements.sheetData:
        this.inData = false
        break
    }
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    this.gathering?.take(bytes, from, to, literal)
  }

  settle(): void {
    this.value.settle()
    this.formula.settle()
  }

  private readDimension(bytes: Buffer, nameEnd: number, tagEnd: number): void {
    const { attributes } = this
    attributes.begin(bytes, nameEnd, tagEnd)
    while (attributes.next()) {
      const [, last] = /^[A-Z]+\d+:[A-Z]+(\d{1,7})$/.exec(attributes.text()) ?? []
      if (last !== undefined) this.claimedRows = Number(last)
    }
  }

  private beginRow(bytes: Buffer, nameEnd: number, tagEnd: number): void {
    const { attributes } = this
    let row = this.row + 1
    attributes.begin(bytes, nameEnd, tagEnd)
    while (attributes.next()) if (attributes.letter === R) row = attributes.number()
    if (row <= this.row || row > MAX_ROW) {
      const { file, sheet } = this
      throw damagedSheet(
        { file, sheet, row: this.row },
        'the row behind it has no number it can have',
      )
    }
    this.row = row
    this.column = -1
    this.width = 0
    this.cells.fill(EMPTY)
  }

  private beginCell(bytes: Buffer, nameEnd: number, tagEnd: number): void {
    const { attributes, row } = this
    let column = this.column + 1
    this.type = types.n
    this.style = 0
    this.hasFormula = false
    this.value.clear()
    attributes.begin(bytes, nameEnd, tagEnd)
    while (attributes.next()) {
      const { letter } = attributes
      if (letter === R) column = columnOf(bytes, attributes.value, attributes.valueEnd, row)
      else if (letter === S) this.style = attributes.number()
      else if (letter === T) this.type = this.typeOf(bytes)
    }
    if (column <= this.column) {
      const { file, sheet } = this
      throw damagedSheet({ file, sheet, row }, 'a cell stands at a place that it cannot have')
    }
    this.column = column
  }

  private typeOf(bytes: Buffer): number {
    const { value, valueEnd } = this.attributes
    const first = bytes[value] as number
    if (valueEnd - value === 1) return first
    const name = this.attributes.text()
    return name === 'str' ? types.str : name === 'inlineStr' ? types.inlineStr : NaN
  }

  private endCell(): void {
    if (this.value.tooLong) throw this.tooLong()
    const content = this.content()
    if (content === EMPTY) return
    if (this.column >= MAX_COLUMNS) throw tooManyColumns(this.file, this.row, this.sheet)
    this.cells[this.column] = content
    this.width = this.column + 1
  }

  private content(): number {
    const { value, type, context } = this
    const { values } = context
    if (value.length === 0) {
      if (!this.hasFormula || type === types.str) return EMPTY
      const content = values.formula(this.formula)
      this.formula.clear()
      return content
    }
    if (this.hasFormula) this.formula.clear()
    switch (type) {
      case types.s:
        return this.shared()
      case types.n:
        return context.dateStyles[this.style] === 1 ? values.date(value) : values.number(value)
      case types.b:
        return values.boolean(value)
      case types.e:
        return values.error(value)
      case types.str:
      case types.inlineStr:
      case types.d:
        return values.text(value)
      default:
        throw this.damaged('a cell is of a type that does not exist')
    }
  }

  private shared(): number {
    const { context, value } = this
    const { strings } = context
    const index = wholeNumber(value.bytes, value.from, value.to)
    if (index < 0 || index >= strings.count) {
      throw this.damaged('a cell refers to a text that the workbook does not have')
    }
    if (strings.isTooLong(index)) throw this.tooLong()
    return strings.content(index)
  }

  private get place() {
    const { file, sheet, row } = this
    return { file, sheet, row, column: columnLetters(this.column) }
  }

  private damaged(what: string) {
    return damagedSheet(this.place, what)
  }

  private tooLong() {
    return cellTooLong(this.place, false)
  }
}
