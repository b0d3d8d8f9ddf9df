import { sourceOf } from '../source/byte-source'
import { decoderFor, type Decode } from '../source/decode'
import { detectTextForm, type Encoding, type TextForm } from '../source/encoding'
import { emptyFile } from '../source/file-faults'
import type { OpenFile } from '../source/open-file'
import { detectDelimiter, type Sample } from './delimiter'
import { cellText } from './record'
import { RecordReader } from './record-reader'

/** Enough for the header and some records, however small the buffer is. */
const SAMPLE_BYTES = 64 * 1024
const COMMA = 0x2c

/** Called before every read with the bytes of the file that were read so far; may throw to stop. */
export type Checkpoint = (bytesRead: number) => void

/** An open CSV file whose encoding, delimiter and header are known; its records can be read again and again. */
export class CsvTable {
  readonly header: readonly string[]
  readonly decode: Decode
  private readonly headerLine: number
  private readonly form: TextForm
  private readonly delimiter: number

  /**
   * Throws `file-is-workbook`, `file-not-text`, `file-empty` (nothing but white space), and what
   * {@link RecordReader.next} throws for the header.
   */
  constructor(
    private readonly file: OpenFile,
    private readonly bufferBytes: number,
    checkpoint: Checkpoint,
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
