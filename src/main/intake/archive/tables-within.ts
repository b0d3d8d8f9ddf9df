import { posix } from 'node:path'
import type { Archive } from './archive'
import { nestedArchive, noTable, whichTable } from './archive-faults'

const tableNames = /\.(csv|tsv|xlsx|xlsm|xls|xlsb|ods|numbers)$/i
const textNames = /\.txt$/i
const archiveNames = /\.(zip|7z|rar|gz|tgz|tar|bz2|xz)$/i

/** What programs leave in archives beside the files that people put there. */
const litter = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i

/** A table within an archive, and the sheet to read if it is a workbook. */
export interface TableWithin {
  readonly name: string
  readonly sheet: string | undefined
}

/** The tables of an archive by their names; text files count where there is nothing better. */
export function tablesWithin(archive: Archive): readonly string[] {
  const names = archive.entries.map(({ name }) => name).filter((name) => !litter.test(name))
  const tables = names.filter((name) => tableNames.test(name))
  if (tables.length > 0) return tables
  const texts = names.filter((name) => textNames.test(name))
  if (texts.length > 0) return texts
  const [only = ''] = names
  if (names.length === 1 && !archiveNames.test(only)) return names
  const nested = names.find((name) => archiveNames.test(name))
  throw nested === undefined ? noTable(archive.path, names) : nestedArchive(archive.path, nested)
}

/**
 * Decides which table of an archive to read: the only one, or the one that `wanted` names, also with
 * the sheet of a workbook behind a slash. Throws `archive-without-table`, `archive-nested`,
 * `archive-ambiguous` and `sheet-not-found`.
 */
export function chooseTable(archive: Archive, wanted: string | undefined): TableWithin {
  const tables = tablesWithin(archive)
  const [only] = tables
  const named = tables
    .map((name) => ({ name, sheet: sheetBehind(name, wanted) }))
    .find(({ sheet }) => sheet !== null)
  if (named) return { name: named.name, sheet: named.sheet ?? undefined }
  if (only !== undefined && tables.length === 1) return { name: only, sheet: wanted }
  throw whichTable(archive.path, tables, wanted)
}

/** What `wanted` says beyond the name of a table; null when it does not begin with that name. */
function sheetBehind(name: string, wanted: string | undefined): string | undefined | null {
  for (const known of [name, posix.basename(name)]) {
    if (wanted === known) return undefined
    if (wanted?.startsWith(`${known}/`)) return wanted.slice(known.length + 1)
  }
  return null
}
