import { SeventyError } from '../../../shared/errors'
import { MemorySource } from '../source/byte-source'
import { RecordReader } from './record-reader'

const COMMA = 0x2c
const candidates = [COMMA, 0x3b, 0x09]

/** Records after the header that a delimiter has to explain. */
const SAMPLE_RECORDS = 20

/** The beginning of a text, and whether it goes on behind it. */
export interface Sample {
  readonly text: Buffer
  readonly cut: boolean
}

/**
 * Decides between comma, semicolon and tab from the header and the first records, never from the
 * file's name: the right one makes the most columns and gives every record as many cells as the
 * header. A text without any of them is taken as comma-separated, one column wide.
 */
export function detectDelimiter(sample: Sample, file: string): number {
  let best = { delimiter: COMMA, score: 0 }
  for (const delimiter of candidates) {
    const score = agreement(cellCounts(sample, file, delimiter))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Columns beyond the first, weighed by the share of records that have as many cells as the header. */
function agreement([header = 1, ...records]: readonly number[]): number {
  const equal = records.filter((count) => count === header).length
  return (header - 1) * (records.length === 0 ? 1 : (equal + 1) / (records.length + 1))
}

function cellCounts(sample: Sample, file: string, delimiter: number): number[] {
  const counts: number[] = []
  const source = new MemorySource(sample.text)
  const reader = new RecordReader(source, { file, delimiter, bufferBytes: sample.text.length })
  try {
    while (counts.length <= SAMPLE_RECORDS && reader.next()) counts.push(reader.count)
    // The last record of a sample that was cut may lack its end.
    if (sample.cut && counts.length > 1 && counts.length <= SAMPLE_RECORDS) counts.pop()
  } catch (error) {
    // Quotes that make no sense under this delimiter, or columns without end: what was counted stands.
    if (!(error instanceof SeventyError)) throw error
  }
  return counts
}
