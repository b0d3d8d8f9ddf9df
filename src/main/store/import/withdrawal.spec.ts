import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WriteConnection } from '../connection'
import { migrations } from '../migrations'
import { openWritable } from '../open'
import {
  addProfile,
  AT,
  importFiles,
  storedImport,
  temporaryFolder,
  temporaryWorkspace,
  tenantGuid,
} from '../test-support'

const azure = (tenant: number, tenantName: string, microUsd = 5) => [
  { month: '2023-11', tenant, microUsd, tenantName },
]

describe('erasing an import', () => {
  it('leaves no trace of whom only it names in the file, and keeps what others name', () => {
    const { path, store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [
      { name: 'a', azure: [...azure(1, 'Ada Foods'), ...azure(2, 'Bo Works')] },
    ])
    importFiles(store, profile, [{ name: 'b', azure: azure(1, 'Ada Foods') }])
    const first = () => storedImport(store, 1)
    store.transaction(() => store.withdrawImport(first(), AT))
    expect(store.transaction(() => store.eraseImport(first()))).toEqual({
      ...{ rows: 2, tenants: 1, people: 0 },
    })
    store.close()
    const bytes = readFileSync(path).toString('latin1')
    expect(bytes).toContain('Ada Foods')
    for (const gone of ['Bo Works', tenantGuid(2)]) expect(bytes).not.toContain(gone)
  })

  it('changes no fact, and refuses an import that counts', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [{ name: 'a', azure: azure(1, 'Ada') }])
    expect(() => store.transaction(() => store.eraseImport(storedImport(store, 1)))).toThrow(
      expect.objectContaining({ code: 'import-in-force' }),
    )
    expect(store.facts(profile).tenants).toHaveLength(1)
  })
})

describe('undoing an import', () => {
  it('is refused when what comes back cannot be summed exactly, and then changes nothing', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const most = Number.MAX_SAFE_INTEGER
    importFiles(store, profile, [{ name: 'a', azure: azure(1, 'Ada', most) }])
    store.transaction(() => store.withdrawImport(storedImport(store, 1), AT))
    importFiles(store, profile, [{ name: 'b', azure: azure(1, 'Ada', 1) }], 'append')
    expect(() =>
      store.transaction(() => store.withdrawImport(storedImport(store, 1), null)),
    ).toThrow(expect.objectContaining({ code: 'input-invalid' }))
    expect(storedImport(store, 1).withdrawnAt).toBe(AT)
  })

  it('is found out by verify when the workspace says otherwise', () => {
    const { path, store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [{ name: 'a', azure: azure(1, 'Ada') }])
    importFiles(store, profile, [{ name: 'b', azure: azure(1, 'Ada') }])
    const other = new WriteConnection(path, {})
    onTestFinished(() => other.close())
    other.transaction(() => other.run('UPDATE slices SET superseded_by = NULL'))
    expect(store.verify().checks).toContainEqual({
      ...{ id: 'imports', ok: false },
      message: '1 months or files count against what their imports say.',
    })
  })
})

describe('a workspace from before imports could be undone', () => {
  it('gives every file the customers and people it has rows of, by the names they have', () => {
    const path = `${temporaryFolder()}/old.seventy`
    const old = openWritable(path, {
      create: true,
      migrations: migrations.filter(({ version }) => version < 8),
    })
    const database = new Database(path)
    database.exec(`
      INSERT INTO profiles VALUES (1, 'Acme', 'acme', NULL, 0, 0, 0, '${AT}');
      INSERT INTO imports VALUES (1, 1, 'replace', '${AT}');
      INSERT INTO files VALUES (1, 1, 'a', '${'a'.repeat(64)}', 1, 'azure-usage', 1, 1, 0, 1, 1, '{}');
      INSERT INTO files VALUES (2, 1, 'b', '${'b'.repeat(64)}', 1, 'certifications', 1, 1, 0, 1, 1, '{}');
      INSERT INTO locations VALUES (1, 1, '');
      INSERT INTO slices VALUES (1, 1, 24286, 1, NULL, 1, 5), (2, 2, NULL, 1, NULL, 1, 0);
      INSERT INTO tenants VALUES (1, 1, '${tenantGuid(1)}', 'Ada');
      INSERT INTO people VALUES (1, 1, 'mira@halden.example', 'Mira');
      INSERT INTO azure_kinds VALUES (1, 1, 'Sentinel', NULL, 'PAL', 0);
      INSERT INTO azure_usage VALUES (1, 1, 2, 1, 1, 5);
      INSERT INTO azure_rollup VALUES (1, 1, 1, 5, 1);
      INSERT INTO certifications VALUES (1, 2, 2, 1, 'SC-100', NULL, 19000, NULL, NULL);`)
    database.close()
    old.close()
    const store = openWritable(path)
    onTestFinished(() => store.close())
    const before = store.facts(1)
    store.transaction(() => store.withdrawImport(storedImport(store, 1), AT))
    expect(store.facts(1).tenants).toEqual([])
    expect(store.profileState(1)).toMatchObject({ tenants: 0, people: 0 })
    store.transaction(() => store.withdrawImport(storedImport(store, 1), null))
    expect(store.facts(1)).toEqual(before)
    expect(before.tenants).toEqual([{ id: tenantGuid(1), name: 'Ada' }])
    expect(store.verify()).toMatchObject({ ok: true })
  })
})
