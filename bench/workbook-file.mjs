// @ts-check
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const types = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`
const rels = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const book = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Usage" sheetId="1" r:id="rId1"/></sheets></workbook>`
const bookRels = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/**
 * The rows of a CSV file as a workbook the way Excel saves it: texts shared, numbers and dates typed.
 * Made once and kept.
 * @param {string} path @param {string} csv
 */
export function workbookFile(path, csv) {
  if (existsSync(path)) return path
  const { sheet, strings } = partsOf(readFileSync(csv, 'utf8'))
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  writeZip(draft, [
    ['[Content_Types].xml', types],
    ['_rels/.rels', rels],
    ['xl/workbook.xml', book],
    ['xl/_rels/workbook.xml.rels', bookRels],
    ['xl/styles.xml', styles],
    ['xl/sharedStrings.xml', strings],
    ['xl/worksheets/sheet1.xml', sheet],
  ])
  renameSync(draft, path)
  return path
}

/** @param {string} text */
function partsOf(text) {
  /** @type {Map<string, number>} */
  const shared = new Map()
  const letters = Array.from({ length: 64 }, (_, column) =>
    column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`,
  )
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line, index) => {
      const row = String(index + 1)
      const cells = cellsOf(line).map((cell, column) => {
        const place = `${letters[column] ?? ''}${row}`
        if (cell === '') return ''
        if (/^\d{4}-\d\d-\d\d$/.test(cell))
          return `<c r="${place}" s="1"><v>${String((Date.parse(cell) - EPOCH) / DAY)}</v></c>`
        if (index > 0 && /^\d+(\.\d+)?$/.test(cell))
          return `<c r="${place}"><v>${String(Number(cell))}</v></c>`
        const known = shared.get(cell) ?? shared.size
        shared.set(cell, known)
        return `<c r="${place}" t="s"><v>${String(known)}</v></c>`
      })
      return `<row r="${row}" spans="1:38">${cells.join('')}</row>`
    })
  const items = [...shared.keys()].map((each) => `<si><t>${each.replaceAll('&', '&amp;')}</t></si>`)
  return {
    sheet: [
      `${declaration}<worksheet xmlns="${main}"><sheetData>`,
      ...rows,
      '</sheetData></worksheet>',
    ],
    strings: `${declaration}<sst xmlns="${main}">${items.join('')}</sst>`,
  }
}

/** Only the quoting that `azure-file.mjs` writes. @param {string} line */
function cellsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
}

/** @param {string} path @param {readonly (readonly [string, string | readonly string[]])[]} parts */
function writeZip(path, parts) {
  const file = openSync(path, 'w')
  const directory = []
  let at = 0
  for (const [name, text] of parts) {
    const content = Buffer.concat([text].flat().map((piece) => Buffer.from(piece)))
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)])
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 'latin1')
    fields.copy(central, 6)
    central.writeUInt32LE(at, 42)
    directory.push(central, Buffer.from(name))
    at += writeSync(file, local) + writeSync(file, packed)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  writeSync(file, listed)
  writeSync(file, end)
  closeSync(file)
}
