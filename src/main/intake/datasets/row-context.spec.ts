import { describe, expect, it } from 'vitest'
import { rejectionOf } from '../testing/rejection'
import { rejectAmount, rejectMonth } from './explain'

describe('a rejection', () => {
  it('carries the cells as they stand in the file, and every error with its place', () => {
    const { rejection, reading, account } = rejectionOf([' 2023-13 ', '1'])
    rejectMonth(rejection, 'month')
    rejection.addForRow('fields-missing', 'Too few.')
    rejection.send()
    expect(reading.rejected).toMatchObject([
      {
        line: 9,
        cells: [' 2023-13 ', '1'],
        errors: [
          { row: 9, column: 'Month', value: '2023-13', code: 'month-invalid' },
          { row: 9, column: null, value: null, code: 'fields-missing', message: 'Too few.' },
        ],
      },
    ])
    expect(account.close()).toMatchObject({ rowsRejected: 1, rowsAccepted: 0 })
  })

  it('calls an empty cell missing, whatever its column would have to hold', () => {
    const { rejection, reading } = rejectionOf(['  ', ''])
    rejectMonth(rejection, 'month')
    rejectAmount(rejection, 'acr', NaN, '.')
    rejection.send()
    expect(reading.rejected[0]?.errors).toMatchObject([
      { column: 'Month', value: '', code: 'value-missing' },
      { column: 'ACR', value: '', code: 'value-missing' },
    ])
  })

  it('repeats only the beginning of a long value', () => {
    const { rejection, reading } = rejectionOf(['x'.repeat(500), ''])
    rejectMonth(rejection, 'month')
    rejection.send()
    const [row] = reading.rejected
    expect(row?.errors[0]?.value).toBe(`${'x'.repeat(200)}…`)
    expect(row?.cells[0]).toHaveLength(500)
  })

  it('has no text for a column that the file lacks', () => {
    expect(rejectionOf(['a', 'b']).rejection.text('absent')).toBe('')
  })
})
