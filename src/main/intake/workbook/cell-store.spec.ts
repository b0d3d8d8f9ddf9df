import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellMarks } from '../csv/record'
import { faultOf } from '../testing/files'
import { CellStore, EMPTY } from './cell-store'
import { MemoryBudget } from './memory-budget'
import { SheetRows } from './sheet-rows'

const mark = fc.constantFrom(...Object.values(cellMarks))
const textOf = (store: CellStore, content: number) =>
  store.bytes.toString('utf8', store.start(content), store.end(content))

describe('the contents of cells', () => {
  it('are kept apart by text and mark, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), mark)), (cells) => {
        const store = new CellStore('a.xlsx', new MemoryBudget())
        const numbers = cells.map(([text, kind]) => store.addText(text, kind))
        numbers.forEach((content, index) => {
          const [text = '', kind] = cells[index] ?? []
          expect(textOf(store, content)).toBe(Buffer.from(text).toString())
          expect(store.mark(content)).toBe(kind)
        })
        const keys = new Set(
          cells.map(([text, kind]) => `${String(kind)}${Buffer.from(text).toString()}`),
        )
        expect(new Set(numbers).size).toBe(keys.size)
      }),
    )
  })

  it('keep their numbers while the store grows', () => {
    const store = new CellStore('a.xlsx', new MemoryBudget())
    const numbers = Array.from({ length: 30_000 }, (_, n) =>
      store.addText(`text ${n}`, cellMarks.text),
    )
    expect(numbers.every((content, n) => textOf(store, content) === `text ${n}`)).toBe(true)
    expect(store.addText('text 7', cellMarks.text)).toBe(numbers[7])
  })

  it('are known again only until too many others came, and stay right', () => {
    const store = new CellStore('a.xlsx', new MemoryBudget(), 3)
    const texts = ['a', 'b', 'a', 'c', 'a', 'a']
    const numbers = texts.map((text) => store.addText(text, cellMarks.text))
    expect(numbers.map((content) => textOf(store, content))).toEqual(texts)
    expect(numbers).toEqual([1, 2, 1, 3, 4, 4])
  })

  it('are nothing when they are empty', () => {
    const store = new CellStore('a.xlsx', new MemoryBudget())
    expect(store.addText('', cellMarks.number)).toBe(EMPTY)
    expect(textOf(store, EMPTY)).toBe('')
  })

  it('stay within the memory of all workbooks together', () => {
    const budget = new MemoryBudget(1_000_000)
    const store = new CellStore('a.xlsx', budget)
    const fault = faultOf(() => {
      for (let n = 0; n < 1_000_000; n++) store.addText(`text ${n}`, cellMarks.text)
    })
    expect(fault).toMatchObject({ code: 'sheet-too-large', details: { file: 'a.xlsx' } })
    const few = new MemoryBudget(1000)
    expect(faultOf(() => new CellStore('b.xlsx', few)).code).toBe('sheet-too-large')
  })
})

describe('the rows of a sheet', () => {
  it('are walked as often as wanted, without blank rows and cells at their ends', () => {
    const rows = new SheetRows('a.xlsx', new MemoryBudget())
    const made = Array.from({ length: 3000 }, (_, row) =>
      Uint32Array.from({ length: 400 }, (__, cell) => (cell > row % 60 ? EMPTY : row + cell + 1)),
    )
    made.forEach((cells, row) => rows.add(row + 1, cells, 400))
    rows.add(9999, new Uint32Array(400), 400)
    expect(rows.count).toBe(3000)
    for (let time = 0; time < 2; time++) {
      const walk = rows.walk()
      let seen = 0
      for (; walk.next(); seen++) {
        const wanted = made[seen]
        if (walk.row !== seen + 1 || walk.count !== (seen % 60) + 1) break
        if (walk.cell(walk.count - 1) !== wanted?.[walk.count - 1] || walk.cell(399) !== EMPTY)
          break
      }
      expect(seen).toBe(3000)
      expect(walk.next()).toBe(false)
    }
  })

  it('give their memory back when they are dropped', () => {
    const budget = new MemoryBudget(300_000)
    for (let time = 0; time < 5; time++) {
      const rows = new SheetRows('a.xlsx', budget)
      rows.add(1, Uint32Array.of(1), 1)
      rows.drop()
      expect(rows.walk().next()).toBe(false)
    }
  })
})
