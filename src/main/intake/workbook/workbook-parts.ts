import { posix } from 'node:path'
import type { Archive } from '../archive/archive'
import { isDateFormat } from './number-formats'
import { damagedWorkbook } from './workbook-faults'
import { attribute, readTags } from './xml-part'

/** Sheets that are looked at; a workbook with more was not made by a person. */
const MAX_SHEETS = 500
const MAX_STYLES = 65_536

export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** What a workbook consists of, as its parts tell. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  /** The part of the shared strings, if there is one. */
  readonly strings: string | undefined
  readonly dateStyles: Uint8Array
}

interface Relation {
  readonly target: string
  readonly type: string
}

/** The part that a package is about; undefined when the archive is no Office document. */
export async function mainPart(archive: Archive): Promise<string | undefined> {
  if (!archive.has('_rels/.rels')) return undefined
  const relations = await relationsOf(archive, '')
  return [...relations.values()].find(({ type }) => type === 'officeDocument')?.target
}

/**
 * Reads how a workbook is put together. Targets outside of the archive are never followed. Throws
 * `workbook-damaged` and `workbook-entities`.
 */
export async function readParts(archive: Archive, main: string): Promise<WorkbookParts> {
  const relations = await relationsOf(archive, main)
  const { listed, date1904 } = await readWorkbook(archive, main)
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const relation = relations.get(id)
    return relation?.type === 'worksheet' ? [{ ...sheet, part: relation.target }] : []
  })
  if (sheets.length === 0) throw damagedWorkbook(archive.path, 'it has no sheet of cells')
  const partOf = (type: string) =>
    [...relations.values()].find((each) => each.type === type)?.target
  const styles = partOf('styles')
  return {
    sheets,
    date1904,
    strings: partOf('sharedStrings'),
    dateStyles: styles === undefined ? new Uint8Array(0) : await readDateStyles(archive, styles),
  }
}

async function readWorkbook(archive: Archive, main: string) {
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let date1904 = false
  await readTags(archive, main, (name, attributes, parent) => {
    if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet' || parent !== 'sheets') return
    if (listed.length === MAX_SHEETS) throw damagedWorkbook(archive.path, 'it has too many sheets')
    listed.push({
      name: attributes['name'] ?? '',
      hidden: (attributes['state'] ?? 'visible') !== 'visible',
      id: attribute(attributes, 'id') ?? '',
    })
  })
  return { listed, date1904 }
}

/** For each style of cells whether it shows numbers as dates. */
async function readDateStyles(archive: Archive, part: string): Promise<Uint8Array> {
  const codes = new Map<number, string>()
  const formats: number[] = []
  await readTags(archive, part, (name, attributes, parent) => {
    if (name === 'numFmt' && parent === 'numFmts') {
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    } else if (name === 'xf' && parent === 'cellXfs' && formats.length < MAX_STYLES) {
      formats.push(Number(attributes['numFmtId'] ?? 0))
    }
  })
  return Uint8Array.from(formats, (id) => Number(isDateFormat(id, codes.get(id))))
}

async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const { dir, base } = posix.parse(part)
  const relations = new Map<string, Relation>()
  const list = posix.join(dir, '_rels', `${base}.rels`)
  if (!archive.has(list)) throw damagedWorkbook(archive.path, `${list} is missing`)
  await readTags(archive, list, (name, attributes) => {
    const { Id: id, Target: target, Type: type = '', TargetMode: mode } = attributes
    if (name !== 'Relationship' || id === undefined || target === undefined) return
    if (mode === 'External') return
    // A target is a name within the archive, from its root or from the folder of the part.
    const within = posix.resolve('/', dir, target).slice(1)
    relations.set(id, { target: within, type: type.slice(type.lastIndexOf('/') + 1) })
  })
  return relations
}
