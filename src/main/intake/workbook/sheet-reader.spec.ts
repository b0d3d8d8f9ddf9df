import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOf, sheetXml } from '../testing/ooxml'
import { CellStore } from './cell-store'
import { CellValues } from './cell-values'
import { MemoryBudget } from './memory-budget'
import { SharedStrings } from './shared-strings'
import { SheetReader } from './sheet-reader'
import { SheetRows } from './sheet-rows'
import { XmlScanner } from './xml-scanner'

const strings = '<sst><si><r><t>Alder</t></r><r><t>cross</t></r></si><si><t>A&amp;B</t></si></sst>'
const sheet = sheetXml(
  `${rowsOf([['Month', 12.5, null, 'x'.repeat(50)]])}<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>0</v></c><c r="D3"><f>A1&amp;"é"</f></c><c r="E3" t="inlineStr"><is><r><t>a</t></r><r><t>_x0041_</t></r></is></c></row>`,
)

/** The rows of the sheet when both parts arrive in pieces of these sizes. */
function read(sizes: readonly number[]): unknown[] {
  const budget = new MemoryBudget()
  const store = new CellStore('a.xlsx', budget)
  const shared = new SharedStrings(store)
  const feed = (target: SharedStrings | SheetReader, xml: string) => {
    const scanner = new XmlScanner(target)
    const bytes = Buffer.from(xml)
    for (let at = 0, piece = 0; at < bytes.length; piece++) {
      const size = sizes[piece % sizes.length] ?? 1
      scanner.write(bytes.subarray(at, at + size))
      at += size
    }
    scanner.end()
  }
  feed(shared, strings)
  shared.end()
  const rows = new SheetRows('a.xlsx', budget)
  const values = new CellValues(store, false)
  const context = { values, strings: shared, dateStyles: new Uint8Array(0) }
  feed(new SheetReader('a.xlsx', 'Usage', context, rows), sheet)
  const seen: unknown[] = []
  for (const walk = rows.walk(); walk.next();) {
    const contents = Array.from({ length: walk.count }, (_, cell) => walk.cell(cell))
    const text = (content: number) =>
      store.bytes.toString('utf8', store.start(content), store.end(content))
    seen.push([walk.row, ...contents.map(text)])
  }
  return seen
}

describe('the rows of a sheet', () => {
  it('are the same whatever pieces its parts arrive in', () => {
    const whole = [
      [1, 'Month', '12.5', '', 'x'.repeat(50)],
      [3, 'A&B', 'Aldercross', '', '=A1&"é"', 'aA'],
    ]
    expect(read([1 << 20])).toEqual(whole)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        expect(read(sizes)).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  })
})
