import type { TenantNames } from '../../services/row-batches'
import type { TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'
import { ByteDictionary } from './byte-dictionary'

const GUID_LENGTH = 36
const WORDS = 4
const FIRST_SLOTS = 1 << 10
const HYPHEN = 0x2d
const NOT_HEX = 0x1_0000

/** Value of a hexadecimal digit by its byte; for anything else a bit above those of four digits. */
const hexDigits = new Uint32Array(256).fill(NOT_HEX)
for (let digit = 0; digit < 16; digit++) {
  const character = digit.toString(16)
  hexDigits[character.charCodeAt(0)] = digit
  hexDigits[character.toUpperCase().charCodeAt(0)] = digit
}

/**
 * The tenants of one file. A tenant id is a GUID in any case, with or without braces (FILES.md,
 * Reading); it is read from its bytes into four words and found by them, so that a text is made
 * once a tenant, not once a row.
 */
export class TenantList implements TenantNames {
  /** Lower case, without braces. */
  readonly ids: string[] = []
  readonly names: (string | null)[] = []
  /** The id that was read last. */
  private readonly word = new Int32Array(WORDS)
  private words = new Int32Array(FIRST_SLOTS * WORDS)
  private slots = new Int32Array(FIRST_SLOTS)
  private readonly customerNames: ByteDictionary<string>

  constructor(decode: Decode) {
    this.customerNames = new ByteDictionary(decode, (text) => text.trim())
  }

  /** Reads the id in a cell; false when it is none. {@link number} then speaks of this id. */
  readId(record: TableRecord, cell: number): boolean {
    const { bytes } = record
    let from = record.starts[cell] as number
    let to = record.ends[cell] as number
    while (from < to && isBlank(bytes[from] as number)) from++
    while (from < to && isBlank(bytes[to - 1] as number)) to--
    if (bytes[from] === 0x7b && bytes[to - 1] === 0x7d) {
      from++
      to--
    }
    return to - from === GUID_LENGTH && this.readGuid(bytes, from)
  }

  /** Index of the tenant whose id was read last, which becomes a new tenant if it is not known. */
  number(): number {
    const { word, words } = this
    const mask = this.slots.length - 1
    for (let slot = this.hash(word, 0) & mask; ; slot = (slot + 1) & mask) {
      const tenant = (this.slots[slot] as number) - 1
      if (tenant < 0) return this.add()
      const at = tenant * WORDS
      if (
        words[at] === word[0] &&
        words[at + 1] === word[1] &&
        words[at + 2] === word[2] &&
        words[at + 3] === word[3]
      ) {
        return tenant
      }
    }
  }

  /** Takes the customer name of a row; an empty one leaves the name as it was. */
  rename(tenant: number, record: TableRecord, cell: number): void {
    const name = this.customerNames.lookup(record, cell)
    if (name !== '') this.names[tenant] = name
  }

  private readGuid(bytes: Buffer, from: number): boolean {
    if (
      bytes[from + 8] !== HYPHEN ||
      bytes[from + 13] !== HYPHEN ||
      bytes[from + 18] !== HYPHEN ||
      bytes[from + 23] !== HYPHEN
    ) {
      return false
    }
    const a = fourDigits(bytes, from)
    const b = fourDigits(bytes, from + 4)
    const c = fourDigits(bytes, from + 9)
    const d = fourDigits(bytes, from + 14)
    const e = fourDigits(bytes, from + 19)
    const f = fourDigits(bytes, from + 24)
    const g = fourDigits(bytes, from + 28)
    const h = fourDigits(bytes, from + 32)
    this.word[0] = (a << 16) | b
    this.word[1] = (c << 16) | d
    this.word[2] = (e << 16) | f
    this.word[3] = (g << 16) | h
    return (a | b | c | d | e | f | g | h) < NOT_HEX
  }

  private add(): number {
    const tenant = this.ids.length
    if ((tenant + 1) * 2 > this.slots.length) this.grow()
    this.words.set(this.word, tenant * WORDS)
    this.place(tenant)
    this.ids.push(guidText(this.word))
    this.names.push(null)
    return tenant
  }

  private place(tenant: number): void {
    const mask = this.slots.length - 1
    let slot = this.hash(this.words, tenant * WORDS) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = tenant + 1
  }

  private grow(): void {
    const slots = this.slots.length * 2
    const words = new Int32Array(slots * WORDS)
    words.set(this.words)
    this.words = words
    this.slots = new Int32Array(slots)
    for (let tenant = 0; tenant < this.ids.length; tenant++) this.place(tenant)
  }

  private hash(words: Int32Array, at: number): number {
    let hash = Math.imul(words[at] as number, 0x9e3779b1) ^ (words[at + 1] as number)
    hash = Math.imul(hash ^ (words[at + 2] as number), 0x85ebca6b)
    hash = Math.imul(hash ^ (words[at + 3] as number), 0xc2b2ae35)
    return hash ^ (hash >>> 16)
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09
}

function fourDigits(bytes: Buffer, at: number): number {
  return (
    ((hexDigits[bytes[at] as number] as number) << 12) |
    ((hexDigits[bytes[at + 1] as number] as number) << 8) |
    ((hexDigits[bytes[at + 2] as number] as number) << 4) |
    (hexDigits[bytes[at + 3] as number] as number)
  )
}

function guidText(words: Int32Array): string {
  const hex = Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
