import { OpenFile } from './source/open-file'

const LINE_FEED = 0x0a

/**
 * The beginning of a file as a file of its own, so that a look at it costs the same however large it
 * is. It ends behind a line break, where there is one: a character that is cut in two would make
 * another encoding of the whole.
 */
export class FileHead extends OpenFile {
  constructor(
    private readonly file: OpenFile,
    bytesAtMost: number,
  ) {
    super(file.path, headBytes(file, bytesAtMost), file.modified, -1)
  }

  /** Whether it is all of the file. */
  get whole(): boolean {
    return this.bytes === this.file.bytes
  }

  override read(target: Buffer, offset: number, length: number, position: number): number {
    const left = Math.max(0, this.bytes - position)
    return this.file.read(target, offset, Math.min(length, left), position)
  }
}

function headBytes(file: OpenFile, bytesAtMost: number): number {
  if (file.bytes <= bytesAtMost) return file.bytes
  const head = Buffer.allocUnsafe(bytesAtMost)
  const end = file.read(head, 0, bytesAtMost, 0)
  const breaks = head.subarray(0, end).lastIndexOf(LINE_FEED) + 1
  // A line break of UTF-16 takes an even place and the one behind it.
  return breaks === 0 ? end : breaks + (breaks % 2 === 1 && head[breaks] === 0 ? 1 : 0)
}
