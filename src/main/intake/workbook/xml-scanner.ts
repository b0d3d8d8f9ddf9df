/**
 * What a sheet's XML consists of, as ranges of bytes. Names come without their prefix; `text` brings
 * each piece between two tags, with its entities unless `literal`.
 */
export interface XmlTarget {
  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void
  close(bytes: Buffer, name: number, nameEnd: number): void
  text(bytes: Buffer, from: number, to: number, literal: boolean): void
  /** The bytes handed over so far are about to be overwritten. */
  settle(): void
}

/** What is wrong with a document; the caller knows where it stands and says it in words. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault'

  constructor(
    readonly kind: 'malformed' | 'doctype',
    message: string,
  ) {
    super(message)
  }
}

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const COLON = 0x3a
const QUESTION = 0x3f
const EXCLAMATION = 0x21
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SPACE = 0x20

/**
 * A tag, a comment or a text may have this many bytes. A cell has at most 32,767 characters, and an
 * escape such as `&#x1F600;` spends ten bytes on two of them.
 */
const MAX_TOKEN_BYTES = 512 * 1024
const MAX_DEPTH = 64

/** What a scan returns when the token goes on behind the bytes at hand. */
const INCOMPLETE = -1

/**
 * Splits XML in UTF-8 into tags and texts without making strings, ten times as fast as a parser that
 * hands over text; a sheet of 100,000 rows has twenty million tokens. It is as strict as a sheet
 * needs: tags have to match, nothing may stand behind the root, and a document type is refused
 * before anything of it is understood, so there are no entities to expand and none to fetch.
 */
export class XmlScanner {
  /** The bytes at hand; those of a token that is cut off are moved to the front for the next piece. */
  private bytes: Buffer = Buffer.alloc(0)
  private from = 0
  private filled = 0
  private readonly openNames = new Int32Array(MAX_DEPTH)
  private depth = 0
  private begun = false

  constructor(private readonly target: XmlTarget) {}

  /** Takes the next bytes of the document. Throws {@link XmlFault}. */
  write(piece: Buffer): void {
    this.target.settle()
    const kept = this.filled - this.from
    const needed = kept + piece.length
    const into = needed > this.bytes.length ? Buffer.allocUnsafeSlow(needed * 2) : this.bytes
    this.bytes.copy(into, 0, this.from, this.filled)
    piece.copy(into, kept)
    this.bytes = into
    this.filled = needed
    this.from = this.scan(into, needed)
    if (this.filled - this.from > MAX_TOKEN_BYTES) this.dropLong()
  }

  /** Says that nothing follows. Throws {@link XmlFault} when the document ends too early. */
  end(): void {
    if (this.depth > 0 || !this.begun || !isBlank(this.bytes, this.from, this.filled)) {
      throw new XmlFault('malformed', 'it ends in the middle')
    }
  }

  /** Hands over all whole tokens; returns where the one that is cut off starts. */
  private scan(bytes: Buffer, length: number): number {
    let at = 0
    for (;;) {
      let tag = at
      while (tag < length && bytes[tag] !== LT) tag++
      if (tag >= length) return at
      if (tag > at) this.text(bytes, at, tag)
      const next = this.tag(bytes, tag, length)
      if (next === INCOMPLETE) return tag
      at = next
    }
  }

  /** A text that long is too long for a cell wherever it is cut, so its pieces need not be whole. */
  private dropLong(): void {
    if (this.bytes[this.from] === LT) throw new XmlFault('malformed', 'a tag never ends')
    this.text(this.bytes, this.from, this.filled)
    this.from = this.filled
  }

  private text(bytes: Buffer, from: number, to: number): void {
    if (this.depth > 0) this.target.text(bytes, from, to, false)
    else if (!isBlank(bytes, from, to)) throw new XmlFault('malformed', 'it is no XML')
  }

  private tag(bytes: Buffer, at: number, length: number): number {
    if (at + 1 >= length) return INCOMPLETE
    const kind = bytes[at + 1] as number
    if (kind === SLASH) return this.endTag(bytes, at + 2, length)
    if (kind === QUESTION) return after(bytes, '?>', at, length)
    if (kind === EXCLAMATION) return this.declaration(bytes, at, length)
    let end = at + 1
    for (; end < length; end++) {
      const byte = bytes[end] as number
      if (byte === GT) break
      if (byte === LT) throw new XmlFault('malformed', 'a tag is not closed')
      if (byte === QUOTE || byte === APOSTROPHE) {
        do end++
        while (end < length && bytes[end] !== byte)
      }
    }
    if (end >= length) return INCOMPLETE
    this.startTag(bytes, at + 1, end)
    return end + 1
  }

  private startTag(bytes: Buffer, from: number, end: number): void {
    if (this.depth === 0 && this.begun) throw new XmlFault('malformed', 'it has two roots')
    if (this.depth === MAX_DEPTH) throw new XmlFault('malformed', 'its tags are nested too deep')
    this.begun = true
    const empty = bytes[end - 1] === SLASH
    const tagEnd = empty ? end - 1 : end
    let name = from
    let nameEnd = from
    let hash = 0
    for (; nameEnd < tagEnd; nameEnd++) {
      const byte = bytes[nameEnd] as number
      if (byte <= SPACE) break
      if (byte === COLON) name = nameEnd + 1
      hash = Math.imul(hash ^ byte, 0x01000193)
    }
    if (name === nameEnd) throw new XmlFault('malformed', 'a tag has no name')
    this.target.open(bytes, name, nameEnd, tagEnd)
    if (empty) this.target.close(bytes, name, nameEnd)
    else this.openNames[this.depth++] = hash
  }

  private endTag(bytes: Buffer, from: number, length: number): number {
    let name = from
    let at = from
    let hash = 0
    for (; at < length; at++) {
      const byte = bytes[at] as number
      if (byte === GT || byte <= SPACE) break
      if (byte === COLON) name = at + 1
      hash = Math.imul(hash ^ byte, 0x01000193)
    }
    const nameEnd = at
    while (at < length && (bytes[at] as number) <= SPACE) at++
    if (at >= length) return INCOMPLETE
    if (bytes[at] !== GT || this.depth === 0 || this.openNames[this.depth - 1] !== hash) {
      throw new XmlFault('malformed', 'its tags do not match')
    }
    this.depth--
    this.target.close(bytes, name, nameEnd)
    return at + 1
  }

  private declaration(bytes: Buffer, at: number, length: number): number {
    const start = bytes.toString('latin1', at, Math.min(at + 9, length))
    if (start.startsWith('<!--')) return after(bytes, '-->', at + 4, length)
    if ('<!DOCTYPE'.startsWith(start)) {
      if (start.length < 9) return INCOMPLETE
      throw new XmlFault('doctype', 'it declares a document type')
    }
    if (!'<![CDATA['.startsWith(start)) {
      if ('<!--'.startsWith(start)) return INCOMPLETE
      throw new XmlFault('malformed', 'it holds a declaration')
    }
    const end = after(bytes, ']]>', at, length)
    if (end === INCOMPLETE) return INCOMPLETE
    if (this.depth === 0) throw new XmlFault('malformed', 'it is no XML')
    this.target.text(bytes, at + 9, end - 3, true)
    return end
  }
}

function after(bytes: Buffer, mark: string, from: number, length: number): number {
  const at = bytes.subarray(0, length).indexOf(mark, from, 'latin1')
  return at < 0 ? INCOMPLETE : at + mark.length
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > SPACE) return false
  return true
}
