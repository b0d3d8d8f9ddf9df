const SPACE = 0x20
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** Walks the attributes of a start tag as ranges of bytes. */
export class XmlAttributes {
  name = 0
  nameEnd = 0
  value = 0
  valueEnd = 0
  private bytes: Buffer = Buffer.alloc(0)
  private at = 0
  private end = 0

  /** Begins behind the name of a tag. */
  begin(bytes: Buffer, from: number, end: number): void {
    this.bytes = bytes
    this.at = from
    this.end = end
  }

  /** Moves to the next attribute; false behind the last one. */
  next(): boolean {
    const { bytes, end } = this
    let at = this.at
    while (at < end && (bytes[at] as number) <= SPACE) at++
    if (at >= end) return false
    this.name = at
    let byte = bytes[at] as number
    while (at < end && byte !== EQUALS && byte > SPACE) {
      byte = bytes[++at] as number
    }
    this.nameEnd = at
    while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
    const quote = bytes[at]
    this.value = ++at
    while (at < end && bytes[at] !== quote) at++
    this.valueEnd = at
    this.at = at + 1
    return at <= end
  }

  /** The first byte of the name when it has one letter, else 0. */
  get letter(): number {
    return this.nameEnd - this.name === 1 ? (this.bytes[this.name] as number) : 0
  }

  text(): string {
    return this.bytes.toString('latin1', this.value, this.valueEnd)
  }

  /** {@link wholeNumber} of the value. */
  number(): number {
    return wholeNumber(this.bytes, this.value, this.valueEnd)
  }
}

/** A number from 0 on, or -1 where there is none of at most nine digits. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (to === from || to - from > 9) return -1
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}
