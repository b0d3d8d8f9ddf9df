import { formatDay, parseDay } from '../../../shared/calendar'
import type { RowValues } from '../../../shared/edits'
import type { ErrorCode } from '../../../shared/errors'
import { SeventyError } from '../../../shared/errors'
import type { RowContent } from './operations'

/**
 * Values as they are typed in, checked as those of a file are (FILES.md), and as they are stored. Every
 * fault has its own code and names the field and the value.
 */

/** 1e9 USD a row, and as many seats. */
const AT_MOST = 1_000_000_000
const MICRO = 1_000_000
const TENANT = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/

/**
 * The values of a row as they are stored. Throws `value-missing`, `number-invalid`,
 * `number-out-of-range`, `date-invalid`.
 */
export function contentFrom(values: RowValues): RowContent {
  const { dataset } = values
  if (dataset === 'certifications') {
    const { completed, expires } = values
    const [from, to] = [parseDay(completed), expires === null ? null : parseDay(expires)]
    if (from === undefined) throw fault('date-invalid', 'completed', completed, DATE)
    if (to === undefined) throw fault('date-invalid', 'expires', expires, DATE)
    if (to !== null && to < from) throw fault('date-invalid', 'expires', expires, ENDS_BEFORE)
    const title = required('title', values.title)
    return { dataset, title, completed: from, expires: to, activation: null }
  }
  const association = optional(values.association)
  const shared = { association, duplicate: 0 }
  if (dataset === 'azure-usage') {
    const microUsd = microsOf(values.usd)
    const service = required('service', values.service)
    return { dataset, service, offer: optional(values.offer), ...shared, microUsd }
  }
  const paidSeats = seatsOf('paid', values.paid)
  const activeSeats = seatsOf('active', values.active)
  return {
    dataset,
    workload: required('workload', values.workload),
    ...shared,
    paidSeats,
    activeSeats,
  }
}

/** Stored values as they are typed in; dollars, seats and dates. */
export function valuesFrom(content: RowContent): RowValues {
  const { dataset } = content
  if (dataset === 'azure-usage') {
    const { service, offer, association, microUsd } = content
    return { dataset, service, offer, association, usd: microUsd / MICRO }
  }
  if (dataset === 'm365-usage') {
    const { workload, association, paidSeats, activeSeats } = content
    return { dataset, workload, association, paid: paidSeats, active: activeSeats }
  }
  const { title, completed, expires } = content
  return {
    ...{ dataset, title, completed: formatDay(completed) },
    expires: expires === null ? null : formatDay(expires),
  }
}

/** A tenant id as it is stored: lower case, no braces. Throws `tenant-id-invalid`. */
export function tenantFrom(text: string): string {
  const [, guid] = TENANT.exec(text.trim().toLowerCase()) ?? []
  if (guid) return guid
  throw fault(
    'tenant-id-invalid',
    'tenantId',
    text,
    'is not a tenant id. Copy it from Partner Center, for example 0f8fad5b-d9cb-469f-a165-70867728950e.',
  )
}

/** A text without the blanks around it. Throws `value-missing` when nothing is left. */
export function required(field: string, text: string): string {
  const trimmed = text.replace(/\s+/gu, ' ').trim()
  if (trimmed !== '') return trimmed
  throw fault('value-missing', field, text, 'is empty. Type in a value.')
}

/** An empty text says as little as none. */
export function optional(text: string | null): string | null {
  const trimmed = text?.replace(/\s+/gu, ' ').trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** Dollars as micro-dollars: the decimal that was typed, never a binary fraction of it. */
function microsOf(usd: number): number {
  if (Math.abs(usd) > AT_MOST) throw fault('number-out-of-range', 'usd', usd, RANGE)
  return Math.round(usd * MICRO)
}

function seatsOf(field: string, seats: number): number {
  if (!Number.isInteger(seats)) {
    throw fault('number-invalid', field, seats, 'is not a whole number of seats.')
  }
  if (seats < 0 || seats > AT_MOST) throw fault('number-out-of-range', field, seats, RANGE)
  return seats
}

const DATE = 'is not a date of the calendar. Write it as YYYY-MM-DD.'
const ENDS_BEFORE = 'is before the day of completion. Correct one of the two dates.'
const RANGE = 'is out of range: up to 1,000,000,000 a row, and seats not below 0.'

function fault(code: ErrorCode, field: string, value: unknown, text: string): SeventyError {
  return new SeventyError(code, `${field}: "${String(value)}" ${text}`, { field, value })
}
