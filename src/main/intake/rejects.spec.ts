import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula } from '../../shared/formula-guard'
import { createRejectsWriter } from './rejects'
import { parse } from './testing/records'

const header = ['Month', 'ACR_USD']
const month = {
  row: 3,
  column: 'Month',
  value: 'x',
  code: 'month-invalid',
  message: '"x" is no month.',
}
const number = {
  row: 3,
  column: 'ACR_USD',
  value: 'y',
  code: 'number-invalid',
  message: '"y" is no number.',
}
const surplus = {
  row: 5,
  column: null,
  value: null,
  code: 'fields-surplus',
  message: 'Three cells.',
}

function written(work: (writer: ReturnType<typeof createRejectsWriter>) => void): string {
  let text = ''
  work(createRejectsWriter((piece) => (text += piece)))
  return text
}

describe('the list of rejected rows', () => {
  it('has the cells as they stand in the file, and all that is wrong with them', () => {
    const text = written((writer) => {
      writer.begin('/in/usage.csv', header)
      writer.row(['x', 'y'], [month, number])
    })
    expect(text).toBe(
      '\ufeffMonth,ACR_USD,reason\r\n' +
        'x,y,"usage.csv, row 3: ""x"" is no month. [month-invalid] ""y"" is no number. [number-invalid]"\r\n',
    )
  })

  it('is not written at all without a row', () => {
    expect(written((writer) => writer.begin('/in/usage.csv', header))).toBe('')
  })

  it('fills up short rows, and puts surplus cells behind the reason', () => {
    const text = written((writer) => {
      writer.begin('usage.csv', header)
      writer.row(['only'], [month])
      writer.row(['1', '2', '3'], [surplus])
    })
    expect(parse(text).rows.slice(1)).toEqual([
      ['only', '', expect.stringContaining('[month-invalid]')],
      ['1', '2', 'usage.csv, row 5: Three cells. [fields-surplus]', '3'],
    ])
  })

  it('gives every file with a rejected row its own header, set off by an empty line', () => {
    const text = written((writer) => {
      writer.begin('a.csv', header)
      writer.row(['x', '1'], [month])
      writer.begin('good.csv', header)
      writer.begin('b.csv', ['Date', 'Paid', 'Active'])
      writer.row(['x', '1', '2'], [month])
    })
    const [first, second] = text.split('\r\n\r\n')
    expect(first?.split('\r\n').map((line) => line.slice(0, 10))).toEqual([
      '\ufeffMonth,ACR',
      'x,1,"a.csv',
    ])
    expect(second).toMatch(/^Date,Paid,Active,reason\r\nx,1,2,"b\.csv, row 3: /)
    expect(text).not.toContain('good.csv')
  })

  it('can be read back with the same cells, whatever they hold', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', '\r\n', '€') })
      .filter((text) => !text.startsWith('\r'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = written((writer) => {
          writer.begin('usage.csv', header)
          for (const row of rows) writer.row(row, [month])
        })
        expect(
          parse(text)
            .rows.slice(1)
            .map((cells) => cells.slice(0, 2)),
        ).toEqual(rows)
      }),
    )
  })
})

describe('a cell that a spreadsheet would run as a formula', () => {
  it.each([
    ['=1+1'],
    ['+cmd|x'],
    ['-2+3'],
    ['@SUM(A1)'],
    ['\t=1'],
    ['\r=1'],
    ['\0=1'],
    ['-'],
    ['='],
  ])('is kept from it by an apostrophe: %j', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`)
  })

  it.each([['-12.5'], ['+3'], ['-1.234,56'], ['-.5'], ['1e5'], ['-1E-5'], [''], ['a=b'], ["'=1"]])(
    'is not what merely looks like one: %j',
    (cell) => {
      expect(guardFormula(cell)).toBe(cell)
    },
  )

  it('is guarded in the list, in the header as well', () => {
    const text = written((writer) => {
      writer.begin('usage.csv', ['=Month'])
      writer.row(['=HYPERLINK("x")'], [month])
    })
    expect(parse(text).rows.map(([first]) => first?.replace('\ufeff', ''))).toEqual([
      "'=Month",
      `'=HYPERLINK("x")`,
    ])
  })
})
