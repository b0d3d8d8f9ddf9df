import { crc32, deflateRawSync } from 'node:zlib'

/** ZIP archives for the specs, made by hand so that they can be wrong in every way. */

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** Sizes and checksum that the archive claims in place of the true ones. */
  readonly claimed?: { readonly bytes?: number; readonly packed?: number; readonly crc?: number }
  /** 0 is stored, 8 deflated. */
  readonly method?: number
  readonly encrypted?: boolean
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const UTF8_NAME = 0x800

/** An archive with these entries. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(content, { level: 9 }) : content
    const name = Buffer.from(entry.name, 'utf8')
    const fields = fieldsOf(entry, content, packed, method, name.length)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL)
    fields.copy(local, 4)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL)
    fields.copy(central, 6)
    central.writeUInt32LE(at, 42)
    directory.push(central, name)
    pieces.push(local, name, packed)
    at += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}

/** What local header and directory have in common. */
function fieldsOf(
  { claimed = {}, encrypted }: ZipEntry,
  content: Buffer,
  packed: Buffer,
  method: number,
  nameBytes: number,
): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8_NAME | (encrypted ? 1 : 0), 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(claimed.crc ?? crc32(content), 10)
  fields.writeUInt32LE(claimed.packed ?? packed.length, 14)
  fields.writeUInt32LE(claimed.bytes ?? content.length, 18)
  fields.writeUInt16LE(nameBytes, 22)
  return fields
}
