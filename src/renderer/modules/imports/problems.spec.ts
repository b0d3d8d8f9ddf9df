import { describe, expect, it } from 'vitest'
import type { RowError } from '../../../shared/imports'
import { fileReport } from '../../app/testing/workspace'
import { canSkipBadRows, obstacle, problemsOf } from './problems'

function rowError(code: string, row: number | null, value: string | null = 'x'): RowError {
  return { row, column: 'Month', value, code, message: `About ${code}.` }
}

const ambiguous = fileReport({
  status: 'rejected',
  errors: [{ ...rowError('date-order-ambiguous', null, '3/4/2023'), column: 'UsageDate' }],
  errorCounts: { 'date-order-ambiguous': 1 },
})
const badRows = fileReport({
  status: 'rejected',
  rows: { read: 10, accepted: 8, rejected: 2 },
  errors: [rowError('month-invalid', 3), rowError('month-invalid', 7)],
  errorCounts: { 'month-invalid': 2 },
})
const unchanged = fileReport({ status: 'unchanged' })

describe('the problems of a file', () => {
  it('are grouped by cause, the most frequent first', () => {
    const report = fileReport({
      errors: [rowError('value-missing', 2), rowError('month-invalid', 3)],
      errorCounts: { 'value-missing': 1, 'month-invalid': 250 },
    })
    expect(problemsOf(report)).toMatchObject([
      { code: 'month-invalid', count: 250, unlisted: 249, message: 'About month-invalid.' },
      { code: 'value-missing', count: 1, unlisted: 0 },
    ])
  })

  it('have no place in the file when they are about the file as a whole', () => {
    const report = fileReport({ errors: [rowError('file-empty', null, null)] })
    expect(problemsOf(report)).toMatchObject([{ code: 'file-empty', count: 1, places: [] }])
  })

  it('are told even when none of a cause is listed', () => {
    const report = fileReport({ errorCounts: { 'number-invalid': 40 } })
    expect(problemsOf(report)).toEqual([
      { code: 'number-invalid', count: 40, message: '', places: [], unlisted: 40 },
    ])
  })

  it('are none in a good file', () => {
    expect(problemsOf(fileReport())).toEqual([])
  })
})

describe('what keeps files from being stored', () => {
  it('is nothing for good files, also beside files that were imported before', () => {
    expect(obstacle([fileReport(), unchanged])).toBeNull()
  })

  it('is what only the user can say, before anything else', () => {
    expect(obstacle([badRows, ambiguous])).toBe('question')
    const unknown = fileReport({ errors: [rowError('columns-missing', null, null)] })
    expect(obstacle([badRows, ambiguous, unknown])).toBe('mapping')
  })

  it('is a rejected file, or that there is nothing new', () => {
    expect(obstacle([fileReport(), badRows])).toBe('rejected')
    expect(obstacle([unchanged, unchanged])).toBe('nothing-new')
  })
})

describe('leaving out bad rows', () => {
  it('helps where every rejected file has good rows beside the bad ones', () => {
    expect(canSkipBadRows([fileReport(), badRows])).toBe(true)
  })

  it('does not help where a file has no good row, or nothing is rejected', () => {
    const hopeless = fileReport({
      status: 'rejected',
      rows: { read: 2, accepted: 0, rejected: 2 },
    })
    expect(canSkipBadRows([badRows, hopeless])).toBe(false)
    expect(canSkipBadRows([badRows, ambiguous])).toBe(false)
    expect(canSkipBadRows([fileReport()])).toBe(false)
  })
})
