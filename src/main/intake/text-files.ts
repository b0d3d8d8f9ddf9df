import { createHash } from 'node:crypto'
import { SeventyError } from '../../shared/errors'
import type { TextFiles } from '../services/intake-ports'
import { fileName } from './source/file-faults'
import { withFile } from './source/open-file'

/** Small text files as a whole, for what is no table. */
export function createTextFiles(): TextFiles {
  return {
    read: (path, bytesAtMost) =>
      withFile(path, (file) => {
        if (file.bytes > bytesAtMost) throw tooLarge(path, file.bytes, bytesAtMost)
        const bytes = Buffer.alloc(file.bytes)
        const read = bytes.subarray(0, file.read(bytes, 0, file.bytes, 0))
        file.assertUnchanged()
        const sha256 = createHash('sha256').update(read).digest('hex')
        return { name: fileName(path), sha256, text: decoded(path, read) }
      }),
  }
}

function decoded(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SeventyError(
      'file-not-text',
      `${fileName(path)} is not a text file in UTF-8. Save it with that encoding and choose it again.`,
      { file: path },
    )
  }
}

function tooLarge(path: string, bytes: number, limit: number): SeventyError {
  return new SeventyError(
    'file-too-large',
    `${fileName(path)} has ${String(bytes)} bytes; at most ${String(limit)} are read. Choose a smaller file.`,
    { file: path, bytes, limit },
  )
}
