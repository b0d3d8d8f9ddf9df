import { describe, expect, it } from 'vitest'
import { MemorySource } from '../source/byte-source'
import { faultOf } from '../testing/files'
import { parse } from '../testing/records'
import { RecordReader } from './record-reader'

describe('records', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('end with %s, also the last one without it', (_, lineEnd) => {
    const rows = [
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ]
    const text = rows.map((row) => row.join(',')).join(lineEnd)
    for (const each of [text, text + lineEnd]) {
      expect(parse(each)).toEqual({ rows, lines: [1, 2, 3] })
    }
  })

  it('may end in different ways in one file', () => {
    expect(parse('a\r\nb\nc\rd\n\re')).toEqual({
      rows: [['a'], ['b'], ['c'], ['d'], ['e']],
      lines: [1, 2, 3, 4, 6],
    })
  })

  it('are none in a text without content', () => {
    for (const text of ['', '\n', '\r\n\r\n', '  \n\t\n']) expect(parse(text).rows).toEqual([])
  })

  it('keep their line when blank lines stand between them', () => {
    expect(parse('a,b\n\n \t\n1,2\n\n3,4')).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      lines: [1, 4, 6],
    })
  })

  it('count the lines that their quoted cells hold', () => {
    const text = 'a,b\r\n"one\r\ntwo\nthree\rfour",x\r\nlast,y\r\n'
    expect(parse(text)).toEqual({
      rows: [
        ['a', 'b'],
        ['one\r\ntwo\nthree\rfour', 'x'],
        ['last', 'y'],
      ],
      lines: [1, 2, 6],
    })
  })

  it('may be ragged; how many cells they need is not for the parser to say', () => {
    expect(parse('a,b,c\n1\n1,2,3,4\n,,\n').rows).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
      ['', '', ''],
    ])
  })
})

describe('cells in quotes', () => {
  it('may hold delimiters, and quotes when they are doubled', () => {
    expect(parse('"a,b","say ""hi""","""",""\n').rows).toEqual([['a,b', 'say "hi"', '"', '']])
  })

  it('may be followed by blanks', () => {
    expect(parse('"a"  ,"b" \n"c" ').rows).toEqual([['a', 'b'], ['c']])
  })

  it('are no blank line, even when they are empty', () => {
    expect(parse('a\n""\n').rows).toEqual([['a'], ['']])
  })

  it('need the quote at their very beginning; elsewhere it is a character', () => {
    expect(parse('5" disk, "x"\n').rows).toEqual([['5" disk', ' "x"']])
  })

  it.each([
    ['a,"b\nc,d\n', 1, '2'],
    ['a,b\n1,"2', 2, '2'],
    ['a,b\n"1""\n', 2, '1'],
    ['a\n"', 2, '1'],
  ])('are refused when they are never closed: %j', (text, row, column) => {
    expect(faultOf(() => parse(text))).toMatchObject({
      code: 'quote-unbalanced',
      details: { file: 'usage.csv', row, column },
      message: expect.stringContaining('never closed'),
    })
  })

  it.each([
    ['a,"b"c\n', 1, '2'],
    ['x\n"a"b"\n', 2, '1'],
    ['"a\nb"\n"c" d\n', 3, '1'],
    ['"a""b"c', 1, '1'],
  ])('are refused when text follows their closing quote: %j', (text, row, column) => {
    expect(faultOf(() => parse(text))).toMatchObject({
      code: 'quote-unbalanced',
      details: { file: 'usage.csv', row, column },
      message: expect.stringContaining('follows the closing quote'),
    })
  })
})

describe('what is no text', () => {
  it.each([
    ['a\0,b\n', 1, '1'],
    ['a,b\n1,"2\0"\n', 2, '2'],
    ['a,b\n1,\0', 2, '2'],
  ])('is refused at its NUL byte: %j', (text, row, column) => {
    expect(faultOf(() => parse(text))).toMatchObject({
      code: 'file-not-text',
      details: { file: 'usage.csv', row, column },
    })
  })
})

describe('the limits of a record', () => {
  const most = 32_767

  it.each([
    ['plain', 'x'.repeat(most), 'x'.repeat(most + 1)],
    ['of three bytes a character', '€'.repeat(most), '€'.repeat(most + 1)],
    ['of two units a character', '😀'.repeat(most >> 1), '😀'.repeat((most >> 1) + 1)],
    ['with doubled quotes', `"${'""'.repeat(most)}"`, `"${'""'.repeat(most + 1)}"`],
  ])('are 32,767 characters a cell, %s', (_, longest, tooLong) => {
    expect(parse(`a,b\n1,${longest}\n2,3\n`).rows).toHaveLength(3)
    expect(faultOf(() => parse(`a,b\n1,${tooLong}\n2,3\n`))).toMatchObject({
      code: 'cell-too-long',
      details: { file: 'usage.csv', row: 2, column: '2', limit: most },
    })
  })

  it('stop a cell that never ends before all of it is in memory', () => {
    const endless = {
      position: 0,
      read: (target: Buffer, offset: number, length: number) => {
        target.fill('x', offset, offset + length)
        endless.position += length
        return length
      },
    }
    const options = { file: 'usage.csv', delimiter: 0x2c, bufferBytes: 1024 }
    expect(faultOf(() => new RecordReader(endless, options).next()).code).toBe('cell-too-long')
    expect(endless.position).toBeLessThan(1_000_000)
  })

  it('say that a quote may be missing where a quoted cell is too long', () => {
    const text = `a\n"${'x,y\n'.repeat(30_000)}`
    const fault = faultOf(() => parse(text))
    expect(fault).toMatchObject({ code: 'cell-too-long', details: { row: 2, column: '1' } })
    expect(fault.message).toContain('never closed')
  })

  it('are 400 columns', () => {
    const row = (cells: number) => Array.from({ length: cells }, (_, cell) => cell).join(',')
    expect(parse(`${row(400)}\n`).rows[0]).toHaveLength(400)
    expect(faultOf(() => parse(`a\n${row(401)}\n`))).toMatchObject({
      code: 'columns-too-many',
      details: { file: 'usage.csv', row: 2, limit: 400 },
    })
  })
})

describe('a place in a message', () => {
  it('has the name of the column once the header is known, and its number where it has none', () => {
    const fault = (cells: string) => {
      const source = new MemorySource(Buffer.from(`${cells}\n`))
      const reader = new RecordReader(source, { file: 'a.csv', delimiter: 0x2c, bufferBytes: 64 })
      reader.columns = ['Month', '']
      return faultOf(() => reader.next()).details['column']
    }
    expect([fault('\0'), fault('1,\0'), fault('1,2,\0')]).toEqual(['Month', '2', '3'])
  })
})

describe('a reader', () => {
  it('asks before every read whether it may go on', () => {
    const source = new MemorySource(Buffer.from('a,b\n'.repeat(100)))
    const positions: number[] = []
    const reader = new RecordReader(source, {
      file: 'a.csv',
      delimiter: 0x2c,
      bufferBytes: 100,
      between: () => {
        positions.push(source.position)
        if (source.position >= 300) throw new RangeError('stop')
      },
    })
    let records = 0
    expect(() => {
      while (reader.next()) records++
    }).toThrow('stop')
    expect(positions).toEqual([0, 100, 200, 300])
    expect(records).toBeLessThan(76)
  })

  it('stays at the end once it is there', () => {
    const source = new MemorySource(Buffer.from('a,b'))
    const reader = new RecordReader(source, { file: 'a.csv', delimiter: 0x2c, bufferBytes: 64 })
    expect([reader.next(), reader.next(), reader.next()]).toEqual([true, false, false])
  })
})
