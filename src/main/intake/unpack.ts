import type { SeventyError } from '../../shared/errors'
import type { ReadOptions, WorkControl } from '../services/intake-ports'
import { Archive } from './archive/archive'
import {
  archiveTooLarge,
  MAX_ARCHIVE_BYTES,
  MAX_TABLE_BYTES,
  nestedArchive,
  tableTooLarge,
} from './archive/archive-faults'
import { chooseTable, tablesWithin } from './archive/tables-within'
import { CsvTable } from './csv/csv-table'
import { cancelled, notText } from './source/file-faults'
import { withFile, type FileState } from './source/open-file'
import { HeldBytes } from './source/random-bytes'
import { containerOf, START_BYTES } from './source/container'
import type { Checkpoint, Table } from './table'
import { MemoryBudget } from './workbook/memory-budget'
import { foreignWorkbook } from './workbook/workbook-faults'
import { explainCompound } from './workbook/compound-file'
import { Workbook, type Between } from './workbook/workbook'
import type { SheetSummary } from './workbook/workbook-faults'
import { mainPart } from './workbook/workbook-parts'

/** A file whose table had to be unpacked before it can be read: where it is, or why it cannot be. */
export interface Unpacked {
  readonly state: FileState
  open(checkpoint: Checkpoint): Table
}

/** What unpacking works with. */
export interface Unpacking {
  readonly control: WorkControl
  /** Shared by all files of one import. */
  readonly budget: MemoryBudget
  readonly bufferBytes: number
}

/**
 * Unpacks the table of a workbook or an archive, told by content. Undefined for a file that can be
 * read as it is. Rows wait in memory, within a budget, until the import walks them: nothing is
 * written to disk, and inflating happens before the transaction of the import begins.
 * Throws the `archive-*`, `workbook-*` and `sheet-*` errors, `file-is-workbook` and `file-not-text`
 * for formats that are not read, `file-empty`, `columns-too-many`, `cell-too-long` and `cancelled`.
 */
export async function unpack(
  path: string,
  { sheet, layoutOf }: Pick<ReadOptions, 'sheet' | 'layoutOf'>,
  unpacking: Unpacking,
): Promise<Unpacked | undefined> {
  const held = hold(path)
  if (!held) return undefined
  const unpacker = new Unpacker(path, held.state.bytes, unpacking, layoutOf)
  const open = await unpacker.tableOf(held.content, sheet)
  return { state: held.state, open }
}

/** The sheets of a workbook or the tables of an archive; empty for a file that is one table itself. */
export async function sheetsOf(
  path: string,
  control: WorkControl = { progress: () => undefined, cancelled: () => false },
): Promise<readonly SheetSummary[]> {
  const held = hold(path)
  if (!held) return []
  const unpacking = { control, budget: new MemoryBudget(), bufferBytes: 0 }
  return new Unpacker(path, held.state.bytes, unpacking).sheetsOf(held.content)
}

/** The bytes of a file that has to be unpacked, and what tells whether it is still the same later. */
function hold(path: string): { readonly state: FileState; readonly content: Buffer } | undefined {
  return withFile(path, (file) => {
    const first = Buffer.alloc(START_BYTES)
    file.read(first, 0, START_BYTES, 0)
    if (containerOf(first) === undefined) return undefined
    const { bytes, modified } = file
    if (bytes > MAX_ARCHIVE_BYTES) throw archiveTooLarge(path, bytes)
    const content = Buffer.allocUnsafeSlow(bytes)
    file.read(content, 0, bytes, 0)
    file.assertUnchanged()
    return { state: { bytes, modified }, content }
  })
}

type Opener = Unpacked['open']

class Unpacker {
  constructor(
    private readonly path: string,
    private readonly fileBytes: number,
    private readonly unpacking: Unpacking,
    private readonly layoutOf?: ReadOptions['layoutOf'],
  ) {}

  async tableOf(content: Buffer, wanted: string | undefined): Promise<Opener> {
    const archive = await this.archive(content)
    const workbook = await this.workbook(archive)
    if (workbook) return this.sheet(workbook, wanted)
    const { name, sheet } = chooseTable(archive, wanted)
    const inner = await archive.whole(name, MAX_TABLE_BYTES, () => tableTooLarge(this.path, name))
    if (containerOf(inner) === undefined) return this.text(inner, name)
    const innerBook = await this.workbook(await this.archive(inner))
    if (!innerBook) throw nestedArchive(this.path, name)
    return this.sheet(innerBook, sheet)
  }

  async sheetsOf(content: Buffer): Promise<readonly SheetSummary[]> {
    const archive = await this.archive(content)
    const workbook = await this.workbook(archive)
    if (workbook) return workbook.summaries()
    const tables = tablesWithin(archive)
    return tables.map((name) => ({ name, hidden: false, recognised: null }))
  }

  private archive(content: Buffer): Promise<Archive> {
    if (containerOf(content) === 'compound') throw explainCompound(this.path, content)
    return Archive.open(this.path, content)
  }

  /** Undefined when the archive is none. */
  private async workbook(archive: Archive): Promise<Workbook | undefined> {
    const main = await mainPart(archive)
    const foreign = await foreignFormat(archive, main)
    if (foreign) throw foreign
    if (main === undefined) return undefined
    const { unpacking, layoutOf } = this
    return Workbook.open(archive, main, unpacking.budget, (read) => this.step(read), layoutOf)
  }

  private async sheet(workbook: Workbook, wanted: string | undefined): Promise<Opener> {
    const table = await workbook.table(wanted, this.fileBytes)
    return () => table
  }

  private text(content: Buffer, name: string): Opener {
    const { budget, bufferBytes } = this.unpacking
    budget.take(this.path, content.length)
    const share = this.fileBytes / content.length
    return (checkpoint) => {
      const inFile: Checkpoint = (read) => checkpoint(Math.floor(read * share))
      return new CsvTable(new HeldBytes(this.path, content), bufferBytes, inFile, name)
    }
  }

  /** Stops when it was asked to; says how many rows of a sheet stand in memory. */
  private step(read: Parameters<Between>[0]): void {
    const { control } = this.unpacking
    if (control.cancelled()) throw cancelled()
    if (read) control.progress(read.rows, read.of ?? 0, { rows: read.rows, unpacking: true })
  }
}

/** Documents that are archives as well but no workbook of the kind that is read. */
async function foreignFormat(
  archive: Archive,
  main: string | undefined,
): Promise<SeventyError | undefined> {
  const { path } = archive
  if (main !== undefined) {
    if (main.endsWith('.bin')) return foreignWorkbook(path, 'xlsb', 'a binary workbook (.xlsb)')
    if (main.startsWith('word/')) return notText(path, 'it is a Word document')
    return main.startsWith('ppt/') ? notText(path, 'it is a presentation') : undefined
  }
  if (await isOpenDocument(archive)) {
    return foreignWorkbook(path, 'ods', 'an OpenDocument spreadsheet (.ods)')
  }
  const isNumbers = archive.entries.some(({ name }) => /(\.iwa|^Index\.zip)$/.test(name))
  return isNumbers ? foreignWorkbook(path, 'numbers', 'a spreadsheet of Numbers') : undefined
}

/** An OpenDocument file says in its first entry what it is. */
async function isOpenDocument(archive: Archive): Promise<boolean> {
  if (!archive.has('mimetype')) return false
  for await (const piece of archive.read('mimetype')) {
    return piece.toString('latin1').startsWith('application/vnd.oasis.opendocument')
  }
  return false
}
