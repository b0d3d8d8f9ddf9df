import { SeventyError } from '../../shared/errors'
import type { FileToRead, WorkControl } from '../services/intake-ports'
import type { FileState } from './source/open-file'
import type { Checkpoint, Table } from './table'
import { unpack } from './unpack'
import { MemoryBudget } from './workbook/memory-budget'

/** Opens the table of a file that was unpacked, given the state that the file is in now. */
type OpenUnpacked = (now: {
  assertSame(state: FileState): void
}) => (checkpoint: Checkpoint) => Table

/** The workbooks and archives among some files, by path. */
export type UnpackedFiles = ReadonlyMap<string, OpenUnpacked>

/**
 * Unpacks the workbooks and archives among some files. What keeps one from being read is kept for
 * whoever reads it, so that the account of an import can name it beside the other files. Throws
 * `cancelled` only.
 */
export async function unpackAll(
  files: readonly FileToRead[],
  { bufferBytes, control }: { readonly bufferBytes: number; readonly control: WorkControl },
): Promise<UnpackedFiles> {
  const unpacking = { bufferBytes, control, budget: new MemoryBudget() }
  const unpacked = new Map<string, OpenUnpacked>()
  for (const { path, options } of files) {
    if (unpacked.has(path)) continue
    try {
      const file = await unpack(path, options, unpacking)
      if (!file) continue
      unpacked.set(path, (now) => {
        now.assertSame(file.state)
        return file.open
      })
    } catch (error) {
      if (!(error instanceof SeventyError) || error.code === 'cancelled') throw error
      unpacked.set(path, () => {
        throw error
      })
    }
  }
  return unpacked
}
