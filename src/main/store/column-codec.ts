import { crc32 } from 'node:zlib'

/**
 * Columns of usage as bytes. Every computer the program runs on is little-endian, so the bytes are
 * those of typed arrays and nothing is converted, one entry after the other.
 */

/** Tenant ids with one or two numbers each; `second` is empty where there is only one. */
export interface EntryColumns {
  readonly tenants: Uint32Array
  readonly first: Float64Array
  readonly second: Float64Array
}

const TENANT_BYTES = 4
const NUMBER_BYTES = 8

/** The bytes of a column; {@link decodeEntries} gives it back. */
export function encodeEntries(
  tenants: readonly number[],
  ...numbers: readonly (readonly number[])[]
): Uint8Array {
  const length = tenants.length
  const bytes = new ArrayBuffer(length * (TENANT_BYTES + numbers.length * NUMBER_BYTES))
  numbers.forEach((each, place) => {
    new Float64Array(bytes, place * length * NUMBER_BYTES, length).set(each)
  })
  new Uint32Array(bytes, numbers.length * length * NUMBER_BYTES, length).set(tenants)
  return new Uint8Array(bytes)
}

/** A column of entries with `numbers` numbers each; undefined where the bytes cannot be one. */
export function decodeEntries(content: Uint8Array, numbers: 1 | 2): EntryColumns | undefined {
  const width = TENANT_BYTES + numbers * NUMBER_BYTES
  if (content.byteLength % width !== 0) return undefined
  const { buffer, byteOffset } = aligned(content)
  const length = content.byteLength / width
  const columnBytes = length * NUMBER_BYTES
  return {
    first: new Float64Array(buffer, byteOffset, length),
    second: new Float64Array(buffer, byteOffset + columnBytes, numbers === 2 ? length : 0),
    tenants: new Uint32Array(buffer, byteOffset + numbers * columnBytes, length),
  }
}

/** Tenant ids; undefined where the bytes cannot be some. */
export function decodeTenants(content: Uint8Array): Uint32Array | undefined {
  if (content.byteLength % TENANT_BYTES !== 0) return undefined
  const { buffer, byteOffset } = aligned(content)
  return new Uint32Array(buffer, byteOffset, content.byteLength / TENANT_BYTES)
}

/** The same bytes where a double may begin. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % NUMBER_BYTES === 0 ? bytes : Uint8Array.from(bytes)
}

/** Checksum of one column: of another slice or kind the same bytes have another one. */
export function columnChecksum(sliceId: number, kindId: number, content: Uint8Array): number {
  return crc32(content, numbersChecksum([sliceId, kindId]))
}

/** Checksum of a part: its tenants, and which columns with which checksums belong to it. */
export function partChecksum(
  sliceId: number,
  tenants: Uint8Array,
  columns: readonly { readonly kindId: number; readonly checksum: number }[],
): number {
  const directory = columns.flatMap(({ kindId, checksum }) => [kindId, checksum])
  return numbersChecksum(directory, crc32(tenants, numbersChecksum([sliceId])))
}

function numbersChecksum(numbers: readonly number[], before = 0): number {
  return crc32(new Uint8Array(Float64Array.from(numbers).buffer), before)
}
