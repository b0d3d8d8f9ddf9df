import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { NewRow } from '../../../shared/edits'
import { editionById } from '../../rules/registry'
import { addRow, changeRow, renameCustomer, rowToEdit } from '../../services/edits/changes'
import { nextSteps, undoStep } from '../../services/edits/log'
import { azureLines, importFiles, month, seatLines, tenantGuid } from '../test-support'
import { AT, bench, clock, refused, usage } from './testing/bench'

describe('a changed row', () => {
  it('counts with its new amount at once, and says what the file said', () => {
    const { store, profileId, editing, place, values } = bench()
    changeRow(editing, { ...place, change: values() })
    expect(azureLines(store, profileId).map((line) => JSON.parse(line)[6] as number)).toEqual([
      1_300_100_000,
    ])
    expect(rowToEdit(store, place)).toMatchObject({
      values: { usd: 1000.1 },
      byHand: { kind: 'changed', at: AT, was: { usd: 1200 } },
    })
    const query = { tenantId: tenantGuid(1), months: null, after: 0, limit: 9 }
    expect(store.azureRows(profileId, query).map(({ byHand }) => byHand?.kind)).toEqual([
      'changed',
      undefined,
    ])
    expect(store.changedRows(profileId)).toBe(1)
    expect(store.verify()).toMatchObject({ ok: true })
  })

  it('keeps what the file said through a second change, and has no mark once it says so again', () => {
    const { store, editing, place, values } = bench()
    changeRow(editing, { ...place, change: values({ association: null }) })
    changeRow(editing, { ...place, change: values({ usd: 5 }) })
    expect(rowToEdit(store, place).byHand?.was).toMatchObject({ usd: 1200, association: 'PAL' })
    changeRow(editing, { ...place, change: values({ usd: 1200 }) })
    expect(rowToEdit(store, place).byHand).toBeNull()
    expect(nextSteps(store).undo).toMatchObject({ label: 'row-restored' })
  })

  it('that is left out counts for nothing, and seats of the row beside it stand instead', () => {
    const { store, profileId, editing } = bench()
    const place = { profileId, dataset: 'm365-usage', row: 1 } as const
    changeRow(editing, { ...place, change: { kind: 'leave-out' } })
    expect(seatLines(store, profileId)).toEqual([expect.stringMatching(/,30,20\]$/)])
    expect(rowToEdit(store, place)).toMatchObject({
      byHand: { kind: 'left-out', was: { paid: 40, active: 10 } },
    })
    changeRow(editing, { ...place, change: { kind: 'restore' } })
    expect(seatLines(store, profileId)).toEqual([expect.stringMatching(/,40,10\]$/)])
  })

  it('leaves no step where nothing changes', () => {
    const { store, editing, place, values } = bench()
    changeRow(editing, { ...place, change: values({ usd: 1200 }) })
    expect(nextSteps(store)).toEqual({ undo: null, redo: null })
  })

  it('loses its change to a newer download, which says so', () => {
    const { store, profileId, editing, place, values } = bench()
    changeRow(editing, { ...place, change: values() })
    addRow(editing, { profileId, row: usage() })
    const lost = store.transaction(() => {
      const writer = store.beginImport(profileId, 'replace', AT)
      const file = { name: 'n', sha256: 'a'.repeat(64), bytes: 1, dataset: 'azure-usage' } as const
      const target = writer.beginFile(file)
      const one = () => new Uint32Array(1)
      target.azure(
        {
          ...{ count: 1, line: Uint32Array.of(2), month: Uint32Array.of(month('2023-11')) },
          ...{ tenant: one(), service: one(), offer: one(), association: one(), location: one() },
          ...{ duplicate: new Uint8Array(1), microUsd: Float64Array.of(7_000_000) },
        },
        {
          tenants: { ids: [tenantGuid(1)], names: [null] },
          ...{ services: ['Sentinel'], workloads: [], offers: [null], associations: ['PAL'] },
          locations: ['1001'],
        },
      )
      target.finish({
        ...{ dataset: 'azure-usage', rowsRead: 1, rowsAccepted: 1, rowsRejected: 0, months: [] },
        ...{ errors: [], errorCounts: {}, notes: [] },
      })
      writer.finish()
      return writer.byHand
    })
    expect(lost).toEqual([{ changesLost: 1, entriesKept: 1 }])
    expect(azureLines(store, profileId).map((line) => JSON.parse(line)[6] as number)).toEqual([
      7_000_000, 12_340_000,
    ])
    expect(rowToEdit(store, place).inForce).toBe(false)
    expect(store.changedRows(profileId)).toBe(0)
  })
})

