import { describe, expect, it } from 'vitest'
import { detectDelimiter } from './delimiter'

function detect(text: string, cut = false): string {
  return String.fromCharCode(detectDelimiter({ text: Buffer.from(text), cut }, 'usage.csv'))
}

describe('the delimiter of a file', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('is found to be the %s by the header and the rows', (_, delimiter) => {
    const text = [
      ['Month', 'CustomerName', 'ACR'],
      ['2023-11', 'Quill Rye', '1'],
    ]
    expect(detect(text.map((row) => row.join(delimiter)).join('\n'))).toBe(delimiter)
  })

  it('is found by the header alone', () => {
    expect(detect('Month;CustomerName;ACR')).toBe(';')
  })

  it('is not the comma of decimal numbers or of names', () => {
    expect(detect('Month;Name;ACR\n2023-11;Quill, Rye, Ltd;1,5\n2023-11;Rye, Quill, Ltd;2,5')).toBe(
      ';',
    )
    expect(detect('Month\tName, first\tACR\n2023-11\tx\t1,5\n')).toBe('\t')
  })

  it('is not found in cells that stand in quotes', () => {
    expect(detect('"a;b;c;d",x\n"e;f;g;h",y\n')).toBe(',')
  })

  it('goes by the rows when a name of the header holds another one more often', () => {
    expect(detect('a,b;c,d,e;f,g\n1;2;3\n4;5;6\n7;8;9\n')).toBe(';')
  })

  it('is the comma where there is none at all', () => {
    expect(detect('Month\n2023-11\n')).toBe(',')
    expect(detect('')).toBe(',')
  })

  it('is found though the sample ends in the middle of a row, or of a quoted cell', () => {
    expect(detect('a;b;c\n1;2;3\n4;5', true)).toBe(';')
    expect(detect('a;b;c\n1;2;3\n4;"5;6', true)).toBe(';')
  })

  it('is found though quotes make no sense under the other candidates', () => {
    expect(detect('a;b\n1,"x"y;2\n')).toBe(';')
  })
})
