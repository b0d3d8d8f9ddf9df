import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WriteConnection } from './connection'
import { AT, addProfile, azureLines, importFiles, temporaryWorkspace } from './test-support'
import type { WritableStore } from './writable-store'

const person = {
  line: 2,
  person: 'mira@halden.example',
  personName: 'Mira Sand',
  title: 'SC-100',
  trainingType: 'Certification',
  completed: 19_000,
  expires: null,
  activation: 'Active',
  location: '1001',
}

function fill(store: WritableStore, profileId: number, mark: string): void {
  importFiles(store, profileId, [
    {
      name: `${mark}-azure.csv`,
      azure: [
        {
          month: '2023-11',
          tenant: 1,
          microUsd: 5,
          service: `${mark} service`,
          tenantName: `${mark} tenant`,
        },
      ],
    },
    { name: `${mark}-seats.csv`, seats: [{ month: '2023-11', tenant: 1, paid: 30, active: 10 }] },
    { name: `${mark}-people.csv`, certifications: [{ ...person, personName: `${mark} person` }] },
  ])
  // A second import, so that a superseded slice is there too.
  importFiles(store, profileId, [
    {
      name: `${mark}-again.csv`,
      azure: [{ month: '2023-11', tenant: 1, microUsd: 7, service: `${mark} service` }],
    },
  ])
}

describe('profiles', () => {
  it('are found by name whatever its case, width and white space', () => {
    const { store } = temporaryWorkspace()
    const id = addProfile(store, '  Straße  Özil ')
    for (const name of ['straße özil', 'STRASSE ÖZIL', 'Straße\tO\u0308zil']) {
      expect(store.profileByName(name)?.id).toBe(id)
    }
    expect(store.profileById(id)?.name).toBe('Straße  Özil')
    expect(store.profileByName('Strase Özil')).toBeUndefined()
  })

  it('have names that no other one has', () => {
    const { store } = temporaryWorkspace()
    addProfile(store, 'Ærø Systems')
    expect(() => addProfile(store, 'ÆRØ systems')).toThrow(
      expect.objectContaining({ code: 'profile-exists' }),
    )
    expect(store.profiles()).toHaveLength(1)
  })

  it('need a name', () => {
    const { store } = temporaryWorkspace()
    for (const name of ['', '  ', 'x'.repeat(121)]) {
      expect(() => addProfile(store, name)).toThrow(
        expect.objectContaining({ code: 'profile-name-invalid' }),
      )
    }
  })

  it('take the first colour that is free, then the one used least', () => {
    const { store } = temporaryWorkspace()
    const ids = Array.from({ length: 13 }, (_, index) => addProfile(store, `Partner ${index}`))
    const colours = ids.map((id) => store.profileById(id)?.colour)
    expect(colours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0])
    store.transaction(() => store.removeProfile(ids[4] ?? 0))
    expect(store.profileById(addProfile(store, 'Late'))?.colour).toBe(4)
  })

  it('keep what they were given', () => {
    const { store } = temporaryWorkspace()
    const added = store.transaction(() =>
      store.addProfile({ name: 'Arven', mpnId: '42', sample: true }, AT),
    )
    expect(store.profiles()).toEqual([added])
    expect(added).toEqual({
      id: added.id,
      name: 'Arven',
      mpnId: '42',
      colour: 0,
      sample: true,
      createdAt: AT,
    })
  })

  it('that do not exist are named as such', () => {
    const { store } = temporaryWorkspace()
    const missing = expect.objectContaining({ code: 'profile-not-found' })
    expect(() => store.facts(7)).toThrow(missing)
    expect(() => store.profileState(7)).toThrow(missing)
    expect(() => store.revision(7)).toThrow(missing)
    expect(() => store.transaction(() => store.removeProfile(7))).toThrow(missing)
    expect(() => store.transaction(() => store.beginImport(7, 'append', AT))).toThrow(missing)
  })
})

describe('removing a profile', () => {
  it('leaves no trace of it in any table or page, and the others as they were', () => {
    const { path, store } = temporaryWorkspace()
    const kept = addProfile(store, 'Kept')
    const removed = addProfile(store, 'Removed')
    fill(store, kept, 'kept')
    fill(store, removed, 'vanishing')
    const before = azureLines(store, kept)
    store.transaction(() => store.removeProfile(removed))
    expect(store.profileById(removed)).toBeUndefined()
    expect(azureLines(store, kept)).toEqual(before)
    expect(store.verify()).toMatchObject({ ok: true })
    store.close()
    const bytes = readFileSync(path)
    expect(bytes.includes('kept tenant')).toBe(true)
    expect(bytes.includes('vanishing')).toBe(false)
    expect(bytes.includes('Removed')).toBe(false)
  })

  it('is taken back with its transaction', () => {
    const { store } = temporaryWorkspace()
    const id = addProfile(store)
    fill(store, id, 'kept')
    const before = azureLines(store, id)
    expect(() =>
      store.transaction(() => {
        store.removeProfile(id)
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(azureLines(store, id)).toEqual(before)
  })

  it('never gives its number to another profile', () => {
    const { store } = temporaryWorkspace()
    const id = addProfile(store)
    store.transaction(() => store.removeProfile(id))
    expect(addProfile(store)).toBeGreaterThan(id)
  })
})

describe('settings and audit log', () => {
  it('keep any JSON value under a key', () => {
    const { store } = temporaryWorkspace()
    expect(store.setting('firm')).toBeUndefined()
    store.transaction(() => store.setSetting('firm', { name: 'Halden', pages: [1, 2] }))
    store.transaction(() => store.setSetting('firm', { name: 'Arven', pages: null }))
    expect(store.setting('firm')).toEqual({ name: 'Arven', pages: null })
  })

  it('keep an entry that nobody can change or remove', () => {
    const { path, store } = temporaryWorkspace()
    store.transaction(() =>
      store.audit({ at: AT, action: 'import', subject: 'Arven', details: { files: 1 } }),
    )
    const connection = new WriteConnection(path, {})
    onTestFinished(() => connection.close())
    for (const sql of ['DELETE FROM audit_log', "UPDATE audit_log SET subject = 'x'"]) {
      expect(() => connection.transaction(() => connection.run(sql))).toThrow('append-only')
    }
    expect(connection.all('SELECT action, subject, details FROM audit_log')).toEqual([
      { action: 'import', subject: 'Arven', details: '{"files":1}' },
    ])
  })
})
