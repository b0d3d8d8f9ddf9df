/** Bytes that can be read at any place: an open file, or what an archive held. */
export interface RandomBytes {
  /** The file on disk, for messages. */
  readonly path: string
  readonly bytes: number
  /** Reads at a place into `target`; fewer bytes than asked for only at the end. */
  read(target: Buffer, offset: number, length: number, position: number): number
}

/** The bytes of a table that an archive held. */
export class HeldBytes implements RandomBytes {
  constructor(
    readonly path: string,
    private readonly content: Buffer,
  ) {}

  get bytes(): number {
    return this.content.length
  }

  read(target: Buffer, offset: number, length: number, position: number): number {
    return this.content.copy(target, offset, position, position + length)
  }
}
