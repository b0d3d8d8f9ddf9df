import type { TableRecord } from '../csv/record'
import { NOT_A_NUMBER, OUT_OF_RANGE, type AmountReader } from './amount'

const MICRO = 1_000_000

/**
 * A count of seats or users: a whole number from 0 on, also written as 25.0. NaN for anything else,
 * Infinity beyond 1e9.
 */
export function readCount(reader: AmountReader, record: TableRecord, cell: number): number {
  const micro = reader.read(record, cell)
  if (micro === OUT_OF_RANGE) return OUT_OF_RANGE
  return micro >= 0 && micro % MICRO === 0 && !reader.rounded ? micro / MICRO : NOT_A_NUMBER
}
