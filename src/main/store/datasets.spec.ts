import { describe, expect, it } from 'vitest'
import type { SavedLayout } from '../../shared/layouts'
import {
  addProfile,
  AT,
  importFiles,
  month,
  temporaryWorkspace,
  type SeatRow,
} from './test-support'
import type { WritableStore } from './writable-store'

const seatsIn = (paid: number, active: number): SeatRow[] => [
  { month: '2023-11', tenant: 1, paid, active },
]
const paidOf = (store: WritableStore, profile: number) =>
  Array.from(store.facts(profile).m365.paidSeats)
const azureRow = { month: '2023-11', tenant: 1, microUsd: 5 }
const place = { line: 2, globalMpnId: '4700', globalName: 'Quillrye', level: null }
const bergen = { ...place, mpnId: '4711', name: 'Bergen', city: 'Bergen', country: 'Norway' }
const oslo = { ...place, line: 3, mpnId: '4712', name: 'Oslo', city: 'Oslo', country: null }

describe('seats of the Enterprise Mobility report', () => {
  it('are seats beside those of the CPOR report, and each report replaces its own', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [{ name: 'cpor', seats: seatsIn(100, 40) }])
    const ems = (name: string, paid: number) =>
      importFiles(store, profile, [{ name, dataset: 'ems-usage', seats: seatsIn(paid, 50) }])
    expect([ems('ems', 120), paidOf(store, profile)]).toEqual([[[]], [120]])
    expect([ems('ems again', 90), paidOf(store, profile)]).toEqual([[[month('2023-11')]], [100]])
    expect(store.files(profile).map(({ dataset }) => dataset)).toEqual(['ems-usage', 'm365-usage'])
    expect(store.rowSums(profile).m365.rows).toHaveLength(2)
    expect(store.verify()).toMatchObject({ ok: true })
  })

  it('go with their partner', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [{ name: 'ems', dataset: 'ems-usage', seats: seatsIn(1, 1) }])
    importFiles(store, profile, [{ name: 'profile', locations: [bergen] }])
    store.transaction(() => store.removeProfile(profile))
    expect(store.verify()).toMatchObject({ ok: true })
    expect(store.locations(profile)).toEqual([])
  })
})

describe('the locations of a partner', () => {
  it('come from its profile report, each with its place', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [{ name: 'profile', locations: [oslo, bergen] }])
    const { line: _, ...known } = bergen
    expect(store.locations(profile)).toEqual([
      { ...known, file: 'profile', line: 2, dataFiles: 0 },
      expect.objectContaining({ mpnId: '4712', line: 3, country: null }),
    ])
    expect(store.locations(addProfile(store, 'Other'))).toEqual([])
    expect(store.verify()).toMatchObject({ ok: true })
  })

  it('are replaced as a whole by a newer report of the same account, and no other', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const other = { ...oslo, mpnId: '5001', globalMpnId: '5000' }
    importFiles(store, profile, [{ name: 'one', locations: [bergen, oslo, other] }])
    importFiles(store, profile, [{ name: 'two', locations: [{ ...oslo, name: 'Oslo Vest' }] }])
    expect(store.locations(profile).map(({ name }) => name)).toEqual(['Oslo Vest', 'Oslo'])
  })

  it('name those of the other files, and list those that no report names', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const usage = ['4711', '4799', ''].map((location) => ({ ...azureRow, location }))
    importFiles(store, profile, [
      { name: 'a', azure: usage },
      { name: 'b', seats: seatsIn(1, 1).map((row) => ({ ...row, location: '4711' })) },
      { name: 'profile', locations: [bergen] },
    ])
    expect(store.locations(profile)).toMatchObject([
      { mpnId: '4711', name: 'Bergen', dataFiles: 2 },
      { mpnId: '4799', name: null, globalMpnId: null, file: null, dataFiles: 1 },
    ])
  })

  it('tell of a location that is listed twice what stands last', () => {
    const { store } = temporaryWorkspace()
    const profile = addProfile(store)
    const twice = [bergen, { ...bergen, name: 'Bergen Sentrum' }]
    importFiles(store, profile, [{ name: 'one', locations: twice }])
    expect(store.locations(profile).map(({ name }) => name)).toEqual(['Bergen Sentrum'])
  })
})

describe('saved layouts', () => {
  const layout: SavedLayout = {
    ...{ fingerprint: 'a'.repeat(64), dataset: 'azure-usage', columns: { acr: 'Umsatz' } },
    ...{ dateOrder: 'dmy', decimal: null, savedAt: AT },
  }

  it('come back as they were saved, the latest first, one for each header', () => {
    const { store } = temporaryWorkspace()
    const later = { ...layout, fingerprint: 'b'.repeat(64), savedAt: '2024-01-01T00:00:00.000Z' }
    store.transaction(() => {
      store.saveLayout({ ...layout, decimal: ',' })
      store.saveLayout(later)
      store.saveLayout(layout)
    })
    expect(store.layouts()).toEqual([later, layout])
    expect(store.layout(layout.fingerprint)).toEqual(layout)
    expect(store.layout('c'.repeat(64))).toBeUndefined()
  })

  it('are removed once', () => {
    const { store } = temporaryWorkspace()
    store.transaction(() => store.saveLayout(layout))
    const remove = () => store.transaction(() => store.removeLayout(layout.fingerprint))
    expect([remove(), remove()]).toEqual([true, false])
    expect(store.layouts()).toEqual([])
  })
})
