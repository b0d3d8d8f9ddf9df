import { MAX_COLUMNS } from '../csv/csv-faults'
import { cellMarks, isTypedNumber } from '../csv/record'
import { decoderFor, type Decode } from '../source/decode'
import type { Checkpoint, Records, Table, TableNote } from '../table'
import type { CellStore } from './cell-store'
import type { HeaderRow } from './header-row'
import { dateOfSerial } from './serial-date'
import type { RowWalk, SheetRows } from './sheet-rows'

/** Rows between two questions whether to go on. */
const CHECK_EVERY = 4096

/** A sheet that is in memory. */
export interface SheetContent {
  readonly name: string
  readonly hidden: boolean
  readonly header: HeaderRow
  readonly rows: SheetRows
  readonly store: CellStore
  readonly date1904: boolean
  /** Bytes of the file, which progress is told in. */
  readonly fileBytes: number
}

/** The sheet of a workbook as a table; a record's line is the number of its row in the sheet. */
export class WorkbookTable implements Table {
  readonly decode: Decode = decoderFor('utf-8')
  readonly commaDelimited = false
  readonly grid = true

  constructor(private readonly content: SheetContent) {}

  get header(): readonly string[] {
    return this.content.header.names
  }

  get sheet(): string {
    return this.content.name
  }

  get notes(): readonly TableNote[] {
    const { hidden, name } = this.content
    const message = `The sheet ${name} is hidden in the workbook; it was read all the same.`
    return hidden ? [{ code: 'sheet-hidden', message }] : []
  }

  /** Throws whatever `checkpoint` throws; the rows themselves were checked when they were unpacked. */
  records(checkpoint: Checkpoint, dateCells: readonly number[]): Records {
    const records = new SheetRecords(this.content, checkpoint, dateCells)
    while (records.line < this.content.header.row && records.next());
    return records
  }
}

class SheetRecords implements Records {
  readonly starts = new Int32Array(MAX_COLUMNS)
  readonly ends = new Int32Array(MAX_COLUMNS)
  count = 0
  private readonly walk: RowWalk
  private readonly width: number
  private readonly serials: ReadonlySet<number>
  private done = 0

  constructor(
    private readonly sheet: SheetContent,
    private readonly checkpoint: Checkpoint,
    dateCells: readonly number[],
  ) {
    this.walk = sheet.rows.walk()
    this.width = sheet.header.names.length
    this.serials = new Set(sheet.date1904 ? dateCells : [])
  }

  get bytes(): Buffer {
    return this.sheet.store.bytes
  }

  get line(): number {
    return this.walk.row
  }

  /** A row has the cells of the header, empty where the sheet has none, and those to its right. */
  next(): boolean {
    if (this.done++ % CHECK_EVERY === 0) this.check()
    const { walk, starts, ends } = this
    if (!walk.next()) return false
    const { store } = this.sheet
    this.count = Math.max(this.width, walk.count)
    for (let cell = 0; cell < this.count; cell++) {
      const content = walk.cell(cell)
      starts[cell] = store.start(content)
      ends[cell] = store.end(content)
    }
    for (const cell of this.serials) this.readSerial(cell)
    return true
  }

  private check(): void {
    const { fileBytes, rows } = this.sheet
    this.checkpoint(Math.floor((fileBytes * this.done) / (rows.count + 1)))
  }

  /** A bare number where a date is expected counts days as the workbook does, here from 1904. */
  private readSerial(cell: number): void {
    if (!isTypedNumber(this, cell)) return
    const text = this.bytes.toString('latin1', this.starts[cell], this.ends[cell])
    const date = /^\d{5}(\.\d+)?$/.test(text) ? dateOfSerial(Number(text), true) : undefined
    if (date === undefined) return
    const { store } = this.sheet
    const content = store.addText(date, cellMarks.text)
    this.starts[cell] = store.start(content)
    this.ends[cell] = store.end(content)
  }
}
