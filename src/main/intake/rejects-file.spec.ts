import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RejectsFile } from './rejects-file'
import { faultOf, temporaryFolder } from './testing/files'
import { parse } from './testing/records'

const error = { row: 2, column: 'Month', value: 'x', code: 'month-invalid', message: 'No month.' }

function pathOf(name = 'rejects.csv'): string {
  return join(temporaryFolder(), name)
}

function listOf(path: string, rows: readonly string[]): RejectsFile {
  const list = new RejectsFile(path)
  list.begin('/in/usage.csv', ['Month'])
  for (const row of rows) list.row([row], [error])
  return list
}

describe('a file of rejected rows', () => {
  it('holds every row with its reason once it is finished', () => {
    const path = pathOf()
    const list = listOf(path, ['x', 'y'])
    list.end()
    expect(parse(readFileSync(path)).rows.map(([cell]) => cell)).toEqual(['\ufeffMonth', 'x', 'y'])
    expect(list.saved).toBe(2)
  })

  it('takes the place of the one that was there', () => {
    const path = pathOf()
    writeFileSync(path, 'old\n'.repeat(1000))
    listOf(path, ['x']).end()
    expect(readFileSync(path, 'utf8')).not.toContain('old')
  })

  it('is complete when it is larger than what waits in memory', () => {
    const path = pathOf()
    const rows = Array.from({ length: 5000 }, (_, row) => `€${row}`.padEnd(40, '.'))
    listOf(path, rows).end()
    expect(
      parse(readFileSync(path))
        .rows.slice(1)
        .map(([cell]) => cell),
    ).toEqual(rows)
  })

  it('is not made without a rejected row', () => {
    const path = pathOf()
    const list = listOf(path, [])
    list.end()
    expect([existsSync(path), list.saved]).toEqual([false, 0])
  })

  it('does not stay from an earlier import that had some', () => {
    const path = pathOf()
    listOf(path, ['x']).end()
    listOf(path, []).end()
    expect(existsSync(path)).toBe(false)
  })

  it('stays when no file was read, since all of them are in force already', () => {
    const path = pathOf()
    listOf(path, ['x']).end()
    new RejectsFile(path).end()
    expect(existsSync(path)).toBe(true)
  })

  it('leaves a folder alone when it has nothing to write', () => {
    const path = pathOf('folder')
    mkdirSync(path)
    listOf(path, []).end()
    expect(existsSync(path)).toBe(true)
  })

  it.each([
    ['in a folder that is not there', () => join(temporaryFolder(), 'nowhere', 'rejects.csv')],
    ['in the place of a folder', () => temporaryFolder()],
  ])('cannot be written %s, which is said at its end only', (_, make) => {
    const path = make()
    const list = listOf(
      path,
      Array.from({ length: 5000 }, () => 'x'.repeat(40)),
    )
    expect(faultOf(() => list.end())).toMatchObject({
      code: 'output-unwritable',
      details: { file: path },
      message: expect.stringContaining(path),
    })
    expect(list.saved).toBe(0)
    list.discard()
    expect(existsSync(join(path, 'rejects.csv'))).toBe(false)
  })

  it('is taken away when the import ends before it is finished', () => {
    const path = pathOf()
    const list = listOf(
      path,
      Array.from({ length: 5000 }, () => 'x'.repeat(40)),
    )
    expect(existsSync(path)).toBe(true)
    list.discard()
    expect(existsSync(path)).toBe(false)
  })

  it('stays when it is finished, and an earlier one when nothing was begun', () => {
    const path = pathOf()
    const finished = listOf(path, ['x'])
    finished.end()
    finished.discard()
    listOf(path, []).discard()
    expect(existsSync(path)).toBe(true)
  })
})
