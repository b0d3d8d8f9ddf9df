import type { TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'
import { ByteDictionary, MISSING } from './byte-dictionary'

/**
 * The distinct names of a column in the order of their first row; a name's number is its index.
 * White space around a name does not make another name.
 */
export class NameList<N extends string | null = string> {
  readonly names: (string | N)[] = []
  private readonly numbers = new Map<string | N, number>()
  private readonly dictionary: ByteDictionary<number>

  /** `whenEmpty` is the name that an empty cell stands for; without it an empty cell is MISSING. */
  constructor(
    decode: Decode,
    private readonly whenEmpty?: N,
  ) {
    this.dictionary = new ByteDictionary(decode, (text) => this.understand(text.trim()))
  }

  /** The number of the name in a cell, or MISSING; a negative cell (no such column) is an empty one. */
  lookup(record: TableRecord, cell: number): number {
    return cell < 0 ? this.understand('') : this.dictionary.lookup(record, cell)
  }

  private understand(text: string): number {
    if (text !== '') return this.numberOf(text)
    return this.whenEmpty === undefined ? MISSING : this.numberOf(this.whenEmpty)
  }

  private numberOf(name: string | N): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
