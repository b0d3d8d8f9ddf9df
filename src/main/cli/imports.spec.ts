import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importEntrySchema, type ImportEntry } from '../../shared/import-history'
import { importsTable } from './imports-table'
import { commandLine } from './testing/command-line'

const header = 'Month,CustomerTenantId,ServiceLevel2,ACR_USD,PartnerAttributionType'
const row = (month: string, usd: number) =>
  `${month},5f0c1a2b-0000-4000-8000-000000000001,Key Vault,${String(usd)},PAL`

/** A partner with two imports; the second replaces November. */
async function twoImports() {
  const line = commandLine({ userName: 'ines' })
  const file = (name: string, ...rows: readonly string[]) => {
    writeFileSync(join(line.folder, name), [header, ...rows, ''].join('\n'))
    return join(line.folder, name)
  }
  await line.run('profile', 'add', '--name', 'Acme')
  const files = [
    file('old.csv', row('2023-10-01', 1), row('2023-11-01', 2)),
    file('new.csv', row('2023-11-01', 3)),
  ]
  for (const each of files) await line.run('import', '--profile', 'Acme', each)
  const imports = async () =>
    (await line.json<{ imports: ImportEntry[] }>('imports', '--profile', 'Acme')).imports
  return { ...line, imports }
}

describe('imports', () => {
  it('lists newest first what was imported by whom and which months still count', async () => {
    const { run, imports } = await twoImports()
    const [newer, older] = await imports()
    expect(importEntrySchema.array().parse([newer, older])).toEqual([newer, older])
    expect(newer).toMatchObject({ id: 2, importedBy: 'ines', files: [{ name: 'new.csv' }] })
    const { stdout, status } = await run('imports', '--profile', 'Acme')
    expect(status).toBe(0)
    expect(stdout.replaceAll(/[0-9a-f]{64}/g, '#')).toBe(
      `2  2023-12-15T12:00:00.000Z by ines, replace
    new.csv: azure-usage, 1 of 1 rows; 2023-11 in force
      sha-256 #
1  2023-12-15T12:00:00.000Z by ines, replace
    old.csv: azure-usage, 2 of 2 rows; 2023-10 in force; 2023-11 replaced by 2
      sha-256 #
`,
    )
  })

  it('undoes an import, brings it back, and erases one that is undone', async () => {
    const { run, json, imports } = await twoImports()
    expect(await json('imports', 'withdraw', '1')).toEqual({
      withdrawn: { profileId: 1, importId: 1 },
    })
    expect((await run('imports', '--profile', 'Acme')).stdout).toContain(
      '2023-10 to 2023-11 undone',
    )
    expect((await run('imports', 'restore', '1')).stdout).toBe('Import 1 is back in its place.\n')
    await run('imports', 'withdraw', '1')
    expect((await run('imports', 'erase', '1', '--yes')).stdout).toContain('2 rows, 0 customers')
    expect((await imports()).map(({ id }) => id)).toEqual([2])
    expect(await json('verify')).toMatchObject({ ok: true })
  })

  it('erases nothing without a yes', async () => {
    const { run, imports } = await twoImports()
    await run('imports', 'withdraw', '1')
    expect(await run('imports', 'erase', '1')).toMatchObject({ status: 2, stdout: '' })
    expect(await imports()).toHaveLength(2)
  })

  it.each([
    [['imports'], 2, 'usage'],
    [['imports', 'undo', '1'], 2, 'usage'],
    [['imports', 'withdraw'], 2, 'usage'],
    [['imports', 'withdraw', 'one'], 2, 'usage'],
    [['imports', 'withdraw', '1', '2'], 2, 'usage'],
    [['imports', '--profile', 'Nobody'], 4, 'profile-not-found'],
    [['imports', 'withdraw', '99'], 4, 'import-not-found'],
    [['imports', 'restore', '1'], 3, 'import-in-force'],
    [['imports', 'erase', '1', '--yes'], 3, 'import-in-force'],
  ])('refuses %j with status %d and %s', async (argv, status, code) => {
    const { run } = await twoImports()
    const ran = await run(...argv)
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(`error[${code}]`)])
  })
})

describe('the list of imports', () => {
  it('says what became of files without rows, without months, repeated, and replaced in part', () => {
    const file = {
      ...{ id: 1, name: 'a.csv', sha256: 'a'.repeat(64), dataset: 'certifications' as const },
      ...{ rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, errorCounts: {}, repeats: null },
    }
    const month = { month: null, rows: 1, state: 'in-force' as const, replacedBy: [] }
    const part = { ...month, month: '2023-10', state: 'in-part' as const, replacedBy: [7, 8] }
    const entry = { mode: 'append' as const, importedAt: 'T', importedBy: null, withdrawnAt: null }
    const text = importsTable([
      {
        ...entry,
        id: 9,
        files: [
          { ...file, months: [] },
          { ...file, months: [month] },
          { ...file, months: [month], repeats: 4 },
          { ...file, months: [part] },
        ],
      },
    ])
    expect(text).toContain('9  T, append\n')
    expect(text.match(/rows; .*/g)).toEqual([
      'rows; no rows',
      'rows; in force',
      'rows; repeats import 4',
      'rows; 2023-10 in force in part, the rest replaced by 7, 8',
    ])
    expect(importsTable([])).toBe('Nothing was imported yet.\n')
  })
})
