import fc from 'fast-check'
import { noOverrides } from '../../shared/no-overrides'
import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../shared/api'
import { contract, type ProcedureName } from '../../shared/contract'
import { handleProcedure, type Handlers } from './handle'

/** Every procedure against a page that was taken over: whatever it sends, it gets a typed refusal. */

const names = Object.keys(contract) as ProcedureName[]

/** One procedure whose handler notes what reached it, and the channel that main would open for it. */
function open(name: ProcedureName) {
  const reached = vi.fn((_input: unknown) => ({}))
  const onFault = vi.fn()
  const opened: { call?: (event: string, input: unknown) => Promise<Reply<unknown>> } = {}
  handleProcedure<ProcedureName, string>(name, { [name]: reached } as unknown as Handlers, {
    listen: (_channel, listener) => (opened.call = listener),
    isTrusted: () => true,
    callerOf: () => ({ send: () => undefined }),
    checkOutput: false,
    onFault,
  })
  const call = (input: unknown) => {
    if (!opened.call) throw new Error(`${name} was not opened.`)
    return opened.call('event', input)
  }
  return { call, reached, onFault }
}

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
const importing = { profileId: 1, files: [uuid], mode: 'replace', skipBadRows: false }
const score = { profileId: 1, asOf: '2023-12-15', edition: 'security-2023-12' }

const view = {
  ...{ columns: ['month', 'amount'], search: 'a', sort: null },
  filters: [{ kind: 'number', column: 'amount', atLeast: 5 }],
}
const browsing = {
  ...{ profileId: 1, asOf: '2023-12-15', table: 'customers', search: '' },
  filters: [{ kind: 'flag', column: 'addsAzure', is: true }],
}

const typedIn = {
  ...{ dataset: 'azure-usage', service: 'Sentinel', offer: null, association: 'PAL', usd: 12.5 },
  ...{ month: '2023-11', tenantId: uuid, customerName: null },
}

const action = {
  ...{ title: 'Fix associations', owner: 'Ada', due: '2024-02-01', points: 2.5, status: 'open' },
  ...{ note: '', origin: { lever: 'association', metric: null, stream: 'azure', subject: null } },
}

const totals = {
  edition: 'security-2023-12',
  streams: [{ metricId: 'usage-growth', stream: 'azure', current: 12.5, previous: 3 }],
  steps: [{ metricId: 'intermediate-certifications', step: 'step-1', people: 2 }],
}

