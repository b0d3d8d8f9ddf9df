import { describe, expect, it } from 'vitest'
import type { FileReport } from '../../shared/imports'
import { SeventyError } from '../../shared/errors'
import { refusal, withUnsavedRows } from './import-refusal'

function file(change: Partial<FileReport>): FileReport {
  return {
    path: 'usage.csv',
    sha256: null,
    dataset: 'azure-usage',
    rows: { read: 3, accepted: 3, rejected: 0 },
    months: [],
    replacedMonths: [],
    status: 'imported',
    errors: [],
    errorCounts: {},
    notes: [],
    ...change,
  }
}

const badMonth = {
  row: 2,
  column: 'Month',
  value: '2023-13',
  code: 'month-invalid',
  message: '"2023-13" is not a month.',
}

describe('the refusal of an import', () => {
  it('does not happen when every file can be stored', () => {
    expect(refusal({ files: [file({}), file({ status: 'unchanged' })] })).toBeUndefined()
  })

  it('keeps the code and the place of a single cause', () => {
    const bad = file({
      status: 'rejected',
      rows: { read: 3, accepted: 2, rejected: 1 },
      errors: [badMonth],
      errorCounts: { 'month-invalid': 1 },
    })
    const error = refusal({ files: [file({}), bad] })
    expect(error).toMatchObject({
      code: 'month-invalid',
      details: { file: 'usage.csv', row: 2, column: 'Month', value: '2023-13' },
    })
    expect(error?.message).toContain('usage.csv, row 2, column Month: "2023-13" is not a month.')
    expect(error?.message).toContain('Nothing was stored.')
  })

  it('is called rows-rejected when the causes differ', () => {
    const bad = file({
      status: 'rejected',
      rows: { read: 3, accepted: 0, rejected: 3 },
      errors: [badMonth],
      errorCounts: { 'month-invalid': 2, 'number-invalid': 1 },
    })
    const error = refusal({ files: [bad] })
    expect(error?.code).toBe('rows-rejected')
    expect(error?.message).toContain('2 more rows are wrong.')
  })

  it('passes on what makes a whole file unusable', () => {
    const empty = {
      row: null,
      column: null,
      value: null,
      code: 'file-empty',
      message: 'The file is empty.',
    }
    const error = refusal({
      files: [
        file({
          status: 'rejected',
          rows: { read: 0, accepted: 0, rejected: 0 },
          errors: [empty],
          errorCounts: { 'file-empty': 1 },
        }),
      ],
    })
    expect(error).toMatchObject({
      code: 'file-empty',
      message: 'The file is empty. Nothing was stored.',
    })
  })

  it('advises to leave bad rows out only where good ones would stay', () => {
    const some = file({
      status: 'rejected',
      rows: { read: 2, accepted: 1, rejected: 1 },
      errors: [badMonth],
      errorCounts: { 'month-invalid': 1 },
    })
    const none = { ...some, rows: { read: 1, accepted: 0, rejected: 1 } }
    expect(refusal({ files: [some] })?.message).toContain('or leave bad rows out.')
    expect(refusal({ files: [none] })?.message).toContain('Correct the file. Nothing')
  })

  it('has the code of the program only for codes that it knows', () => {
    const strange = file({
      status: 'rejected',
      rows: { read: 1, accepted: 0, rejected: 1 },
      errors: [{ ...badMonth, code: 'toString' }],
      errorCounts: { toString: 1 },
    })
    expect(refusal({ files: [strange] })?.code).toBe('rows-rejected')
  })

  it('keeps its cause and tells as well that the rows left out are not saved', () => {
    const refused = new SeventyError('month-invalid', 'Row 2 is wrong.', { row: 2 })
    const fault = new SeventyError('output-unwritable', 'No space left.', { file: 'r.csv' })
    expect(withUnsavedRows(refused, fault)).toMatchObject({
      code: 'month-invalid',
      message: 'Row 2 is wrong. No space left.',
      details: { row: 2, rejects: { code: 'output-unwritable', message: 'No space left.' } },
    })
    expect(withUnsavedRows(refused, new Error('broken')).details).toMatchObject({
      rejects: { code: 'internal' },
    })
  })
})
