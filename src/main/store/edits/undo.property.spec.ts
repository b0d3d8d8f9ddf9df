import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noOverrides } from '../../../shared/no-overrides'
import { defaultSettings } from '../../../shared/default-settings'
import {
  addRow,
  changeRow,
  renameCustomer,
  renamePartner,
  type RowChange,
} from '../../services/edits/changes'
import { setAnniversary } from '../../services/edits/anniversary'
import { carryOut, redoStep, undoStep } from '../../services/edits/log'
import { chooseEdition } from '../../services/editions'
import { changeAction, createAction, removeAction } from '../../services/engagement/actions'
import { changeNote, createNote, removeNote } from '../../services/engagement/notes'
import { removeSnapshot, renameSnapshot, takeSnapshot } from '../../services/engagement/snapshots'
import { changeScenario, createScenario, removeScenario } from '../../services/scenarios'
import { Scores } from '../../services/scores'
import { changeSettings } from '../../services/settings'
import { addProfile, importFiles, temporaryWorkspace, tenantGuid } from '../test-support'

const clock = { today: () => 19_700, now: () => '2023-12-15T08:00:00.000Z' }

/** Every table but the logs, without what only counts changes. */
function content(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true })
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[]
    const kept = tables.filter((name) => !['steps', 'audit_log', 'sqlite_sequence'].includes(name))
    return Object.fromEntries(
      kept.map((name) => {
        const rows = database.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]
        // An overwritten page may hand out its rows in another order; a set of rows has none.
        const texts = rows.map((row) => JSON.stringify({ ...row, revision: undefined }))
        return [name, texts.sort()]
      }),
    )
  } finally {
    database.close()
  }
}

function bench() {
  const { path, store } = temporaryWorkspace()
  const profileId = addProfile(store)
  importFiles(store, profileId, [
    {
      name: 'usage.csv',
      azure: [
        { month: '2023-10', tenant: 1, microUsd: 5_000_000, association: 'PAL' },
        { month: '2023-10', tenant: 1, microUsd: 7_000_000, association: 'PAL' },
        { month: '2023-10', tenant: 2, microUsd: -3_000_000 },
        { month: '2023-11', tenant: 1, microUsd: 9_000_000, service: 'Key Vault' },
      ],
    },
    {
      name: 'seats.csv',
      seats: [
        { month: '2023-11', tenant: 1, paid: 30, active: 10 },
        { month: '2023-11', tenant: 1, paid: 40, active: 4 },
        { month: '2023-11', tenant: 3, paid: 25, active: 25, association: 'CPOR' },
      ],
    },
    {
      name: 'people.csv',
      certifications: [
        {
          ...{ line: 2, person: 'a@example.com', personName: 'A', title: 'SC-100' },
          ...{ trainingType: null, completed: 19_000, expires: null, activation: 'Active' },
          location: '',
        },
      ],
    },
  ])
  return { path, store, profileId, editing: { workspace: store, clock, editionsOf: () => [] } }
}

const rows = { 'azure-usage': 4, 'm365-usage': 3, certifications: 1 } as const
const association = fc.constantFrom(null, 'PAL', 'CPOR')
const service = fc.constantFrom('Sentinel', 'Key Vault', 'Bastion')
const azure = fc.record({
  dataset: fc.constant('azure-usage' as const),
  service,
  offer: fc.constantFrom(null, 'Trial'),
  association,
  usd: fc.integer({ min: -50_000, max: 500_000 }).map((cents) => cents / 100),
})
const seats = fc.record({
  dataset: fc.constant('m365-usage' as const),
  workload: fc.constantFrom('Intune', 'Defender'),
  association,
  paid: fc.nat(60),
  active: fc.nat(60),
})
const certification = fc.record({
  dataset: fc.constant('certifications' as const),
  title: fc.constantFrom('SC-100', 'AZ-500'),
  completed: fc.constant('2023-01-31'),
  expires: fc.constantFrom(null, '2024-01-31'),
})
const customer = {
  month: fc.constantFrom('2023-11', '2024-01'),
  tenantId: fc.integer({ min: 1, max: 5 }).map(tenantGuid),
  customerName: fc.constantFrom(null, 'Brook Street'),
}
const person = {
  person: fc.constantFrom('a@example.com', 'B@example.com'),
  personName: fc.constantFrom('', 'B'),
}
const newRow = fc.oneof(
  fc.tuple(azure, fc.record(customer)).map(([values, more]) => ({ ...values, ...more })),
  fc.tuple(seats, fc.record(customer)).map(([values, more]) => ({ ...values, ...more })),
  fc.tuple(certification, fc.record(person)).map(([values, more]) => ({ ...values, ...more })),
)
const other = fc.constantFrom<RowChange>({ kind: 'leave-out' }, { kind: 'restore' })
const change = fc.oneof(azure, seats, certification).chain((values) =>
  fc.record({
    dataset: fc.constant(values.dataset),
    row: fc.integer({ min: 1, max: rows[values.dataset] }),
    change: fc.oneof(
      { weight: 2, arbitrary: fc.constant({ kind: 'values' as const, values }) },
      other,
    ),
  }),
)
const name = fc.constantFrom('Brook', 'Harbour', 'Mill Lane')

const action = (title: string) => ({
  ...{ title, owner: '', due: null, points: 1.5, status: 'open' as const, note: '' },
  origin: { lever: null, metric: null, stream: null, subject: null },
})

