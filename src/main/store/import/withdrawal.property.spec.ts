import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportMode } from '../../../shared/imports'
import { expectPreparedLike } from '../../scoring/testing/stored-facts'
import {
  addProfile,
  AT,
  azureLines,
  hashOf,
  importFiles,
  seatLines,
  storedImport,
  temporaryWorkspace,
  type TestFile,
} from '../test-support'
import type { WritableStore } from '../writable-store'

const month = fc.constantFrom('2023-10', '2023-11')
const location = fc.constantFrom('1001', '1002')
const tenant = fc.integer({ min: 1, max: 3 })

/** What a file may hold; its number makes its name and with it its content. */
const content = fc.oneof(
  fc.record({
    azure: fc.array(
      fc.record({
        month,
        location,
        tenant,
        microUsd: fc.integer({ min: -9, max: 99 }),
        tenantName: fc.constantFrom(null, 'Halden', 'Arven', 'Skog'),
      }),
      { maxLength: 5 },
    ),
  }),
  fc.record({
    seats: fc.array(fc.record({ month, location, tenant, paid: fc.nat(9), active: fc.nat(9) }), {
      maxLength: 4,
    }),
  }),
  fc.record({
    certifications: fc.array(
      fc.record({
        line: fc.constant(2),
        person: fc.constantFrom('mira@halden.example', 'tove@halden.example'),
        personName: fc.constantFrom('', 'Mira', 'Tove', 'T. Sand'),
        title: fc.constantFrom('SC-100', 'AZ-104'),
        trainingType: fc.constant(null),
        completed: fc.constant(19_000),
        expires: fc.constant(null),
        activation: fc.constant(null),
        location,
      }),
      { maxLength: 3 },
    ),
  }),
)

const imported = fc.record({
  mode: fc.constantFrom('replace' as const, 'append' as const),
  /** Of the pool: the same file comes again and again. */
  files: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ import: imported }) },
  { weight: 4, arbitrary: fc.record({ turn: fc.nat(9) }) },
)

interface Done {
  readonly id: number
  readonly mode: ImportMode
  /** Those that it stored: a file in force already is no part of an import. */
  readonly files: readonly TestFile[]
  withdrawn: boolean
}

/** As an import does it: files in force already are left out, and an import of nothing is none. */
function importInto(
  store: WritableStore,
  profile: number,
  { mode, files }: Pick<Done, 'mode' | 'files'>,
): Done | undefined {
  const fresh = files.filter(({ name }) => !store.hasFile(profile, hashOf(name)))
  if (fresh.length === 0) return undefined
  importFiles(store, profile, fresh, mode)
  const [newest] = store.importHistory(profile)
  return newest && { id: newest.id, mode, files: fresh, withdrawn: false }
}

function stateOf(store: WritableStore, profile: number, pool: readonly TestFile[]) {
  const { tenants, certifications } = store.facts(profile)
  const { files: _, ...state } = store.profileState(profile)
  return {
    azure: azureLines(store, profile),
    seats: seatLines(store, profile),
    tenants: tenants.map((each) => JSON.stringify(each)).sort(),
    certified: certifications.imported,
    certifications: certifications.rows.map((row) => JSON.stringify(row)).sort(),
    state,
    held: pool.map(({ name }) => store.hasFile(profile, hashOf(name))),
  }
}

describe('an undone import', () => {
  it('is as if it had never been, and brought back as if it had always been, whatever else was imported', () => {
    const { store } = temporaryWorkspace()
    let run = 0
    fc.assert(
      fc.property(
        fc.array(content, { minLength: 5, maxLength: 5 }),
        fc.array(step, { minLength: 2, maxLength: 9 }),
        (contents, steps) => {
          run++
          const pool = contents.map((each, number): TestFile => ({
            ...each,
            name: `${number}.csv`,
          }))
          const profile = addProfile(store, `Partner ${run}`)
          const done: Done[] = []
          for (const each of steps) {
            if ('import' in each) {
              const files = each.import.files.flatMap((number) => pool[number] ?? [])
              const added = importInto(store, profile, { ...each.import, files })
              if (added) done.push(added)
              continue
            }
            const turned = done[each.turn % Math.max(1, done.length)]
            if (!turned) continue
            turned.withdrawn = !turned.withdrawn
            const before = store.revision(profile)
            store.transaction(() =>
              store.withdrawImport(storedImport(store, turned.id), turned.withdrawn ? AT : null),
            )
            expect(store.revision(profile)).toBeGreaterThan(before)
          }
          const other = addProfile(store, `Partner ${run} anew`)
          for (const each of done) if (!each.withdrawn) importInto(store, other, each)
          expect(stateOf(store, profile, pool)).toEqual(stateOf(store, other, pool))
          store.stored(profile, (partner) => expectPreparedLike(partner, store.facts(profile)))
        },
      ),
      { numRuns: 60 },
    )
    expect(store.verify()).toMatchObject({ ok: true })
  })
})
