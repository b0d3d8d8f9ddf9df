import { constants, crc32, createInflateRaw } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import { SeventyError } from '../../../shared/errors'
import {
  damagedArchive,
  encryptedArchive,
  inflatedTooLarge,
  MAX_INFLATED_BYTES,
  MAX_RATIO,
  ratioTooHigh,
  unknownMethod,
} from './archive-faults'

const STORED = 0
const DEFLATED = 8

/** Bytes that come out at a time. */
const PIECE_BYTES = 256 * 1024
/** Small parts may be packed as well as they like: a megabyte harms nobody. */
const RATIO_FROM_BYTES = 1024 ** 2
/** A workbook has some dozens of entries. */
const MAX_ENTRIES = 10_000
const MAX_NAME_CHARACTERS = 255

/** One file within an archive. Its name is a label and never becomes a path. */
export interface ArchiveEntry {
  readonly name: string
  /** Inflated size, as the archive claims. */
  readonly bytes: number
}

/**
 * A ZIP archive in memory, with the limits of FILES.md: whatever it claims or hides, no more than
 * 500 MB come out of it, and nothing that is packed 200 times as small. Names are never used as
 * paths, so `../` in one leads nowhere.
 */
export class Archive {
  private readonly byName: ReadonlyMap<string, Entry>
  private inflated = 0

  private constructor(
    readonly path: string,
    private readonly content: Buffer,
    private readonly zip: ZipFile,
    entries: readonly (readonly [string, Entry])[],
  ) {
    this.byName = new Map(entries)
  }

  /**
   * Reads the directory of an archive. Throws `archive-damaged` (cut off, no ZIP, or made of pieces
   * that do not fit) and `archive-inflated-too-large` for what it claims to hold.
   */
  static async open(path: string, content: Buffer): Promise<Archive> {
    try {
      const zip = await fromBufferPromise(content, { lazyEntries: true, decodeStrings: false })
      if (zip.entryCount > MAX_ENTRIES) throw damagedArchive(path, 'it has too many entries')
      const entries: (readonly [string, Entry])[] = []
      let claimed = 0
      for await (const entry of zip.eachEntry()) {
        claimed += entry.uncompressedSize
        if (claimed > MAX_INFLATED_BYTES) throw inflatedTooLarge(path)
        entries.push([nameOf(entry), entry])
      }
      return new Archive(path, content, zip, entries)
    } catch (error) {
      throw asDamage(path, error, 'its directory cannot be read')
    }
  }

  /** All files, in the order of the archive; folders are left out. */
  get entries(): readonly ArchiveEntry[] {
    return [...this.byName]
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, { uncompressedSize }]) => ({ name, bytes: uncompressedSize }))
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  /**
   * Inflates an entry piece by piece; may be left early. Throws `archive-encrypted`,
   * `archive-method-unknown`, `archive-inflated-too-large`, `archive-ratio-too-high`, and
   * `archive-damaged` for an entry that is cut off, is larger or smaller than the archive claims, or
   * has another checksum.
   */
  async *read(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.byName.get(name)
    if (!entry) throw damagedArchive(this.path, `${name} is missing`)
    if (entry.isEncrypted()) throw encryptedArchive(this.path, name)
    const { compressionMethod: method } = entry
    if (method !== STORED && method !== DEFLATED) throw unknownMethod(this.path, name, method)
    let size = 0
    let checksum = 0
    try {
      const packed = await this.packed(entry)
      const pieces = method === STORED ? [packed] : inflate(packed)
      for await (const piece of pieces) {
        size += piece.length
        this.guard(name, entry, size, piece.length)
        checksum = crc32(piece, checksum)
        yield piece
      }
    } catch (error) {
      throw asDamage(this.path, error, `${name} cannot be unpacked`)
    }
    if (size !== entry.uncompressedSize) throw wrongSize(this.path, name)
    if (checksum !== entry.crc32) throw damagedArchive(this.path, `the checksum of ${name} differs`)
  }

  /** An entry as a whole. `limit` bounds it; `tooLarge` is thrown before more than that is unpacked. */
  async whole(name: string, limit: number, tooLarge: () => SeventyError): Promise<Buffer> {
    const claimed = this.byName.get(name)?.uncompressedSize ?? 0
    if (claimed > limit) throw tooLarge()
    const content = Buffer.allocUnsafeSlow(claimed)
    let filled = 0
    for await (const piece of this.read(name)) filled += piece.copy(content, filled)
    return content
  }

  private async packed(entry: Entry): Promise<Buffer> {
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return this.content.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  }

  private guard(name: string, entry: Entry, size: number, added: number): void {
    this.inflated += added
    if (this.inflated > MAX_INFLATED_BYTES) throw inflatedTooLarge(this.path)
    if (size > RATIO_FROM_BYTES && size > entry.compressedSize * MAX_RATIO) {
      throw ratioTooHigh(this.path, name)
    }
    if (size > entry.uncompressedSize) throw wrongSize(this.path, name)
  }
}

/** The output of a raw deflate stream; nobody waits for input, since all of it is there. */
function inflate(packed: Buffer): AsyncIterable<Buffer> {
  const options = {
    chunkSize: PIECE_BYTES,
    finishFlush: constants.Z_FINISH,
    // Inflating goes on in its own thread while what came out before is read.
    readableHighWaterMark: 4 * PIECE_BYTES,
  }
  const inflater = createInflateRaw(options)
  inflater.end(packed)
  return inflater
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  )
  // Names turn up in messages, where a control character has no business.
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  return name.replace(/[\0-\x1f\x7f]/g, '\ufffd').slice(0, MAX_NAME_CHARACTERS)
}

function wrongSize(path: string, name: string): SeventyError {
  return damagedArchive(path, `${name} does not have the size that the archive claims`)
}

/** What our own checks throw stays as it is; all else is damage. */
function asDamage(path: string, error: unknown, what: string): SeventyError {
  if (error instanceof SeventyError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return damagedArchive(path, `${what} (${reason})`, error)
}
