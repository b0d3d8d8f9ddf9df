import { Account } from '../account'
import { Layout } from '../datasets/recognise'
import { Rejection } from '../datasets/row-context'
import { collect } from './reading'
import { recordOf, utf8 } from './records'

export type Field = 'month' | 'acr' | 'absent'

/** A rejection of a record under the header Month, ACR, and where it will arrive. */
export function rejectionOf(cells: readonly string[], line = 9) {
  const { reading, sink } = collect()
  const account = new Account('azure-usage')
  const layout = new Layout<Field>(
    ['Month', 'ACR'],
    new Map<Field, number>([
      ['month', 0],
      ['acr', 1],
    ]),
  )
  const formats = { dateOrders: new Map(), separators: new Map(), answered: [] }
  const context = { layout, formats, decode: utf8, sink, account }
  return { rejection: new Rejection<Field>(context, recordOf(cells, line)), reading, account }
}
