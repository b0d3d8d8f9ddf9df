import { isUtf8 } from 'node:buffer'
import { notText, workbook } from './file-faults'
import type { RandomBytes } from './random-bytes'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How the bytes of a file become text, and how many bytes of byte order mark stand before it. */
export interface TextForm {
  readonly encoding: Encoding
  readonly markBytes: number
}

/** First bytes of files that people import by mistake. */
const foreignFormats: readonly {
  readonly magic: string
  readonly what: 'workbook' | string
}[] = [
  { magic: 'PK\x03\x04', what: 'workbook' },
  { magic: 'PK\x05\x06', what: 'workbook' },
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'workbook' },
  { magic: '%PDF-', what: 'it is a PDF' },
  { magic: '\x89PNG', what: 'it is a picture' },
  { magic: '\xff\xd8\xff', what: 'it is a picture' },
  { magic: 'GIF8', what: 'it is a picture' },
  { magic: '\x1f\x8b', what: 'it is a compressed archive' },
  { magic: '7z\xbc\xaf', what: 'it is a compressed archive' },
  { magic: 'Rar!', what: 'it is a compressed archive' },
  { magic: 'SQLite format 3\0', what: 'it is a database' },
]

const byteOrderMarks: readonly { readonly mark: string; readonly encoding: Encoding }[] = [
  { mark: '\xef\xbb\xbf', encoding: 'utf-8' },
  { mark: '\xff\xfe', encoding: 'utf-16le' },
  { mark: '\xfe\xff', encoding: 'utf-16be' },
]

const MAGIC_BYTES = 16

/**
 * Decides the encoding from the whole file (FILES.md, Reading): a byte order mark says it, else every
 * byte has to be valid UTF-8, else it is Windows-1252. The check runs natively over all bytes, so a
 * single umlaut in the last row is enough. `between` is called before every piece. Throws
 * `file-is-workbook` and `file-not-text` by the first bytes.
 */
export function detectTextForm(
  file: RandomBytes,
  bufferBytes: number,
  between: () => void,
): TextForm {
  const first = Buffer.alloc(MAGIC_BYTES)
  const start = first.toString('latin1', 0, file.read(first, 0, MAGIC_BYTES, 0))
  const foreign = foreignFormats.find(({ magic }) => start.startsWith(magic))
  if (foreign?.what === 'workbook') throw workbook(file.path)
  if (foreign) throw notText(file.path, foreign.what)

  const marked = byteOrderMarks.find(({ mark }) => start.startsWith(mark))
  if (marked && marked.encoding !== 'utf-8') {
    return { encoding: marked.encoding, markBytes: marked.mark.length }
  }
  return {
    encoding: isAllUtf8(file, bufferBytes, between) ? 'utf-8' : 'windows-1252',
    markBytes: marked?.mark.length ?? 0,
  }
}

function isAllUtf8(file: RandomBytes, bufferBytes: number, between: () => void): boolean {
  // Room for the start of a character whose other bytes come with the next piece.
  const piece = Buffer.allocUnsafeSlow(Math.max(bufferBytes, MAGIC_BYTES))
  let kept = 0
  for (let position = 0; ;) {
    between()
    const read = file.read(piece, kept, piece.length - kept, position)
    const filled = kept + read
    const whole = read === 0 ? filled : endOfWholeCharacters(piece, filled)
    if (!isUtf8(piece.subarray(0, whole))) return false
    if (read === 0) return true
    piece.copyWithin(0, whole, filled)
    kept = filled - whole
    position += read
  }
}

/** Where a UTF-8 character that is cut off at `end` begins, or `end` when none is. */
function endOfWholeCharacters(bytes: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back] as number
    if (byte < 0x80) return end
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? end - back : end
    }
  }
  return end
}
