import { appendFileSync, truncateSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultOf, fileOf, temporaryFolder } from '../testing/files'
import { MAX_FILE_BYTES, withFile } from './open-file'

describe('opening a file', () => {
  it('gives its size and its bytes at any place', () => {
    const read = withFile(fileOf('Month,ACR'), (file) => {
      const target = Buffer.alloc(8, '-')
      return [file.bytes, file.read(target, 1, 3, 6), target.toString()]
    })
    expect(read).toEqual([9, 3, '-ACR----'])
  })

  it('gives fewer bytes at the end of the file, and none behind it', () => {
    const read = withFile(fileOf('abc'), (file) => {
      const target = Buffer.alloc(8)
      return [file.read(target, 0, 8, 1), file.read(target, 0, 8, 3)]
    })
    expect(read).toEqual([2, 0])
  })

  it('is refused when there is nothing at the path', () => {
    const path = join(temporaryFolder(), 'nowhere.csv')
    expect(faultOf(() => withFile(path, () => undefined))).toMatchObject({
      code: 'file-unreadable',
      details: { file: path, reason: 'ENOENT' },
    })
  })

  it('is refused for a folder', () => {
    const path = temporaryFolder()
    expect(faultOf(() => withFile(path, () => undefined))).toMatchObject({
      code: 'file-unreadable',
      details: { file: path, reason: 'it is a folder' },
    })
  })

  it('is refused for a device', () => {
    expect(faultOf(() => withFile(devNull, () => undefined)).code).toBe('file-unreadable')
  })

  it('is refused for a file without a byte', () => {
    const path = fileOf('')
    expect(faultOf(() => withFile(path, () => undefined))).toMatchObject({
      code: 'file-empty',
      details: { file: path },
    })
  })

  it('is refused for more than 2 GB, and not for one byte less', () => {
    const path = fileOf('x')
    truncateSync(path, MAX_FILE_BYTES)
    expect(withFile(path, (file) => file.bytes)).toBe(MAX_FILE_BYTES)
    truncateSync(path, MAX_FILE_BYTES + 1)
    expect(faultOf(() => withFile(path, () => undefined))).toMatchObject({
      code: 'file-too-large',
      details: { file: path, bytes: MAX_FILE_BYTES + 1, limit: MAX_FILE_BYTES },
    })
  })

  it('closes the file whatever happens to the work', () => {
    const path = fileOf('abc')
    const seen: { read?: () => number } = {}
    expect(() =>
      withFile(path, (file) => {
        seen.read = () => file.read(Buffer.alloc(1), 0, 1, 0)
        throw new RangeError('work failed')
      }),
    ).toThrow('work failed')
    expect(faultOf(() => seen.read?.())).toMatchObject({
      code: 'file-unreadable',
      details: { reason: 'EBADF' },
    })
  })
})

describe('a file that is written to while it is open', () => {
  it('is told from one that is not', () => {
    const path = fileOf('abc')
    withFile(path, (file) => {
      file.assertUnchanged()
      appendFileSync(path, 'd')
      expect(faultOf(() => file.assertUnchanged())).toMatchObject({
        code: 'file-changed',
        details: { file: path },
      })
    })
  })

  it('is told by its time of change when its size is the same', () => {
    withFile(fileOf('abc'), (file) => {
      const { bytes, modified } = file
      file.assertSame({ bytes, modified })
      expect(faultOf(() => file.assertSame({ bytes, modified: modified - 1 })).code).toBe(
        'file-changed',
      )
    })
  })
})
