import { describe, expect, it } from 'vitest'
import { monthOf } from '../../shared/calendar'
import { Account } from './account'

function error(row: number, code = 'month-invalid') {
  return { row, column: 'Month', value: 'x', code, message: 'No month.' }
}

describe('the account of a file', () => {
  it('counts rows by what became of them', () => {
    const account = new Account('certifications')
    account.accept()
    account.accept()
    account.reject([error(3), error(3, 'number-invalid')])
    expect(account.close()).toEqual({
      dataset: 'certifications',
      rowsRead: 3,
      rowsAccepted: 2,
      rowsRejected: 1,
      months: [],
      errors: [error(3), error(3, 'number-invalid')],
      errorCounts: { 'month-invalid': 1, 'number-invalid': 1 },
      notes: [],
    })
  })

  it('has the months of its accepted rows, ascending and once each', () => {
    const account = new Account('azure-usage')
    const months = [monthOf(2023, 11), monthOf(2023, 2), monthOf(2023, 11)]
    for (const month of months) account.acceptMonth(month)
    expect(account.close()).toMatchObject({
      rowsAccepted: 3,
      months: [monthOf(2023, 2), monthOf(2023, 11)],
    })
  })

  it('keeps the first hundred errors and counts all of them', () => {
    const account = new Account('azure-usage')
    for (let row = 2; row <= 251; row++) account.reject([error(row)])
    const { errors, errorCounts, rowsRejected } = account.close()
    expect(errors.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, row) => row + 2))
    expect([errorCounts, rowsRejected]).toEqual([{ 'month-invalid': 250 }, 250])
  })

  it('says a note once, with its count', () => {
    const account = new Account('azure-usage')
    for (let row = 0; row < 3; row++) account.note('amount-rounded', 'Rounded.')
    account.note('other', 'Other.')
    expect(account.close().notes).toEqual([
      { code: 'amount-rounded', message: 'Rounded.', count: 3 },
      { code: 'other', message: 'Other.', count: 1 },
    ])
  })
})