type Bench = ReturnType<typeof bench>
type Act = (bench: Bench) => unknown
const act: fc.Arbitrary<Act> = fc.oneof(
  newRow.map(
    (row): Act =>
      ({ editing, profileId }) =>
        addRow(editing, { profileId, row }),
  ),
  {
    weight: 3,
    arbitrary: change.map(
      (wanted): Act =>
        ({ editing, profileId }) =>
          changeRow(editing, { profileId, ...wanted }),
    ),
  },
  fc.tuple(fc.integer({ min: 1, max: 3 }), name).map(
    ([tenant, to]): Act =>
      ({ editing, profileId }) =>
        renameCustomer(editing, { profileId, tenantId: tenantGuid(tenant), name: to }),
  ),
  name.map(
    (to): Act =>
      ({ editing, profileId }) =>
        renamePartner(editing, { profileId, name: to }),
  ),
  name.map(
    (firm): Act =>
      ({ store }) =>
        changeSettings(store, clock, { firm }),
  ),
  fc.option(fc.nat(9)).map((people): Act => ({ store, profileId }) => {
    const steps = [{ metricId: 'deployments' as const, step: 'step-1', people: people ?? 0 }]
    const totals = { editions: [{ edition: 'security-2023-12', streams: [], steps }] }
    const state = people === null ? null : { at: clock.now(), who: 'ada', totals }
    store.transaction(() => {
      carryOut(
        store,
        clock,
        { profileId, label: 'totals-typed', values: {} },
        { kind: 'totals', profileId, state },
      )
    })
  }),
  fc.constantFrom(null, 'security-2023-12', 'security-2023-06').map(
    (edition): Act =>
      ({ store, profileId }) =>
        chooseEdition(store, clock, { profileId, edition }),
  ),
  fc
    .tuple(name, fc.constantFrom('create', 'change', 'remove'))
    .map(([named, how]): Act => ({ store, profileId }) => {
      const known = store.scenarioByName(profileId, named)
      if (!known)
        return createScenario(store, clock, { profileId, name: named, overrides: noOverrides })
      if (how === 'remove') return removeScenario(store, clock, known.id)
      return changeScenario(store, clock, { scenarioId: known.id, name: `${named} ` })
    }),
  fc
    .tuple(name, fc.constantFrom('create', 'change', 'move', 'remove'))
    .map(([title, how]): Act => ({ store, profileId }) => {
      const known = store.engagement.actions(profileId).at(-1)
      if (!known || how === 'create')
        return createAction(store, clock, { profileId, ...action(title) })
      if (how === 'remove') return removeAction(store, clock, known.id)
      const change = how === 'move' ? { status: 'done' as const } : { title, due: '2024-03-01' }
      return changeAction(store, clock, { actionId: known.id, change })
    }),
  fc
    .tuple(name, fc.constantFrom('create', 'change', 'remove'))
    .map(([text, how]): Act => ({ store, profileId }) => {
      const known = store.engagement.notes(profileId).at(0)
      const about = { kind: 'customer', tenantId: tenantGuid(1) } as const
      if (!known || how === 'create') return createNote(store, clock, { profileId, about, text })
      if (how === 'remove') return removeNote(store, clock, known.id)
      return changeNote(store, clock, { noteId: known.id, text })
    }),
  fc.constantFrom(null, 3, 12).map(
    (month): Act =>
      ({ editing, profileId }) =>
        setAnniversary(editing, { profileId, month }),
  ),
  fc
    .tuple(name, fc.constantFrom('take', 'rename', 'remove'))
    .map(([named, how]): Act => ({ store, profileId }) => {
      const writing = { workspace: store, clock }
      const known = store.engagement.snapshots(profileId).at(0)
      if (!known || how === 'take') {
        const scores = new Scores(store, clock)
        return takeSnapshot({ ...writing, scores }, { profileId, asOf: '2023-12-15', name: named })
      }
      if (how === 'remove') return removeSnapshot(writing, known.id)
      return renameSnapshot(writing, { snapshotId: known.id, name: named })
    }),
)

/** Takes steps until there is none, and says how many they were. */
function all(step: () => unknown): number {
  for (let count = 0; ; count++) {
    try {
      step()
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^nothing-to-/) as string })
      return count
    }
  }
}

describe('the log of changes by hand', () => {
  it('takes any sequence of changes back to exactly what was, and makes exactly the same again', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const made = bench()
        const before = content(made.path)
        for (const each of acts) each(made)
        const after = content(made.path)
        expect(made.store.verify()).toMatchObject({ ok: true })
        const undone = all(() => undoStep(made.store, clock))
        expect(content(made.path)).toEqual(before)
        expect(all(() => redoStep(made.store, clock))).toBe(undone)
        expect(content(made.path)).toEqual(after)
        expect(made.store.verify()).toMatchObject({ ok: true })
        made.store.close()
      }),
      { numRuns: 8 },
    )
  })

  it('starts from settings that were never chosen', () => {
    const { store } = bench()
    changeSettings(store, clock, { firm: 'Brook' })
    undoStep(store, clock)
    expect(store.setting('settings')).toBeUndefined()
    redoStep(store, clock)
    expect(store.setting('settings')).toEqual({ ...defaultSettings, firm: 'Brook' })
  })
})
