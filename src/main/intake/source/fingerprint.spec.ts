import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fileOf } from '../testing/files'
import { fingerprint } from './fingerprint'
import { withFile } from './open-file'

describe('the fingerprint of a file', () => {
  it('is the SHA-256 of its bytes and their number, whatever the size of the buffer', () => {
    const content = 'Month,ACR\n'.repeat(100)
    const sha256 = createHash('sha256').update(content).digest('hex')
    for (const bufferBytes of [1, 7, 1000, 4096]) {
      const path = fileOf(content, `by-${bufferBytes}.csv`)
      expect(withFile(path, (file) => fingerprint(file, bufferBytes))).toEqual({
        sha256,
        bytes: 1000,
      })
    }
  })
})
