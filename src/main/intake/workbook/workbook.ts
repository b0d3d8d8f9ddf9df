import type { Archive } from '../archive/archive'
import { SeventyError } from '../../../shared/errors'
import type { ReadOptions } from '../../services/intake-ports'
import { emptyFile } from '../source/file-faults'
import { CellStore } from './cell-store'
import type { MemoryBudget } from './memory-budget'
import { CellValues } from './cell-values'
import { certainty, findHeader, type HeaderRow } from './header-row'
import { SharedStrings } from './shared-strings'
import { SheetReader, type SheetContext } from './sheet-reader'
import { SheetRows } from './sheet-rows'
import { sheetAmbiguous, sheetNotFound, type SheetSummary } from './workbook-faults'
import { readParts, type SheetPart, type WorkbookParts } from './workbook-parts'
import { WorkbookTable } from './workbook-table'

/** Rows that are enough to find a header. */
const SAMPLE_ROWS = 60

interface Sampled {
  readonly sheet: SheetPart
  readonly header: HeaderRow
  readonly claimedRows: number | undefined
  /** What keeps the sheet from being read; it matters only when this is the sheet to read. */
  readonly fault: SeventyError | undefined
}

/** What was read of a sheet, and the rows that it claims to have. */
export type Between = (read?: { readonly rows: number; readonly of: number | undefined }) => void

/** An open workbook: its shared strings are in memory, its sheets are read when they are asked for. */
export class Workbook {
  private readonly context: SheetContext

  private constructor(
    private readonly archive: Archive,
    private readonly parts: WorkbookParts,
    private readonly store: CellStore,
    strings: SharedStrings,
    private readonly budget: MemoryBudget,
    /** Called after every piece of a part; may throw to stop. */
    private readonly between: Between,
    private readonly layoutOf: ReadOptions['layoutOf'],
  ) {
    const values = new CellValues(store, parts.date1904)
    this.context = { values, strings, dateStyles: parts.dateStyles }
  }

  /**
   * Opens the workbook whose main part is given. Throws `workbook-damaged`, `workbook-entities`,
   * `sheet-too-large`, what an {@link Archive} throws, and what `between` throws.
   */
  static async open(
    archive: Archive,
    main: string,
    budget: MemoryBudget,
    between: Between,
    layoutOf?: ReadOptions['layoutOf'],
  ): Promise<Workbook> {
    const parts = await readParts(archive, main)
    const store = new CellStore(archive.path, budget)
    const strings = new SharedStrings(store)
    if (parts.strings !== undefined) await strings.read(archive, parts.strings, between)
    return new Workbook(archive, parts, store, strings, budget, between, layoutOf)
  }

  /** What each sheet holds, from its first rows. */
  async summaries(): Promise<SheetSummary[]> {
    return (await this.sampleAll()).map(summaryOf)
  }

  /**
   * Reads one sheet: the one named; else the only one that is recognised as a report; else the only
   * one that looks like one; else the first that has a row. Throws `sheet-not-found`,
   * `sheet-ambiguous`, `file-empty`, and what {@link SheetReader} throws.
   */
  async table(wanted: string | undefined, fileBytes: number): Promise<WorkbookTable> {
    const { sheet } = wanted === undefined ? await this.choose() : { sheet: this.named(wanted) }
    const rows = this.newRows()
    await this.read(sheet, rows, () => true)
    const { store, archive } = this
    const header = findHeader(rows, store, archive.path, this.layoutOf)
    if (header.row === 0) throw emptyFile(archive.path)
    const { name, hidden } = sheet
    const { date1904 } = this.parts
    return new WorkbookTable({ name, hidden, header, rows, store, date1904, fileBytes })
  }

  private named(wanted: string): SheetPart {
    const { sheets } = this.parts
    const found =
      sheets.find(({ name }) => name === wanted) ??
      sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    if (found) return found
    const names = sheets.map(({ name }) => name)
    throw sheetNotFound(this.archive.path, wanted, names)
  }

  private async choose(): Promise<{ readonly sheet: SheetPart }> {
    const sampled = await this.sampleAll()
    const complete = sampled.filter(({ header }) => header.certainty === certainty.complete)
    if (complete.length > 1) throw sheetAmbiguous(this.archive.path, sampled.map(summaryOf))
    const [best] = sampled.toSorted((one, other) => rank(other) - rank(one))
    if (!best) throw emptyFile(this.archive.path)
    const fault = sampled.find((each) => each.fault)?.fault
    if (fault && best.header.certainty === certainty.none) throw fault
    return best
  }

  private async sampleAll(): Promise<Sampled[]> {
    const sampled: Sampled[] = []
    for (const sheet of this.parts.sheets) sampled.push(await this.sample(sheet))
    return sampled
  }

  private async sample(sheet: SheetPart): Promise<Sampled> {
    const rows = this.newRows()
    let fault: SeventyError | undefined
    let claimedRows: number | undefined
    try {
      claimedRows = await this.read(sheet, rows, () => rows.count < SAMPLE_ROWS)
    } catch (error) {
      if (!(error instanceof SeventyError) || error.code === 'cancelled') throw error
      fault = error
    }
    const header = findHeader(rows, this.store, this.archive.path, this.layoutOf)
    rows.drop()
    return { sheet, header, claimedRows, fault }
  }

  private newRows(): SheetRows {
    return new SheetRows(this.archive.path, this.budget)
  }

  /** Fills `rows`; returns the number of rows that the sheet claims to have. */
  private async read(
    { name, part }: SheetPart,
    rows: SheetRows,
    more: () => boolean,
  ): Promise<number | undefined> {
    const reader = new SheetReader(this.archive.path, name, this.context, rows)
    await reader.read(this.archive, part, () => {
      this.between({ rows: rows.count, of: reader.claimedRows })
      return more()
    })
    return reader.claimedRows
  }
}

/** Recognised before incomplete before anything before nothing; hidden sheets come last among equals. */
function rank({ header, sheet }: Sampled): number {
  if (header.row === 0) return 0
  return 2 * header.certainty + (sheet.hidden ? 1 : 2)
}

function summaryOf({ sheet, header, claimedRows }: Sampled): SheetSummary {
  const { name, hidden } = sheet
  const rows = claimedRows === undefined ? {} : { rows: claimedRows }
  return { name, hidden, ...rows, recognised: header.dataset }
}
