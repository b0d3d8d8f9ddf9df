import { zipOf, type ZipEntry } from './zip'

/** Workbooks for the specs, made by hand for what no program that writes them would do. */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface SheetMade {
  readonly name: string
  /** What stands in `<sheetData>`. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  /** The whole part in place of one made of `rows`. */
  readonly xml?: string | Uint8Array
}

export interface WorkbookMade {
  readonly sheets: readonly SheetMade[]
  /** Items `<si>…</si>` of the shared strings. */
  readonly strings?: readonly string[]
  /** Number formats of the cell styles 0, 1, …; a text is a format of its own. */
  readonly formats?: readonly (number | string)[]
  readonly date1904?: boolean
  /** Parts in place of those made here, or beside them. */
  readonly parts?: readonly ZipEntry[]
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Rows of inline texts and of numbers, at their references, from row 1 on. */
export function rowsOf(rows: readonly (readonly (string | number | null)[])[], first = 1): string {
  return rows
    .map((cells, index) => {
      const row = first + index
      const made = cells.map((cell, column) => cellOf(`${letter(column)}${row}`, cell))
      return `<row r="${row}">${made.join('')}</row>`
    })
    .join('')
}

function letter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letter(Math.floor(column / 26) - 1) + letter(column % 26)
}

function cellOf(place: string, value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** A worksheet part around these rows. */
export function sheetXml(rows: string, before = ''): string {
  return `${declaration}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData></worksheet>`
}

/** A workbook as its bytes. */
export function workbookOf(made: WorkbookMade): Buffer {
  const { sheets, strings, formats = [0], date1904, parts = [] } = made
  const own: ZipEntry[] = [
    { name: '_rels/.rels', content: relationsOf([['r1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, date1904 ?? false) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationsOf([
        ...sheets.map(
          (_, index) => [`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
        ),
        ['st', 'styles', '/xl/styles.xml'],
        ...(strings ? [['ss', 'sharedStrings', 'sharedStrings.xml'] as const] : []),
      ]),
    },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...sheets.map(({ rows, xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: xml ?? sheetXml(rows),
    })),
  ]
  if (strings) {
    const content = `${declaration}<sst xmlns="${main}">${strings.join('')}</sst>`
    own.push({ name: 'xl/sharedStrings.xml', content })
  }
  const replaced = new Set(parts.map(({ name }) => name))
  return zipOf([...own.filter(({ name }) => !replaced.has(name)), ...parts])
}

function relationsOf(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${relations}">${items.join('')}</Relationships>`
}

function workbookXml(sheets: readonly SheetMade[], date1904: boolean): string {
  const listed = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" state="${state}" r:id="s${index}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`
}

function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.filter((format) => typeof format === 'string')
  const id = (format: number | string) =>
    typeof format === 'number' ? format : 164 + custom.indexOf(format)
  const numFmts = custom.map(
    (format) => `<numFmt numFmtId="${id(format)}" formatCode="${escapeXml(format)}"/>`,
  )
  const xfs = formats.map((format) => `<xf numFmtId="${id(format)}"/>`)
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}
