import { describe, expect, it } from 'vitest'
import type { WithdrawableImports } from './import-history'
import { eraseImport, listImports, restoreImport, withdrawImport } from './import-history'
import type { WritableLayouts, WritableWorkspace } from './ports'
import { azure, seats, setUp, tenant, trainings } from './testing/import-bench'

/** A partner with two imports: the second replaces the newer of the first one's two months. */
function twoImports() {
  const bench = setUp({ userName: 'ines' })
  bench.store([
    azure([
      ['2023-10', '5'],
      ['2023-11', '7'],
    ]),
    seats,
    trainings,
  ])
  bench.store([azure([['2023-11', '9']])])
  const workspace = bench.context.workspace as WritableWorkspace &
    WritableLayouts &
    WithdrawableImports
  const { profileId } = bench.request([])
  const amounts = () => [...workspace.facts(profileId).azure.microUsd].map((micro) => micro / 1e6)
  const [second = 0, first = 0] = listImports(workspace, profileId).map(({ id }) => id)
  return { ...bench, workspace, clock: bench.context.clock, profileId, amounts, first, second }
}

describe('the history of imports', () => {
  it('tells newest first who imported which files, and which of their months still count', () => {
    const { workspace, profileId, first, second } = twoImports()
    const [newer, older] = listImports(workspace, profileId)
    expect(newer).toMatchObject({
      id: second,
      mode: 'replace',
      importedBy: 'ines',
      withdrawnAt: null,
      files: [{ rowsRead: 1, rowsAccepted: 1, rowsRejected: 0, errorCounts: {}, repeats: null }],
    })
    expect(older?.files.map(({ dataset, months }) => [dataset, months])).toEqual([
      [
        'azure-usage',
        [
          { month: '2023-10', rows: 1, state: 'in-force', replacedBy: [] },
          { month: '2023-11', rows: 1, state: 'replaced', replacedBy: [second] },
        ],
      ],
      ['m365-usage', [{ month: '2023-11', rows: 1, state: 'in-force', replacedBy: [] }]],
      ['certifications', [{ month: null, rows: 1, state: 'in-force', replacedBy: [] }]],
    ])
    expect(older?.id).toBe(first)
  })

  it('says of an undone import that none of it counts, and by which a repeated file is held', () => {
    const { workspace, clock, store, profileId, first, second } = twoImports()
    withdrawImport(workspace, clock, first)
    store([seats])
    expect(listImports(workspace, profileId).at(-1)?.withdrawnAt).toBe(clock.now())
    restoreImport(workspace, clock, first)
    const [third, , old] = listImports(workspace, profileId)
    expect(third?.files).toMatchObject([
      { repeats: first, months: [{ state: 'repeated', replacedBy: [] }] },
    ])
    expect(old?.files[0]?.months.map(({ replacedBy }) => replacedBy)).toEqual([[], [second]])
  })

  it('is of a partner that exists', () => {
    const { workspace } = twoImports()
    expect(() => listImports(workspace, 99)).toThrow(
      expect.objectContaining({ code: 'profile-not-found' }),
    )
  })
})

describe('undoing an import', () => {
  it('brings what it replaced back, and its own again when it comes back', () => {
    const { workspace, clock, amounts, second, profileId } = twoImports()
    expect(amounts()).toEqual([5, 9])
    expect(withdrawImport(workspace, clock, second)).toEqual({ profileId, importId: second })
    expect(amounts()).toEqual([5, 7])
    restoreImport(workspace, clock, second)
    expect(amounts()).toEqual([5, 9])
  })

  it('works for an earlier import too, and lets its files be imported again', () => {
    const { workspace, clock, amounts, first, store } = twoImports()
    withdrawImport(workspace, clock, first)
    expect(amounts()).toEqual([9])
    expect(store([seats]).files).toMatchObject([{ status: 'imported' }])
  })

  it('is written into the audit log with the names of the files', () => {
    const { workspace, clock, second, audited } = { ...twoImports(), audited: [] as unknown[] }
    const audit = workspace.audit.bind(workspace)
    workspace.audit = (entry) => {
      audited.push([entry.action, entry.subject, entry.details])
      audit(entry)
    }
    const files = [expect.stringMatching(/^file-\d\.csv$/)]
    withdrawImport(workspace, clock, second)
    restoreImport(workspace, clock, second)
    withdrawImport(workspace, clock, second)
    eraseImport(workspace, clock, second)
    const details = { importId: second, files }
    expect(audited).toEqual([
      ['import-withdrawn', 'Nordlicht IT', details],
      ['import-restored', 'Nordlicht IT', details],
      ['import-withdrawn', 'Nordlicht IT', details],
      ['import-erased', 'Nordlicht IT', { ...details, rows: 1, tenants: 0, people: 0 }],
    ])
  })

  it.each([
    [
      'import-not-found',
      'an unknown import',
      (bench: ReturnType<typeof twoImports>) => {
        withdrawImport(bench.workspace, bench.clock, 99)
      },
    ],
    [
      'import-withdrawn',
      'the same import twice',
      ({ workspace, clock, first }: ReturnType<typeof twoImports>) => {
        withdrawImport(workspace, clock, first)
        withdrawImport(workspace, clock, first)
      },
    ],
    [
      'import-in-force',
      'bringing back what was not undone',
      ({ workspace, clock, first }: ReturnType<typeof twoImports>) => {
        restoreImport(workspace, clock, first)
      },
    ],
    [
      'import-in-force',
      'erasing what was not undone',
      ({ workspace, clock, first }: ReturnType<typeof twoImports>) => {
        eraseImport(workspace, clock, first)
      },
    ],
  ])('is refused with %s for %s', (code, _what, work) => {
    expect(() => work(twoImports())).toThrow(expect.objectContaining({ code }))
  })
})

describe('erasing an undone import', () => {
  it('takes its rows and whom nobody else names, and leaves a sound workspace', () => {
    const { workspace, clock, first, second, profileId, amounts } = twoImports()
    withdrawImport(workspace, clock, first)
    expect(eraseImport(workspace, clock, first)).toEqual({
      ...{ profileId, importId: first },
      // Its Azure file names both customers; the first of them is in the second import as well.
      ...{ rows: 4, tenants: 1, people: 1 },
    })
    expect(amounts()).toEqual([9])
    expect(listImports(workspace, profileId).map(({ id }) => id)).toEqual([second])
    expect(workspace.facts(profileId).tenants.map(({ id }) => id)).toEqual([tenant(0)])
    expect(workspace.profileState(profileId)).toMatchObject({ tenants: 1, people: 0 })
    expect(workspace.verify()).toMatchObject({ ok: true })
  })
})
