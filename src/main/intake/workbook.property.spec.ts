import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { meant, type UsageRow } from './testing/any-csv'
import { dateOf, header, style, workbookByHand, workbookRow } from './testing/any-workbook'
import { readUnpacked } from './testing/reading'

/** Any usage table, written as a workbook by another program or by hand in exotic forms, is read back as it was. */

const rows = fc.array(workbookRow, { minLength: 1, maxLength: 6 })

/** As write-excel-file saves it, with names that it does not escape itself left as they are. */
function byProgram(table: readonly UsageRow[]): Promise<Buffer> {
  const cells = table.map((each) => [
    { value: dateOf(each), type: Date, format: 'dd/mm/yyyy' },
    { value: each.tenant, type: String },
    { value: each.customer, type: String },
    { value: each.service, type: String },
    { value: each.microUsd / 1e6, type: Number },
    each.association === null ? null : { value: each.association, type: String },
  ])
  const titles = header.map((value) => ({ value, type: String }))
  return writeXlsxFile([titles, ...cells]).toBuffer()
}

describe('any Azure usage as a workbook', () => {
  it('written by a program is read back with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const plain = table.map((each) => ({
          ...each,
          customer: each.customer.replaceAll('_x', '-x'),
          service: each.service.replaceAll('_x', '-x'),
        }))
        const { azure, rejected } = await readUnpacked(await byProgram(plain))
        expect(rejected).toEqual([])
        expect(azure).toMatchObject(meant(plain))
      }),
      { numRuns: 12 },
    )
  })

  it('made in any form is read back with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, style, async (table, how) => {
        const { azure, rejected } = await readUnpacked(workbookByHand(table, how))
        expect(rejected).toEqual([])
        expect(azure).toMatchObject(meant(table))
      }),
      { numRuns: 25 },
    )
  })
})
