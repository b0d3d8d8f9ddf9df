import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { countedMicroUsd, expectPreparedLike } from '../../scoring/testing/stored-facts'
import { ColumnWriter } from '../import/column-writer'
import { WriteConnection } from '../connection'
import { openReadable } from '../open'
import { addProfile, importFiles, temporaryWorkspace } from '../test-support'
import type { WritableStore } from '../writable-store'

/** Two customers in two months and a file of seats, with usage that counts, does not, and lacks names. */
function imported() {
  const { path, store } = temporaryWorkspace()
  const profile = addProfile(store)
  const row = { month: '2023-11', tenant: 1, association: 'PAL', service: 'Sentinel', offer: 'CSP' }
  importFiles(store, profile, [
    {
      name: 'azure',
      azure: [
        { ...row, microUsd: 700 },
        { ...row, microUsd: 40, service: 'Key Vault', tenant: 2 },
        { ...row, microUsd: 5, month: '2023-10' },
        { ...row, microUsd: 9, association: null, tenant: 3 },
        { ...row, microUsd: 1, offer: null, tenant: 3 },
        { ...row, microUsd: 3, service: 'Unheard of' },
      ],
    },
    {
      name: 'seats',
      seats: [
        { month: '2023-11', tenant: 2, paid: 30, active: 20, association: 'CPOR' },
        { month: '2023-11', tenant: 4, paid: 50, active: 20, association: 'CPOR' },
      ],
    },
  ])
  return { path, store, profile }
}

/** Changes the file behind the back of the store, as a bad disk would. */
function tamper(path: string, sql: string): void {
  const database = new Database(path)
  try {
    database.pragma('foreign_keys = ON')
    database.exec(sql)
  } finally {
    database.close()
  }
}

function expectLikeFacts(store: WritableStore, profile: number): void {
  store.stored(profile, (partner) => expectPreparedLike(partner, store.facts(profile)))
}

describe('the columns of a partner', () => {
  it('give the engine what the facts do', () => {
    const { store, profile } = imported()
    expectLikeFacts(store, profile)
    expect(store.stored(profile, countedMicroUsd)).toBe(746)
  })

  it('are read in place of the rollups', () => {
    const { path, store, profile } = imported()
    tamper(path, 'UPDATE azure_rollup SET micro_usd = micro_usd + 1')
    expect(store.stored(profile, countedMicroUsd)).toBe(746)
  })

  it('name their customers also when asked after another import', () => {
    const { path, store, profile } = imported()
    const reader = openReadable(path)
    const later = reader.stored(profile, (partner) => partner.tenants)
    importFiles(store, profile, [
      { name: 'later', azure: [{ month: '2023-12', tenant: 9, microUsd: 1 }] },
    ])
    expect(later().map(({ id }) => id.at(-1))).toEqual(['1', '2', '3', '4'])
    reader.close()
  })

  it('follow a removal and its undo, as only slices in force are read', () => {
    const { path, store, profile } = imported()
    const month = { month: '2023-11', tenant: 1, association: 'PAL' }
    importFiles(store, profile, [{ name: 'newer', azure: [{ ...month, microUsd: 2 }] }])
    expect(store.stored(profile, countedMicroUsd)).toBe(7)
    tamper(path, 'UPDATE slices SET superseded_by = NULL; DELETE FROM imports WHERE id = 2')
    expect(store.stored(profile, countedMicroUsd)).toBe(746)
    expectLikeFacts(store, profile)
  })

  it('are added up over the parts of a slice', () => {
    const { path, store, profile } = imported()
    const connection = new WriteConnection(path, {})
    connection.transaction(() => {
      const writer = new ColumnWriter('azure_rollup')
      writer.add(1, 1, 1000, 1)
      expect(writer.store(connection, 1)).toBe(true)
      connection.run('UPDATE columned_slices SET parts = 2 WHERE slice_id = 1')
    })
    connection.close()
    expect(store.stored(profile, countedMicroUsd)).toBe(1746)
  })
})

describe('columns that are not what was stored', () => {
  it.each([
    ['an amount changed', flip('usage_columns', 'content', 1)],
    ['a tenant changed', flip('usage_columns', 'content', 9)],
    ['a customer list changed', flip('column_parts', 'tenants', 1)],
    ['a kind changed', 'UPDATE usage_columns SET kind_id = kind_id + 100'],
    [
      'contents exchanged',
      'UPDATE usage_columns SET content = (SELECT content FROM usage_columns u WHERE u.kind_id <> usage_columns.kind_id LIMIT 1)',
    ],
    ['contents cut short', "UPDATE usage_columns SET content = x'00'"],
    [
      'a column lost',
      'DELETE FROM usage_columns WHERE rowid IN (SELECT min(rowid) FROM usage_columns)',
    ],
    ['a part lost', 'DELETE FROM column_parts WHERE id = 1'],
    ['none at all, as of a workspace of an older version', 'DELETE FROM columned_slices'],
  ])('are not used: %s', (_what, sql) => {
    const { path, store, profile } = imported()
    tamper(path, sql)
    expectLikeFacts(store, profile)
    expect(store.stored(profile, countedMicroUsd)).toBe(746)
  })
})

/** Puts 0x5a in the place of one byte of every blob. */
function flip(table: string, column: string, at: number): string {
  const hex = `hex(${column})`
  return `UPDATE ${table} SET ${column} = unhex(substr(${hex}, 1, ${2 * at - 2}) || '5A' || substr(${hex}, ${2 * at + 1}))`
}
