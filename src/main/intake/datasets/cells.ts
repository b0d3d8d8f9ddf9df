import type { FileDictionaries } from '../../services/row-batches'
import { AmountReader } from '../columns/amount'
import { ByteDictionary, INVALID } from '../columns/byte-dictionary'
import { calendarDay, usageMonth } from '../columns/date-text'
import { NameList } from '../columns/name-list'
import { TenantList } from '../columns/tenant-list'
import type { Decode } from '../source/decode'
import type { RowContext } from './row-context'

/** Readers for the cells of one column, in the spelling that the column decided. */

const flagTexts = new Map<string, 0 | 1>([
  ['', 0],
  ['0', 0],
  ['false', 0],
  ['no', 0],
  ['1', 1],
  ['true', 1],
  ['yes', 1],
])

/** 1 or 0; an empty cell is 0, since the reports mark duplicates and nothing else. */
export function flagDictionary(decode: Decode): ByteDictionary<number> {
  return new ByteDictionary(decode, (text) => flagTexts.get(text.trim().toLowerCase()) ?? INVALID)
}

export function monthDictionary<F extends string>(
  { decode, formats }: RowContext<F>,
  field: F,
): ByteDictionary<number> {
  const order = formats.dateOrders.get(field) ?? 'mdy'
  return new ByteDictionary(decode, (text) => usageMonth(text, order))
}

export function dayDictionary<F extends string>(
  { decode, formats }: RowContext<F>,
  field: F,
): ByteDictionary<number> {
  const order = formats.dateOrders.get(field) ?? 'mdy'
  return new ByteDictionary(decode, (text) => calendarDay(text, order))
}

export function amountReader<F extends string>(
  { decode, formats }: RowContext<F>,
  field: F,
): AmountReader {
  return new AmountReader(formats.separators.get(field) ?? '.', decode)
}

/** The dictionaries that the rows of a usage file point into; they grow while the file is read. */
export class UsageNames {
  readonly tenants: TenantList
  readonly services: NameList
  readonly workloads: NameList
  /** An empty offer says as little as a file without offers: null. */
  readonly offers: NameList<null>
  readonly associations: NameList<null>
  readonly locations: NameList<''>
  readonly dictionaries: FileDictionaries

  constructor(decode: Decode) {
    this.tenants = new TenantList(decode)
    this.services = new NameList(decode)
    this.workloads = new NameList(decode)
    this.offers = new NameList(decode, null)
    this.associations = new NameList(decode, null)
    this.locations = new NameList(decode, '')
    this.dictionaries = {
      tenants: this.tenants,
      services: this.services.names,
      workloads: this.workloads.names,
      offers: this.offers.names,
      associations: this.associations.names,
      locations: this.locations.names,
    }
  }
}
