import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, withPartner, type Failure } from './testing/command-line'

describe('data', () => {
  it('writes the rows of a table that the search finds, on the score date', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const out = join(line.folder, 'customers.csv')
    const data = ['data', '--profile', name, '--table', 'customers', '--out', out]
    expect(await line.json(...data, '--search', 'dunmarrow')).toMatchObject({
      table: 'customers',
      path: out,
      format: 'csv',
      rows: 1,
    })
    const [head, row] = readFileSync(out, 'utf8').split('\r\n')
    expect(head).toMatch(/^\ufeffCustomer,Tenant,"ACR, 12 months \(USD\)",/)
    expect(row).toMatch(/^Dunmarrow Foods,[-0-9a-f]{36},12600,7400,/)
    await line.run(...data, '--as-of', '2025-12-15')
    expect(readFileSync(out, 'utf8')).toContain('Dunmarrow Foods')
    expect(readFileSync(out, 'utf8')).not.toContain(',12600,')
  })

  it('writes a workbook where the name of the file says so', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const out = join(line.folder, 'people.xlsx')
    const { status, stdout } = await line.run(
      'data',
      '--profile',
      name,
      '--table',
      'people',
      '--out',
      out,
    )
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/people\.xlsx: .+, \d+ rows, \d+ bytes\n$/),
    ])
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  })

  it.each([
    [['--table', 'customers'], 'data needs --out FILE. See: data --help'],
    [['--out', 'x.csv'], 'data needs --table customers|people|azure|m365. See: data --help'],
    [
      ['--table', 'rows', '--out', 'x.csv'],
      '--table takes customers or people or azure or m365, not "rows".',
    ],
    [
      ['--table', 'azure', '--out', 'x.ods'],
      '--out takes a file ending in .csv or .xlsx, not "x.ods".',
    ],
  ])('with %j says what it takes', async (args, message) => {
    const line = commandLine()
    const { error } = await line.json<Failure>('data', '--profile', 'Acme', ...args)
    expect(error).toMatchObject({ code: 'usage', message })
  })
})
