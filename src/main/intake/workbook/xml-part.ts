import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Archive } from '../archive/archive'
import { SeventyError } from '../../../shared/errors'
import { damagedWorkbook, entitiesRefused } from './workbook-faults'
import { XmlFault, XmlScanner, type XmlTarget } from './xml-scanner'

/** Enough for the styles of any workbook; only sheets and strings may be larger. */
const MAX_PART_BYTES = 16 * 1024 ** 2

const utf8Mark = Buffer.from('\ufeff', 'utf8')
const marksOfUtf16 = [
  { start: '\xff\xfe', encoding: 'utf-16le' },
  { start: '<\0', encoding: 'utf-16le' },
  { start: '\xfe\xff', encoding: 'utf-16be' },
  { start: '\0<', encoding: 'utf-16be' },
] as const

/** The bytes of a part as UTF-8 without byte order mark; parts may be in UTF-16 as well. */
async function* utf8Pieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined
  let first = true
  for await (const piece of pieces) {
    if (first) {
      const start = piece.toString('latin1', 0, 200)
      const encoding = marksOfUtf16.find((mark) => start.startsWith(mark.start))?.encoding
      if (encoding) decoder = new TextDecoder(encoding, { fatal: true })
      else assertUtf8(start)
    }
    const skipped = first && piece.subarray(0, 3).equals(utf8Mark) ? 3 : 0
    first = false
    yield decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece.subarray(skipped)
  }
}

function assertUtf8(start: string): void {
  const [, , encoding = 'utf-8'] = /^[^<]*<\?xml[^>]*encoding=(["'])([^"']*)\1/.exec(start) ?? []
  if (/^(utf-8|us-ascii)$/i.test(encoding)) return
  throw new XmlFault('malformed', `it is written in ${encoding.slice(0, 20)}, not in UTF-8`)
}

/** Puts what went wrong within a part into words for the whole file. */
function inPart(error: unknown, file: string, part: string): unknown {
  if (error instanceof SeventyError) return error
  if (error instanceof XmlFault && error.kind === 'doctype') return entitiesRefused(file, part)
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
  return damagedWorkbook(file, `${part}: ${reason}`, { part }, error)
}

/** Hands the start tags of a small part over, with the local names of the elements around them. */
export async function readTags(
  archive: Archive,
  part: string,
  take: (name: string, attributes: Readonly<Record<string, string>>, parent: string) => void,
): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  const path: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new XmlFault('doctype', 'it declares a document type')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const local = localName(name)
    take(local, attributes, path.at(-1) ?? '')
    path.push(local)
  })
  parser.on('closetag', () => void path.pop())
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  try {
    for await (const piece of utf8Pieces(archive.read(part))) {
      bytes += piece.length
      if (bytes > MAX_PART_BYTES) throw new XmlFault('malformed', 'it is too long')
      parser.write(decoder.decode(piece, { stream: true }))
    }
    parser.close()
  } catch (error) {
    throw inPart(error, archive.path, part)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(
  attributes: Readonly<Record<string, string>>,
  local: string,
): string | undefined {
  const name = Object.keys(attributes).find((each) => localName(each) === local)
  return name === undefined ? undefined : attributes[name]
}

/**
 * Scans a large part into `target`. `more` is asked after every piece; when it says no, the rest is
 * left unread.
 */
export async function scanPart(
  archive: Archive,
  part: string,
  target: XmlTarget,
  more: () => boolean,
): Promise<void> {
  const scanner = new XmlScanner(target)
  try {
    for await (const piece of utf8Pieces(archive.read(part))) {
      scanner.write(piece)
      if (!more()) return
    }
    scanner.end()
  } catch (error) {
    throw inPart(error, archive.path, part)
  }
}
