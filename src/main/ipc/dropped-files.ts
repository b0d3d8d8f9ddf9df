import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative, dirname } from 'node:path'
import type { SkippedFile } from '../../shared/api'

/** What an import can read; of a folder nothing else is taken. */
const TABLES = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.zip'])
/** Folders below the one that was dropped. */
const DEPTH = 3
/** As many files as one import takes. */
const FILES = 200
/** Entries looked at, so that a whole disk does not keep the window waiting. */
const ENTRIES = 10_000

export interface DroppedFiles {
  readonly paths: readonly string[]
  /** By their names within the folder, and why. */
  readonly skipped: readonly SkippedFile[]
}

/**
 * The files of what was dropped: a file as it is, whatever its name, and the tables of a folder.
 * Hidden files and the ones that spreadsheets leave beside open workbooks are not mentioned.
 */
export function filesOf(dropped: readonly string[]): DroppedFiles {
  const walk = new Walk()
  for (const path of dropped) {
    if (isFolder(path)) walk.folder(path, dirname(path), 1)
    else walk.take(path, dirname(path))
  }
  return walk
}

class Walk implements DroppedFiles {
  readonly paths: string[] = []
  readonly skipped: SkippedFile[] = []
  private entries = 0

  take(path: string, root: string): void {
    if (this.paths.length < FILES) this.paths.push(path)
    else this.skip(path, root, 'too-many')
  }

  folder(path: string, root: string, depth: number): void {
    for (const entry of entriesOf(path)) {
      if (++this.entries > ENTRIES) return
      const inside = join(path, entry)
      if (/^(\.|~\$)/.test(entry)) continue
      if (!isFolder(inside)) {
        if (TABLES.has(extname(entry).toLowerCase())) this.take(inside, root)
        else this.skip(inside, root, 'no-table')
      } else if (depth < DEPTH) this.folder(inside, root, depth + 1)
      else this.skip(inside, root, 'too-deep')
    }
  }

  private skip(path: string, root: string, reason: SkippedFile['reason']): void {
    this.skipped.push({ name: relative(root, path), reason })
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  } catch {
    return []
  }
}

/** False for what cannot be looked at; the import then says so with its own error. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
