import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { filesOf } from './dropped-files'

/** A folder with these files in it, gone after the test. */
function folderWith(...files: readonly string[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'seventy-drop-')), 'November')
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }))
  mkdirSync(folder)
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), 'x')
  }
  return folder
}

const named = (folder: string, paths: readonly string[]) =>
  paths.map((path) => relative(folder, path).replaceAll('\\', '/'))

describe('what is dropped', () => {
  it('is taken as it is when it is a file, whatever its name, and when it is gone', () => {
    const folder = folderWith('notes.docx')
    const paths = [join(folder, 'notes.docx'), join(folder, 'gone.csv')]
    expect(filesOf(paths)).toMatchObject({ paths, skipped: [] })
  })

  it('gives the tables of a folder, three levels down, in the order of their names', () => {
    const folder = folderWith(
      ...['b10.csv', 'b9.TSV', 'a/x.xlsx', 'a/b/y.zip', 'a/b/c/deep.csv'],
      ...['readme.pdf', '.hidden.csv', '~$book.xlsx'],
    )
    const { paths, skipped } = filesOf([folder])
    expect(named(folder, paths)).toEqual(['a/b/y.zip', 'a/x.xlsx', 'b9.TSV', 'b10.csv'])
    expect(skipped.map(({ name, reason }) => [name.replaceAll('\\', '/'), reason])).toEqual([
      ['November/a/b/c', 'too-deep'],
      ['November/readme.pdf', 'no-table'],
    ])
  })

  it('is at most two hundred files, and names the others', () => {
    const folder = folderWith(...Array.from({ length: 203 }, (_, file) => `${file}.csv`))
    const { paths, skipped } = filesOf([folder])
    expect(paths).toHaveLength(200)
    expect(skipped.map(({ reason }) => reason)).toEqual(['too-many', 'too-many', 'too-many'])
  })
})
