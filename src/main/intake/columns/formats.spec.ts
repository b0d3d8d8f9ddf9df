import { describe, expect, it } from 'vitest'
import type { DateOrder } from '../../../shared/imports'
import { recognise } from '../datasets/recognise'
import { faultOf } from '../testing/files'
import { recordOf, utf8 } from '../testing/records'
import { FormatSurvey } from './formats'

function survey(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  answer?: DateOrder,
) {
  const { dataset, layout } = recognise(header, 'usage.csv')
  const formats = new FormatSurvey(dataset, layout, {
    file: 'usage.csv',
    decode: utf8,
    commaDelimited: false,
    dateOrder: answer,
  })
  rows.forEach((row, index) => formats.take(recordOf(row, index + 2)))
  return formats.decide()
}

const trainings = ['Email', 'Completion date', 'Certification name', 'Expiry date']
const usage = ['ACR', 'Service', 'Month', 'CustomerTenantId', 'AssociationType']

describe('the formats of a file', () => {
  it('are decided for each column of dates on its own', () => {
    const { dateOrders } = survey(trainings, [
      ['a@b.example', '13/4/2023', 'SC-200', '4/13/2024'],
      ['a@b.example', '3/4/2023', 'SC-300', '3/4/2024'],
    ])
    expect(Object.fromEntries(dateOrders)).toEqual({ completed: 'dmy', expires: 'mdy' })
  })

  it('leave out the columns that the file does not have', () => {
    const { dateOrders, separators } = survey(trainings.slice(0, 3), [
      ['a@b.example', '13/4/2023', 'SC-200'],
    ])
    expect([...dateOrders.keys()]).toEqual(['completed'])
    expect(separators.size).toBe(0)
  })

  it('hold the separator of each column of numbers', () => {
    const { separators, dateOrders } = survey(
      usage,
      [['12,5', 'Sentinel', '1/11/2023', '', '']],
      'dmy',
    )
    expect(Object.fromEntries(separators)).toEqual({ acr: ',' })
    expect(Object.fromEntries(dateOrders)).toEqual({ month: 'dmy' })
  })

  it('name the column as the file spells it when they have to be asked for', () => {
    const fault = faultOf(() => survey(usage, [['1.234', 'Sentinel', '2023-11', '', '']]))
    expect(fault).toMatchObject({
      code: 'decimal-separator-ambiguous',
      details: { column: 'ACR', row: 2 },
    })
  })
})
