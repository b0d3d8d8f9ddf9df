import { describe, expect, it } from 'vitest'
import { checkFiles, importFiles } from './import-files'
import { azure, faultOf, seats, setUp, trainings } from './testing/import-bench'

const good = azure([
  ['2023-10', '10.5'],
  ['2023-11', '20'],
])
const bad = azure([
  ['2023-11', '30'],
  ['2023-13', '12x'],
])

describe('importing files', () => {
  it('stores several kinds at once and reports each', () => {
    const { store, state, totals, names } = setUp()
    const { files } = store([good, seats, trainings])
    expect(
      files.map(({ dataset, status, rows, months }) => [dataset, status, rows, months]),
    ).toEqual([
      ['azure-usage', 'imported', { read: 2, accepted: 2, rejected: 0 }, ['2023-10', '2023-11']],
      ['m365-usage', 'imported', { read: 1, accepted: 1, rejected: 0 }, ['2023-11']],
      ['certifications', 'imported', { read: 1, accepted: 1, rejected: 0 }, []],
    ])
    expect(state()).toMatchObject({ newestMonth: 2023 * 12 + 10, files: 3, people: 1 })
    expect(totals()).toEqual([10_500_000, 20_000_000])
    expect(names()).toEqual([
      ['file-1.csv', '2023-10', '2023-11'],
      ['file-2.csv', '2023-11'],
      ['file-3.csv'],
    ])
  })

  it('stores nothing of any file when one row of one file is bad', () => {
    const { store, bytes, state } = setUp()
    const before = bytes()
    const fault = faultOf(() => store([good, bad.replace('12x', '1'), trainings]))
    expect(fault.code).toBe('month-invalid')
    expect(fault.details).toMatchObject({
      row: 3,
      column: 'Month',
      value: '2023-13',
      files: [
        { status: 'imported' },
        { status: 'rejected', rows: { read: 2, accepted: 1, rejected: 1 } },
        { status: 'imported', dataset: 'certifications' },
      ],
    })
    expect(bytes()).toEqual(before)
    expect(state()).toMatchObject({ files: 0, tenants: 0, people: 0 })
  })

  it('leaves earlier imports byte for byte as they were when it is refused', () => {
    const { store, bytes, totals } = setUp()
    store([good])
    const before = bytes()
    for (const contents of [[bad], [''], [seats, 'Dear colleague,\n'], [trainings, bad]]) {
      expect(faultOf(() => store(contents)).details['files']).toHaveLength(contents.length)
      expect(bytes()).toEqual(before)
    }
    expect(totals()).toEqual([10_500_000, 20_000_000])
  })

  it('reads the other files to their end when one is unusable, and says what is wrong with each', () => {
    const { request, context } = setUp()
    const wanted = request(['', bad, seats])
    const fault = faultOf(() =>
      importFiles(context, { ...wanted, paths: ['nowhere.csv', ...wanted.paths] }),
    )
    expect(fault.code).toBe('rows-rejected')
    expect(fault.details['files']).toMatchObject([
      { status: 'rejected', sha256: null, errorCounts: { 'file-unreadable': 1 } },
      { status: 'rejected', sha256: null, errorCounts: { 'file-empty': 1 } },
      { status: 'rejected', errorCounts: { 'month-invalid': 1, 'number-invalid': 1 } },
      { status: 'imported', rows: { accepted: 1 } },
    ])
  })

  it('leaves bad rows out when the user says so, and counts them', () => {
    const { store, totals } = setUp()
    const { files } = store([bad], { skipBadRows: true })
    expect(files).toMatchObject([
      {
        status: 'imported',
        rows: { read: 2, accepted: 1, rejected: 1 },
        errorCounts: { 'month-invalid': 1, 'number-invalid': 1 },
      },
    ])
    expect(totals()).toEqual([30_000_000])
  })

  it('refuses a file of nothing but bad rows even so', () => {
    const { store, bytes } = setUp()
    const before = bytes()
    const fault = faultOf(() => store([good, azure([['2023-13', '1']])], { skipBadRows: true }))
    expect(fault).toMatchObject({ code: 'month-invalid', details: { row: 2 } })
    expect(fault.message).not.toContain('leave bad rows out')
    expect(bytes()).toEqual(before)
  })

  it('reads each file the way it was answered for, and the others as all are', () => {
    const { store, facts } = setUp()
    const ambiguous = (acr: string) => azure([['03/04/2023', acr]])
    store([ambiguous('1'), ambiguous('2')], { dateOrder: 'mdy', choices: [{ dateOrder: 'dmy' }] })
    expect(facts().azure.months).toEqual([2023 * 12 + 2, 2023 * 12 + 3])
    expect(Array.from(facts().azure.microUsd)).toEqual([2_000_000, 1_000_000])
  })

  it('needs a profile that is there', () => {
    const { store } = setUp()
    expect(faultOf(() => store([good], { profileId: 99 })).code).toBe('profile-not-found')
  })
})