/** An input that fits, for each procedure: what the attacks below start from. */
const fitting: Readonly<Record<ProcedureName, Readonly<Record<string, unknown>>>> = {
  'app.info': {},
  'app.ping': {},
  'files.choose': {},
  'files.describe': { tokens: [uuid] },
  'profiles.list': {},
  'profiles.add': { name: 'Acme', mpnId: '77' },
  'profiles.remove': { profileId: 1 },
  'portfolio.list': {},
  'score.get': { ...score, readings: { seatScope: 'tenant' } },
  'score.metric': { ...score, metricId: 'deployments' },
  'score.trend': { ...score, from: '2023-01', to: '2023-12' },
  'score.plan': {
    profileId: 1,
    by: '2024-06-01',
    settings: { effort: { renewal: 0.5 }, limit: { 'azure-growth': 3 } },
  },
  'score.changes': {
    ...{ profileId: 1, from: '2023-11-15', to: '2023-12-15', edition: 'security-2023-12' },
    ...{ readings: { seatScope: 'tenant' }, limit: 6 },
  },
  'score.explanation': { ...score, metricId: 'deployments' },
  'score.omissions': { ...score, metricId: 'deployments', section: 'azure' },
  'score.rows': {
    ...{ ...score, metricId: 'deployments', section: 'azure' },
    ...{ subject: uuid, scope: 'all', after: 3, limit: 6 },
  },
  'score.forecast': { ...score, months: 6, usage: 'none', limit: 5 },
  'score.alerts': score,
  'scenarios.list': { profileId: 1 },
  'scenarios.choices': { ...score, search: 'a', limit: 20 },
  'scenarios.compare': { ...score, scenarios: [noOverrides] },
  'scenarios.create': { profileId: 1, name: 'More seats', overrides: noOverrides },
  'scenarios.change': { scenarioId: 1, name: 'More', overrides: noOverrides },
  'scenarios.duplicate': { scenarioId: 1 },
  'scenarios.remove': { scenarioId: 1 },
  'imports.list': { profileId: 1 },
  'imports.check': { ...importing, dateOrder: 'dmy' },
  'imports.commit': importing,
  'imports.inspect': {
    files: [uuid],
    choices: [{ decimal: ',', mapping: { dataset: 'azure-usage', columns: { acr: 3 } } }],
  },
  'layouts.list': {},
  'layouts.remove': { fingerprint: 'a'.repeat(64) },
  'layouts.export': {},
  'layouts.import': { files: [uuid] },
  'locations.list': { profileId: 1 },
  'imports.rejects': importing,
  'imports.history': { profileId: 1 },
  'imports.withdraw': { importId: 1 },
  'imports.restore': { importId: 1 },
  'imports.erase': { importId: 1 },
  'names.list': {},
  'names.treat': { kind: 'service', name: 'Key Valt', treatAs: 'Key Vault' },
  'names.forget': { kind: 'service', name: 'Key Valt' },
  'sample.create': {},
  'reports.model': { profileId: 1, asOf: '2023-12-15', pageSize: 'A4' },
  'reports.printing': {},
  'reports.export': { profileId: 1, pageSize: 'Letter', format: 'pdf' },
  'editions.list': {},
  'editions.get': { id: 'security-2023-12' },
  'editions.compare': { left: 'security-2023-06', right: 'security-2023-12' },
  'editions.check': { files: [uuid] },
  'editions.add': { files: [uuid] },
  'editions.remove': { id: 'my-edition' },
  'editions.choose': { profileId: 1, edition: 'security-2023-12' },
  'data.page': { ...browsing, sort: null, offset: 0, limit: 500 },
  'data.totals': browsing,
  'data.facets': browsing,
  'data.export': {
    ...{ ...browsing, sort: { column: 'acr', descending: true } },
    ...{ columns: ['customer', 'acr'], format: 'csv' },
  },
  'views.list': { profileId: 1, table: 'azure' },
  'views.create': { profileId: 1, table: 'azure', name: 'Large ones', view },
  'views.change': { viewId: 1, name: 'Largest', view },
  'views.remove': { viewId: 1 },
  'views.remember': { profileId: 1, table: 'azure', view },
  'plans.get': { profileId: 1 },
  'plans.set': {
    profileId: 1,
    settings: { effort: { renewal: 0.5 }, limit: { 'azure-growth': 3 } },
  },
  'actions.list': { profileId: 1 },
  'actions.create': { profileId: 1, ...action },
  'actions.change': { actionId: 1, change: { status: 'done', due: null } },
  'actions.remove': { actionId: 1 },
  'notes.list': { profileId: 1, about: { kind: 'customer', tenantId: uuid } },
  'notes.create': { profileId: 1, text: 'Asked for CPOR', about: { kind: 'partner' } },
  'notes.change': { noteId: 1, text: 'Asked again' },
  'notes.remove': { noteId: 1 },
  'snapshots.list': { profileId: 1 },
  'snapshots.take': { profileId: 1, asOf: '2023-12-15', name: 'Before the review' },
  'snapshots.rename': { snapshotId: 1, name: 'Review' },
  'snapshots.remove': { snapshotId: 1 },
  'edits.steps': {},
  'edits.undo': { stepId: 3 },
  'edits.redo': { stepId: 3 },
  'edits.row': { profileId: 1, dataset: 'azure-usage', row: 7 },
  'edits.names': { profileId: 1 },
  'edits.add': { profileId: 1, row: typedIn },
  'edits.change': {
    ...{ profileId: 1, dataset: 'm365-usage', row: 7 },
    change: {
      kind: 'values',
      values: { dataset: 'm365-usage', workload: 'Intune', association: null, paid: 30, active: 9 },
    },
  },
  'edits.rename': { profileId: 1, tenantId: uuid, name: 'Brook Street' },
  'edits.anniversary': { profileId: 1, month: 6 },
  'edits.partner': { profileId: 1, name: 'Acme' },
  'manual.get': { profileId: 1 },
  'manual.set': { profileId: 1, totals: { editions: [totals] } },
  'manual.clear': { profileId: 1 },
  'settings.get': {},
  'settings.set': { appearance: 'dark', firm: 'Brook', pageSize: 'A4' },
  'jobs.cancel': { jobId: uuid },
}

const huge = 'x'.repeat(1_000_000)

