import type { TextForm } from './encoding'
import { notText } from './file-faults'
import type { RandomBytes } from './random-bytes'

/** Bytes for the parser, in any encoding in which ASCII is ASCII. */
export interface ByteSource {
  /** Fills `target` from `offset` with at most `length` bytes; 0 means that there are no more. */
  read(target: Buffer, offset: number, length: number): number
  /** Bytes of the file that were read so far. */
  readonly position: number
}

/** The text of a file behind its byte order mark, from the first byte. */
export function sourceOf(file: RandomBytes, form: TextForm, bufferBytes: number): ByteSource {
  return form.encoding === 'utf-16le' || form.encoding === 'utf-16be'
    ? new Utf16Source(file, form, bufferBytes)
    : new PlainSource(file, form.markBytes)
}

class PlainSource implements ByteSource {
  constructor(
    private readonly file: RandomBytes,
    public position: number,
  ) {}

  read(target: Buffer, offset: number, length: number): number {
    const read = this.file.read(target, offset, length, this.position)
    this.position += read
    return read
  }
}

/** UTF-16 turned into UTF-8 piece by piece, so that the parser knows bytes of one kind only. */
class Utf16Source implements ByteSource {
  position: number
  private readonly raw: Buffer
  private readonly decoder = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true })
  private converted: Buffer = Buffer.alloc(0)
  private taken = 0
  private ended = false

  constructor(
    private readonly file: RandomBytes,
    private readonly form: TextForm,
    bufferBytes: number,
  ) {
    this.position = form.markBytes
    this.raw = Buffer.allocUnsafeSlow(Math.max(2, bufferBytes - (bufferBytes % 2)))
  }

  read(target: Buffer, offset: number, length: number): number {
    while (this.taken === this.converted.length) {
      if (this.ended) return 0
      this.convertNext()
    }
    const copied = this.converted.copy(
      target,
      offset,
      this.taken,
      Math.min(this.converted.length, this.taken + length),
    )
    this.taken += copied
    return copied
  }

  private convertNext(): void {
    const read = this.file.read(this.raw, 0, this.raw.length, this.position)
    this.position += read
    this.ended = read === 0
    this.converted = Buffer.from(this.decode(this.raw.subarray(0, read)), 'utf8')
    this.taken = 0
  }

  private decode(piece: Buffer): string {
    if (piece.length % 2 === 1) throw notText(this.file.path, 'half a UTF-16 character ends it')
    if (this.form.encoding === 'utf-16be') piece.swap16()
    try {
      return this.decoder.decode(piece, { stream: !this.ended })
    } catch {
      throw notText(this.file.path, 'its byte order mark says UTF-16, but its bytes do not')
    }
  }
}

/** Text that is already in memory. */
export class MemorySource implements ByteSource {
  position = 0

  constructor(private readonly text: Buffer) {}

  read(target: Buffer, offset: number, length: number): number {
    const read = this.text.copy(target, offset, this.position, this.position + length)
    this.position += read
    return read
  }
}
