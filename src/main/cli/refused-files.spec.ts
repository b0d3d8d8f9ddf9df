import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../intake/testing/files'
import { rowsOf, sheetXml, workbookOf } from '../intake/testing/ooxml'
import { azureTable, shortAzureHeader, tenantId } from '../intake/testing/reports'
import { zipOf } from '../intake/testing/zip'
import { commandLine } from './testing/command-line'

/** Whatever is wrong with a workbook or an archive, the workspace stays byte for byte as it was. */

const header = shortAzureHeader.split(',')
const line = ['2023-11', tenantId, 'Aldercross', 'Sentinel', 120.5, 'PAL'] as const
const report = rowsOf([header, line])
const sheet = (rows: string, xml?: string) =>
  workbookOf({ sheets: [{ name: 'Usage', rows, ...(xml !== undefined && { xml }) }] })
const book = sheet(report)
const two = workbookOf({ sheets: ['One', 'Two'].map((name) => ({ name, rows: report })) })
const csv = { name: 'usage.csv', content: azureTable({}) }
const row = (cells: string) => `${rowsOf([header])}<row r="2">${cells}</row>`

const refused: readonly (readonly [string, Uint8Array, string])[] = [
  ['cut off', book.subarray(0, -100), 'archive-damaged'],
  ['with a lying size', zipOf([{ ...csv, claimed: { bytes: 3 } }]), 'archive-damaged'],
  ['with a bomb', zipOf([{ name: 'a.csv', content: Buffer.alloc(3e6) }]), 'archive-ratio-too-high'],
  ['behind a password', zipOf([{ ...csv, encrypted: true }]), 'archive-encrypted'],
  ['with two tables', zipOf([csv, { ...csv, name: 'b.csv' }]), 'archive-ambiguous'],
  ['with two reports', two, 'sheet-ambiguous'],
  [
    'with entities',
    sheet('', `<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml(report)}`),
    'workbook-entities',
  ],
  ['with a cell far away', sheet(row('<c r="XFD2"><v>1</v></c>')), 'columns-too-many'],
  ['without a result', sheet(row('<c r="E2"><f>1+1</f></c>')), 'formula-without-value'],
  ['with an error', sheet(row('<c r="D2" t="e"><v>#N/A</v></c>')), 'cell-error'],
  ['damaged in its last row', sheet(`${report}<row r="1"/>`), 'workbook-damaged'],
]

describe('a workbook or archive that is refused', () => {
  it.each(refused)('%s leaves the workspace as it was', async (_, content, code) => {
    const { workspace, folder, run } = commandLine()
    await run('profile', 'add', '--name', 'Quillrye')
    const good = join(folder, 'good.csv')
    writeFileSync(good, azureTable({ Month: '2023-10' }))
    await run('import', '--profile', 'Quillrye', good)
    const before = hashOf(workspace)
    const path = join(folder, 'usage.xlsx')
    writeFileSync(path, content)
    const { status, stderr } = await run('import', '--profile', 'Quillrye', good, path)
    expect(stderr).toContain(`error[${code}]`)
    expect(status).toBe(3)
    expect(hashOf(workspace)).toBe(before)
    expect(existsSync(`${workspace}-wal`)).toBe(false)
  })
})

describe('a workbook in the command line', () => {
  it('is imported, with the sheet that was named, and its rows are traced to the sheet', async () => {
    const { folder, run, json } = commandLine()
    await run('profile', 'add', '--name', 'Quillrye')
    const path = join(folder, 'usage.xlsx')
    const rejects = join(folder, 'left-out.csv')
    const bad = rowsOf([header, line, ['2023-13', ...line.slice(1)]])
    const sheets = [
      { name: 'One', rows: report },
      { name: 'Two', rows: bad },
    ]
    writeFileSync(path, workbookOf({ sheets }))
    const options = ['--profile', 'Quillrye', '--skip-bad-rows', '--rejects', rejects]
    const imported = await json('import', path, ...options, '--sheet', 'Two')
    expect(imported).toMatchObject({
      files: [
        {
          sheet: 'Two',
          dataset: 'azure-usage',
          rows: { read: 2, accepted: 1, rejected: 1 },
          errors: [{ row: 3, column: 'Month', value: '2023-13' }],
        },
      ],
    })
    expect(readFileSync(rejects, 'utf8')).toContain('usage.xlsx, sheet Two, row 3')
  })

  it('has the sheet in the place of what is wrong with it', async () => {
    const { folder, run } = commandLine()
    await run('profile', 'add', '--name', 'Quillrye')
    const path = join(folder, 'usage.xlsx')
    writeFileSync(path, sheet(rowsOf([header, line, ['2023-13', ...line.slice(1)]])))
    const { stdout, stderr } = await run('import', '--profile', 'Quillrye', path, '--json')
    expect(stderr).toContain('usage.xlsx, sheet Usage, row 3, column Month: ')
    const { error } = JSON.parse(stdout) as { error: { details: object } }
    expect(error.details).toMatchObject({ file: path, sheet: 'Usage', row: 3, column: 'Month' })
  })

  it('is refused without a name for its sheet', async () => {
    const { run } = commandLine()
    const { status } = await run('import', '--profile', 'Quillrye', 'a.xlsx', '--sheet', '')
    expect(status).toBe(2)
  })
})