/** Values that no field of any procedure takes. */
const hostile: readonly unknown[] = [
  ...[NaN, Infinity, -Infinity, -1, 0, -0.5, 1.5, 2 ** 53, 10n, Symbol('s')],
  ...[{}, { toString: () => 'dmy' }, new Date(0), new Map(), new Uint8Array(4), /x/, () => 1],
  ...[huge, '../../etc/passwd', '__proto__', 'constructor', '2023-02-30', '\u0000'],
  ...[[], [[]], [null], [huge], Array.from({ length: 201 }, () => uuid)],
]

/** Keys that a careless merge would take for more than keys. */
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'path', 'paths', '']

/** An object as it arrives by structured clone: `__proto__` is a key of its own like any other. */
function withKey(input: object, key: string, value: unknown): object {
  const copy = { ...input }
  const enumerable = { value, enumerable: true, configurable: true, writable: true }
  return Object.defineProperty(copy, key, enumerable)
}

function expectRefusal(reply: Reply<unknown>, name: ProcedureName): void {
  expect(reply).toEqual({
    ok: false,
    error: {
      code: 'input-invalid',
      message: expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')}: `)) as string,
      details: {
        procedure: name,
        issues: expect.arrayContaining([
          { path: expect.any(String) as string, message: expect.any(String) as string },
        ]) as unknown[],
      },
    },
  })
  expect(() => structuredClone(reply)).not.toThrow()
}

describe.each(names)('%s', (name) => {
  it('lets an input through that fits', async () => {
    const { call, reached } = open(name)
    expect(await call(fitting[name])).toEqual({ ok: true, value: {} })
    expect(reached).toHaveBeenCalledOnce()
  })

  it.each([undefined, null, true, 7, NaN, 'text', huge, [[]], [{}]])(
    'refuses what is no object at all (case %#)',
    async (input) => {
      const { call, reached, onFault } = open(name)
      expectRefusal(await call(input), name)
      expect([reached.mock.calls, onFault.mock.calls]).toEqual([[], []])
    },
  )

  it.each(keys)('lets no surplus key "%s" through, and no prototype changes', async (key) => {
    const { call, reached } = open(name)
    const reply = await call(withKey(fitting[name], key, { polluted: true }))
    expectRefusal(reply, name)
    expect(reached).not.toHaveBeenCalled()
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  it('refuses or reads every hostile value in every field, and never fails itself', async () => {
    const { call, reached, onFault } = open(name)
    for (const field of Object.keys(fitting[name])) {
      for (const value of hostile) {
        reached.mockClear()
        const input = { ...fitting[name], [field]: value }
        const reply = await call(input)
        const fits = contract[name].input.safeParse(input).success
        expect([field, reply.ok, reached.mock.calls.length]).toEqual([field, fits, fits ? 1 : 0])
        if (!fits) expectRefusal(reply, name)
      }
    }
    expect(onFault).not.toHaveBeenCalled()
  })

  it('answers any mutation of a fitting input with a value or a typed refusal', async () => {
    const { call, onFault } = open(name)
    const field = fc.constantFrom(...Object.keys(fitting[name]), ...keys, 'profileId', 'files')
    const value = fc.oneof(fc.anything({ withBigInt: true }), fc.constantFrom(...hostile))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, value), { minLength: 1 }), async (changes) => {
        const input = changes.reduce<object>(
          (changed, [key, given]) => withKey(changed, key, given),
          fitting[name],
        )
        const reply = await call(input)
        if (!reply.ok) expectRefusal(reply, name)
      }),
      { numRuns: 60 },
    )
    expect(onFault).not.toHaveBeenCalled()
  })
})

describe('ids of partners', () => {
  const takers = names.filter((name) => 'profileId' in fitting[name])

  it.each(takers)('are positive whole numbers for %s', async (name) => {
    const { call } = open(name)
    for (const profileId of [-1, 0, 1.5, NaN, Infinity, 2 ** 53, '1', null, undefined, [1]])
      expectRefusal(await call({ ...fitting[name], profileId }), name)
    expect((await call({ ...fitting[name], profileId: Number.MAX_SAFE_INTEGER })).ok).toBe(true)
  })
})

describe('files', () => {
  it.each(['imports.check', 'imports.commit', 'imports.rejects'] as const)(
    'are named by token for %s, never by path, and at most two hundred at a time',
    async (name) => {
      const { call } = open(name)
      const files = (count: number) => Array.from({ length: count }, () => uuid)
      for (const given of [[], files(201), ['/etc/passwd'], ['C:\\usage.csv'], [''], uuid])
        expectRefusal(await call({ ...fitting[name], files: given }), name)
      expect((await call({ ...fitting[name], files: files(200) })).ok).toBe(true)
    },
  )
})
