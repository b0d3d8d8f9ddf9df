import { createHash } from 'node:crypto'
import type { FileFingerprint } from '../../services/intake-ports'
import type { OpenFile } from './open-file'

/**
 * SHA-256 (lower-case hex) and size of a file, read in pieces of `bufferBytes`. Throws
 * `file-unreadable` and `file-changed`.
 */
export function fingerprint(file: OpenFile, bufferBytes: number): FileFingerprint {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafeSlow(bufferBytes)
  for (let at = 0; at < file.bytes;) {
    const read = file.read(piece, 0, bufferBytes, at)
    if (read === 0) break
    hash.update(piece.subarray(0, read))
    at += read
  }
  file.assertUnchanged()
  return { sha256: hash.digest('hex'), bytes: file.bytes }
}