describe('the same content again', () => {
  it('is recognised by its hash and changes not a byte', () => {
    const { store, bytes } = setUp()
    store([bad, seats], { skipBadRows: true })
    const before = bytes()
    const { files } = store([bad, seats])
    expect(files).toMatchObject([
      { status: 'unchanged', dataset: 'azure-usage', rows: { read: 2, accepted: 1, rejected: 1 } },
      { status: 'unchanged', dataset: 'm365-usage', months: ['2023-11'] },
    ])
    expect(bytes()).toEqual(before)
  })

  it('is stored once when it comes twice in one import', () => {
    const { store, totals, names } = setUp()
    const { files } = store([good, good])
    expect(files).toMatchObject([
      { status: 'imported', rows: { accepted: 2 } },
      { status: 'unchanged', rows: { accepted: 2 }, months: ['2023-10', '2023-11'] },
    ])
    expect(totals()).toEqual([10_500_000, 20_000_000])
    expect(names()).toHaveLength(1)
  })

  it('is refused as often as it comes', () => {
    const { store } = setUp()
    expect(faultOf(() => store([bad, bad])).details['files']).toMatchObject([
      { status: 'rejected', rows: { rejected: 1 } },
      { status: 'rejected', rows: { rejected: 1 } },
    ])
  })

  it('is stored beside new content', () => {
    const { store, state } = setUp()
    store([good])
    expect(store([good, seats]).files.map(({ status }) => status)).toEqual([
      'unchanged',
      'imported',
    ])
    expect(state().files).toBe(2)
  })
})

describe('a newer download', () => {
  const newer = azure([
    ['2023-11', '7'],
    ['2023-12', '8'],
  ])

  it('replaces the months that it covers, and says which', () => {
    const { store, totals, names } = setUp()
    store([good, seats])
    expect(store([newer]).files[0]?.replacedMonths).toEqual(['2023-11'])
    expect(totals()).toEqual([10_500_000, 7_000_000, 8_000_000])
    expect(names()).toEqual([
      ['file-3.csv', '2023-11', '2023-12'],
      ['file-1.csv', '2023-10'],
      ['file-2.csv', '2023-11'],
    ])
  })

  it('adds to them in mode append', () => {
    const { store, totals } = setUp()
    store([good])
    expect(store([newer], { mode: 'append' }).files[0]?.replacedMonths).toEqual([])
    expect(totals().toSorted((one, other) => one - other)).toEqual([
      7_000_000, 8_000_000, 10_500_000, 20_000_000,
    ])
  })
})

describe('checking files', () => {
  it('says what an import would do, and stores nothing', () => {
    const { store, context, request, bytes } = setUp()
    store([good])
    const before = bytes()
    const newer = azure([['2023-11', '7']])
    const { files } = checkFiles(context, request([newer, trainings]))
    expect(files).toMatchObject([
      { status: 'imported', replacedMonths: ['2023-11'] },
      { status: 'imported', dataset: 'certifications' },
    ])
    expect(bytes()).toEqual(before)
  })

  it('reports what is wrong instead of refusing it', () => {
    const { context, request } = setUp()
    const { files } = checkFiles(context, request([good, bad]))
    expect(files.map(({ status, errors }) => [status, errors.length])).toEqual([
      ['imported', 0],
      ['rejected', 2],
    ])
  })
})
