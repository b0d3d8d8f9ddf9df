import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from './migrations'
import { openWritable } from './open'
import { azureLines, importFiles, month, temporaryFolder } from './test-support'

const [rows] = Object.values(
  import.meta.glob('./testing/schema-5.sql', { eager: true, import: 'default', query: '?raw' }),
)

/** A workspace of version 5 with data in every table that later versions change. */
function oldWorkspace(): string {
  const path = `${temporaryFolder()}/old.seventy`
  const before = migrations.filter(({ version }) => version <= 5)
  openWritable(path, { create: true, migrations: before }).close()
  const database = new Database(path)
  database.exec(String(rows))
  database.close()
  return path
}

function upgraded() {
  const store = openWritable(oldWorkspace())
  onTestFinished(() => store.close())
  const [profile] = store.profiles()
  return { store, profileId: profile?.id ?? 0 }
}

describe('a workspace of an older version', () => {
  it('keeps every file, row, name and reference, and says the same as before', () => {
    const { store, profileId } = upgraded()
    expect(store.verify()).toMatchObject({ ok: true })
    expect(store.files(profileId).map(({ name, months }) => [name, ...months])).toEqual([
      ['c.csv', '2023-11'],
      ['a.csv', '2023-10'],
      ['b.csv', '2023-11'],
      ['d.csv'],
    ])
    expect(azureLines(store, profileId).map((line) => JSON.parse(line) as unknown[])).toEqual([
      [month('2023-10'), expect.any(String), 'Sentinel', null, 'PAL', 0, 5_000_000],
      [month('2023-11'), expect.any(String), 'Sentinel', null, 'PAL', 0, 9_000_000],
    ])
    const { tenants, m365, certifications } = store.facts(profileId)
    expect(tenants.map(({ name }) => name)).toEqual(['Halden Water'])
    expect(Array.from(m365.paidSeats)).toEqual([30])
    expect(certifications.rows.map(({ title }) => title)).toEqual(['SC-200'])
  })

  it('takes every kind of file that there is now, and can take back what it had', () => {
    const { store, profileId } = upgraded()
    const location = {
      line: 2,
      mpnId: '4711',
      name: 'Bergen',
      globalMpnId: '4700',
      globalName: 'Q',
    }
    importFiles(store, profileId, [
      {
        ...{ name: 'ems', dataset: 'ems-usage' },
        seats: [{ month: '2023-11', tenant: 1, paid: 40, active: 20 }],
      },
      { name: 'profile', locations: [{ ...location, city: null, country: null, level: null }] },
    ])
    const second = store.importHistory(profileId).find(({ id }) => id === 2)
    expect(second?.files.map(({ name }) => name)).toEqual(['c.csv'])
    const stored = store.importById(2)
    if (!stored) throw new RangeError('There is no import 2.')
    store.transaction(() => store.withdrawImport(stored, '2023-12-16T08:00:00.000Z'))
    const amounts = azureLines(store, profileId).map((line) =>
      (JSON.parse(line) as unknown[]).at(-1),
    )
    expect(amounts).toEqual([5_000_000, 7_000_000])
    expect(store.verify()).toMatchObject({ ok: true })
    store.transaction(() => store.removeProfile(profileId))
    expect(store.verify()).toMatchObject({ ok: true })
  })
})