describe('a row typed in', () => {
  it('counts beside the files, with the day it was entered in place of a line', () => {
    const { store, profileId, editing } = bench()
    addRow(editing, { profileId, row: usage() })
    const query = { tenantId: tenantGuid(2), months: null, after: 0, limit: 9 }
    expect(store.azureRows(profileId, query)).toEqual([
      expect.objectContaining({
        ...{ file: 'Entered by hand', microUsd: 12_340_000 },
        byHand: { kind: 'entered', at: AT, was: null },
      }),
    ])
    expect(store.facts(profileId).tenants).toContainEqual({
      ...{ id: tenantGuid(2), name: 'Brook Street' },
    })
  })

  it.each([
    ['tenant-id-invalid', { tenantId: '42' }, { field: 'tenantId', value: '42' }],
    ['value-missing', { service: '  ' }, { field: 'service' }],
    ['number-out-of-range', { usd: 2e9 }, { field: 'usd', value: 2e9 }],
    ['month-invalid', { month: '2023-13' }, { field: 'month', value: '2023-13' }],
  ])('is refused with %s', (code, change, details) => {
    const { store, profileId, editing } = bench()
    refused(() => addRow(editing, { profileId, row: usage(change) }), code, details)
    expect(nextSteps(store).undo).toBeNull()
  })

  it.each([
    ['number-invalid', { paid: 1.5, active: 0 }, { field: 'paid', value: 1.5 }],
    ['number-out-of-range', { paid: 1, active: -1 }, { field: 'active', value: -1 }],
  ])('of seats is refused with %s', (code, seats, details) => {
    const { profileId, editing } = bench()
    const row = { dataset: 'm365-usage', workload: 'Intune', association: null } as const
    const customer = { month: '2023-11', tenantId: tenantGuid(2), customerName: null }
    refused(
      () => addRow(editing, { profileId, row: { ...row, ...seats, ...customer } }),
      code,
      details,
    )
  })

  it('of a certification is refused when it expires before it was completed', () => {
    const { profileId, editing } = bench()
    const row: NewRow = {
      ...{
        dataset: 'certifications' as const,
        title: 'SC-100',
        person: 'a@example.com',
        personName: 'A',
      },
      ...{ completed: '2023-05-01', expires: '2023-04-30' },
    }
    refused(() => addRow(editing, { profileId, row }), 'date-invalid', { field: 'expires' })
  })

  it('is stored under a name that no edition knows, with the nearest known one as a hint', () => {
    const { profileId, editing } = bench([editionById('security-2023-12')])
    expect(addRow(editing, { profileId, row: usage({ service: 'Azure Firewal' }) })).toEqual({
      warnings: [{ code: 'unknown-service', name: 'Azure Firewal', nearest: 'Azure Firewall' }],
    })
    expect(addRow(editing, { profileId, row: usage({ service: 'Office chairs' }) })).toEqual({
      warnings: [{ code: 'unknown-service', name: 'Office chairs', nearest: null }],
    })
  })
})

describe('a customer that was renamed', () => {
  it('keeps the name whatever later files say, and has theirs again after an undo', () => {
    const { store, profileId, editing } = bench()
    renameCustomer(editing, { profileId, tenantId: tenantGuid(1), name: ' Harbour  Light ' })
    const newer = { month: '2023-12', tenant: 1, microUsd: 1, tenantName: 'From the file' }
    importFiles(store, profileId, [{ name: 'newer.csv', azure: [newer] }])
    expect(store.customer(profileId, tenantGuid(1))?.name).toBe('Harbour Light')
    undoStep(store, clock)
    expect(store.customer(profileId, tenantGuid(1))?.name).toBe('From the file')
  })

  it('has to be one of the partner', () => {
    const { profileId, editing } = bench()
    const tenantId = tenantGuid(9)
    refused(
      () => {
        renameCustomer(editing, { profileId, tenantId, name: 'X' })
      },
      'customer-not-found',
      { tenantId },
    )
  })
})

describe('the check of a workspace', () => {
  it('finds a change that belongs to no row of its partner', () => {
    const { path, store, profileId, editing, place, values } = bench()
    changeRow(editing, { ...place, change: values() })
    const database = new Database(path)
    const move = database.prepare('UPDATE row_changes SET row_id = 99 WHERE profile_id = ?')
    move.run(profileId)
    database.close()
    const failed = store.verify().checks.filter(({ ok }) => !ok)
    expect(failed.map(({ id }) => id)).toEqual(['changes'])
  })
})
