import { describe, expect, it } from 'vitest'
import { faultLater } from '../testing/files'
import { zipOf, type ZipEntry } from '../testing/zip'
import { Archive } from './archive'

const MB = 1024 ** 2

/** Everything that comes out of the entry `a`. */
async function readAll(entry: Omit<ZipEntry, 'name'>): Promise<string> {
  const archive = await Archive.open('a.zip', zipOf([{ name: 'a', ...entry }]))
  const pieces: Buffer[] = []
  for await (const piece of archive.read('a')) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('an archive', () => {
  it('gives its entries back, deflated or stored', async () => {
    const content = 'Month;ACR\n'.repeat(100_000)
    expect(await readAll({ content })).toBe(content)
    expect(await readAll({ content, method: 0 })).toBe(content)
    expect(await readAll({ content: '' })).toBe('')
  })

  it('lists its files without folders, and names never lead anywhere', async () => {
    const names = ['folder/', '../../etc/passwd', '/root.csv', 'C:\\x.csv', 'a\nb.csv']
    const archive = await Archive.open(
      'a.zip',
      zipOf(names.map((name) => ({ name, content: 'x' }))),
    )
    expect(archive.entries.map(({ name }) => name)).toEqual([
      '../../etc/passwd',
      '/root.csv',
      'C:/x.csv',
      'a\ufffdb.csv',
    ])
    expect(
      (await archive.whole('../../etc/passwd', 9, () => new RangeError() as never)).toString(),
    ).toBe('x')
  })

  it.each([
    ['is larger than claimed', { content: 'x'.repeat(5000), claimed: { bytes: 10 } }],
    ['is smaller than claimed', { content: 'x'.repeat(5000), claimed: { bytes: 6000 } }],
    ['has another checksum', { content: 'x', claimed: { crc: 1 } }],
    ['ends behind the archive', { content: 'x', claimed: { packed: 5000 } }],
    ['is cut off', { content: 'abc'.repeat(99), claimed: { packed: 5 } }],
    ['is not deflated at all', { content: 'abc', method: 8, claimed: { packed: 1 } }],
  ])('is damaged when an entry %s', async (_, entry) => {
    expect((await faultLater(() => readAll(entry))).code).toBe('archive-damaged')
  })

  it.each([
    ['is protected by a password', { content: 'x', encrypted: true }, 'archive-encrypted'],
    ['is packed by another method', { content: 'x', method: 12 }, 'archive-method-unknown'],
    ['is packed 200 times as small', { content: Buffer.alloc(2 * MB) }, 'archive-ratio-too-high'],
    [
      'hides a bomb behind a small size',
      { content: Buffer.alloc(20 * MB), claimed: { bytes: 400 } },
      'archive-damaged',
    ],
    [
      'claims more than 500 MB',
      { content: 'x', claimed: { bytes: 501 * MB } },
      'archive-inflated-too-large',
    ],
  ])('is refused when an entry %s', async (_, entry, code) => {
    expect((await faultLater(() => readAll(entry))).code).toBe(code)
  })

  it('lets small entries be packed as well as they like', async () => {
    expect(await readAll({ content: Buffer.alloc(MB) })).toHaveLength(MB)
  })

  it('is refused when its entries together claim more than 500 MB', async () => {
    const half = { content: 'x', claimed: { bytes: 251 * MB } }
    const bytes = zipOf([
      { name: 'a', ...half },
      { name: 'b', ...half },
    ])
    const fault = await faultLater(() => Archive.open('a.zip', bytes))
    expect(fault.code).toBe('archive-inflated-too-large')
  })

  it('gives no more than 500 MB however often it is read', async () => {
    const content = Buffer.alloc(MB)
    const archive = await Archive.open('a.zip', zipOf([{ name: 'a', content }]))
    const readOften = async () => {
      for (let time = 0; time <= 500; time++)
        for await (const piece of archive.read('a')) void piece
    }
    expect((await faultLater(readOften)).code).toBe('archive-inflated-too-large')
  })

  it('is damaged when it is cut off or is none', async () => {
    const whole = zipOf([{ name: 'a', content: 'x'.repeat(99) }])
    for (const bytes of [whole.subarray(0, -30), Buffer.from('PK\x03\x04'), whole.subarray(9)]) {
      const fault = await faultLater(() => Archive.open('a.zip', bytes))
      expect(fault.code).toBe('archive-damaged')
    }
  })

  it('unpacks an entry as a whole only within a limit', async () => {
    const archive = await Archive.open('a.zip', zipOf([{ name: 'a', content: 'abc' }]))
    const tooLarge = () => new RangeError('too large') as never
    expect((await archive.whole('a', 3, tooLarge)).toString()).toBe('abc')
    await expect(archive.whole('a', 2, tooLarge)).rejects.toThrow('too large')
  })
})
