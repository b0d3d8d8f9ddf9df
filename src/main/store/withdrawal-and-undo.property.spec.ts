import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { addRow, changeRow, renameCustomer } from '../services/edits/changes'
import { redoStep, undoStep } from '../services/edits/log'
import { eraseImport, restoreImport, withdrawImport } from '../services/import-history'
import { addProfile, importFiles, temporaryWorkspace, tenantGuid } from './test-support'

const clock = { today: () => 19_700, now: () => '2023-12-15T08:00:00.000Z' }

function bench() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  let files = 0
  const usage = (tenant: number, dollars: number) =>
    importFiles(store, profileId, [
      {
        name: `${String(++files)}.csv`,
        azure: [{ month: '2023-11', tenant, microUsd: dollars * 1_000_000, association: 'PAL' }],
      },
    ])
  usage(1, 5)
  return { store, profileId, usage, editing: { workspace: store, clock, editionsOf: () => [] } }
}

type Bench = ReturnType<typeof bench>
type Act = (bench: Bench) => unknown

/** The import with this number among those of files, newest first; nothing where there are fewer. */
const onImport = (turn: (bench: Bench, id: number) => unknown) =>
  fc.nat(3).map((place): Act => (made) => {
    const entry = made.store.importHistory(made.profileId)[place]
    return entry && turn(made, entry.id)
  })

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 99 })).map(
    ([tenant, dollars]): Act =>
      ({ usage }) =>
        usage(tenant, dollars),
  ),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 99 })).map(
    ([tenant, usd]): Act =>
      ({ editing, profileId }) =>
        addRow(editing, {
          profileId,
          row: {
            ...{
              dataset: 'azure-usage',
              service: 'Sentinel',
              offer: null,
              association: 'PAL',
              usd,
            },
            ...{ month: '2023-11', tenantId: tenantGuid(tenant), customerName: 'By hand' },
          },
        }),
  ),
  fc.integer({ min: 1, max: 4 }).map(
    (row): Act =>
      ({ editing, profileId }) =>
        changeRow(editing, {
          profileId,
          dataset: 'azure-usage',
          row,
          change: { kind: 'leave-out' },
        }),
  ),
  fc.integer({ min: 1, max: 3 }).map(
    (tenant): Act =>
      ({ editing, profileId }) =>
        renameCustomer(editing, { profileId, tenantId: tenantGuid(tenant), name: 'Renamed' }),
  ),
  onImport(({ store }, id) => withdrawImport(store, clock, id)),
  onImport(({ store }, id) => restoreImport(store, clock, id)),
  onImport(({ store }, id) => eraseImport(store, clock, id)),
  fc.constant<Act>(({ store }) => undoStep(store, clock)),
  fc.constant<Act>(({ store }) => redoStep(store, clock)),
)

/** What may be refused because of what was done before. */
const refusals = [
  ...['nothing-to-undo', 'nothing-to-redo', 'import-in-force', 'import-withdrawn'],
  ...['row-not-found', 'customer-not-found'],
]

describe('imports taken back and changes by hand in any order', () => {
  it('leave a workspace that is sound after every one of them', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) => {
        const made = bench()
        for (const each of acts) {
          try {
            each(made)
          } catch (error) {
            if (!(error instanceof SeventyError)) throw error
            expect(refusals).toContain(error.code)
          }
          expect(made.store.verify().checks.filter(({ ok }) => !ok)).toEqual([])
          made.store.facts(made.profileId)
        }
        made.store.close()
      }),
      { numRuns: Number(process.env['RUNS'] ?? 8) },
    )
  })

  it('let what is erased be neither undone nor brought back', () => {
    const { store, profileId, editing } = bench()
    changeRow(editing, { profileId, dataset: 'azure-usage', row: 1, change: { kind: 'leave-out' } })
    withdrawImport(store, clock, 1)
    eraseImport(store, clock, 1)
    expect(store.nextUndo()).toBeUndefined()
    expect(store.verify()).toMatchObject({ ok: true })
    expect(store.facts(profileId).tenants).toEqual([])
  })
})
