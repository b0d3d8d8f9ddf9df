import type { Rejection } from './row-context'

/** What is said of a cell that cannot be read, in one voice for all datasets. */

export function rejectMonth<F extends string>(rejection: Rejection<F>, field: F): void {
  rejection.add(
    field,
    'month-invalid',
    (value) => `${value} is no month; write months like 2023-11 or 2023-11-01.`,
  )
}

export function rejectDate<F extends string>(rejection: Rejection<F>, field: F): void {
  rejection.add(
    field,
    'date-invalid',
    (value) => `${value} is no date; write dates like 2023-11-30.`,
  )
}

export function rejectTenantId<F extends string>(rejection: Rejection<F>, field: F): void {
  rejection.add(
    field,
    'tenant-id-invalid',
    (value) =>
      `${value} is no tenant id; it has to be a GUID like 01234567-89ab-cdef-0123-456789abcdef.`,
  )
}

export function rejectFlag<F extends string>(rejection: Rejection<F>, field: F): void {
  rejection.add(
    field,
    'flag-invalid',
    (value) => `${value} is neither yes nor no; write 1 or 0, or leave the cell empty.`,
  )
}

/** `amount` is what the reader returned: NaN for no number, Infinity for one out of range. */
export function rejectAmount<F extends string>(
  rejection: Rejection<F>,
  field: F,
  amount: number,
  separator: string,
): void {
  if (Number.isNaN(amount)) {
    const mark = separator === '.' ? 'point' : 'comma'
    rejection.add(
      field,
      'number-invalid',
      (value) => `${value} is no number; this column is written with a decimal ${mark}.`,
    )
    return
  }
  rejection.add(
    field,
    'number-out-of-range',
    (value) => `${value} is beyond one billion, which no row of a report can be.`,
  )
}

export function rejectCount<F extends string>(
  rejection: Rejection<F>,
  field: F,
  count: number,
): void {
  if (count === Infinity) rejectAmount(rejection, field, count, '.')
  else {
    rejection.add(
      field,
      'number-invalid',
      (value) => `${value} is no number of seats; it has to be a whole number, 0 or more.`,
    )
  }
}
