import { sourceOf } from '../source/byte-source'
import { decoderFor, type Decode } from '../source/decode'
import { detectTextForm, type Encoding, type TextForm } from '../source/encoding'
import { emptyFile } from '../source/file-faults'
import type { RandomBytes } from '../source/random-bytes'
import type { Checkpoint, Table, TableNote } from '../table'
import { detectDelimiter, type Sample } from './delimiter'
import { cellText } from './record'
import { RecordReader } from './record-reader'

/** Enough for the header and some records, however small the buffer is. */
const SAMPLE_BYTES = 64 * 1024
const COMMA = 0x2c

/** An open CSV file whose encoding, delimiter and header are known. */
export class CsvTable implements Table {
  readonly header: readonly string[]
  readonly decode: Decode
  readonly grid = false
  private readonly headerLine: number
  private readonly form: TextForm
  private readonly delimiter: number

  /**
   * Throws `file-is-workbook`, `file-not-text`, `file-empty` (nothing but white space), and what
   * {@link RecordReader.next} throws for the header.
   */
  constructor(
    private readonly file: RandomBytes,
    private readonly bufferBytes: number,
    checkpoint: Checkpoint,
    readonly sheet?: string,
  ) {
    this.form = detectTextForm(file, bufferBytes, () => checkpoint(0))
    this.decode = decoderFor(this.form.encoding)
    this.delimiter = detectDelimiter(this.sample(), file.path)
    const reader = this.open(() => checkpoint(0))
    this.header = this.firstNames(reader)
    this.headerLine = reader.line
  }

  get encoding(): Encoding {
    return this.form.encoding
  }

  get commaDelimited(): boolean {
    return this.delimiter === COMMA
  }

  get notes(): readonly TableNote[] {
    if (this.encoding !== 'windows-1252') return []
    const message = 'The file is not UTF-8 and was read as Windows-1252; check names with accents.'
    return [{ code: 'read-as-windows-1252', message }]
  }

  /** A reader that stands behind the header. */
  records(checkpoint: Checkpoint): RecordReader {
    const reader = this.open(checkpoint)
    reader.columns = this.header.map((name) => name.trim())
    do reader.next()
    while (reader.line < this.headerLine)
    return reader
  }

  /** The first record that is not blank; spreadsheets leave rows of delimiters where theirs are. */
  private firstNames(reader: RecordReader): string[] {
    while (reader.next()) {
      const names = Array.from({ length: reader.count }, (_, cell) =>
        cellText(reader, cell, this.decode),
      )
      if (names.some((name) => name.trim() !== '')) return names
    }
    throw emptyFile(this.file.path)
  }

  private open(checkpoint: Checkpoint): RecordReader {
    const { file, form, delimiter, bufferBytes } = this
    const source = sourceOf(file, form, bufferBytes)
    const between = () => checkpoint(source.position)
    return new RecordReader(source, { file: file.path, delimiter, bufferBytes, between })
  }

  private sample(): Sample {
    const source = sourceOf(this.file, this.form, SAMPLE_BYTES)
    const text = Buffer.allocUnsafeSlow(SAMPLE_BYTES)
    let filled = 0
    while (filled < SAMPLE_BYTES) {
      const read = source.read(text, filled, SAMPLE_BYTES - filled)
      if (read === 0) return { text: text.subarray(0, filled), cut: false }
      filled += read
    }
    return { text, cut: true }
  }
}
