import { describe, expect, it } from 'vitest'
import type { RowError } from '../../shared/imports'
import { SeventyError } from '../../shared/errors'
import { checkFiles, importFiles } from './import-files'
import { FileSink, type RejectedRows } from './row-batches-sink'
import { azure, faultOf, seats, setUp } from './testing/import-bench'

/** A list of rejects in memory. `unwritable` lets its end fail. */
class List implements RejectedRows {
  readonly lines: string[] = []
  ended = 0

  constructor(private readonly unwritable = false) {}

  begin(path: string, header: readonly string[]): void {
    this.lines.push(`${path.replace(/.*[\\/]/, '')}: ${header.join(' ')}`)
  }

  row(cells: readonly string[], errors: readonly RowError[]): void {
    this.lines.push(
      `${cells[0] ?? ''} ${cells[3] ?? ''}: ${errors.map(({ code }) => code).join(' ')}`,
    )
  }

  end(): void {
    this.ended++
    if (this.unwritable) throw new SeventyError('output-unwritable', 'No place.', { file: 'r.csv' })
  }
}

const mixed = azure([
  ['2023-11', '30'],
  ['2023-13', '12x'],
])
const usageHeader = 'Month CustomerTenantId Service ACR AssociationType'

describe('the rows that an import leaves out', () => {
  it('are listed file by file', () => {
    const rejected = new List()
    const { store } = setUp({ rejected })
    store(
      [
        mixed,
        seats,
        azure([
          ['2023-10', '1'],
          ['', '2'],
        ]),
      ],
      { skipBadRows: true },
    )
    expect(rejected.lines).toEqual([
      `file-1.csv: ${usageHeader}`,
      '2023-13 12x: month-invalid number-invalid',
      'file-2.csv: Date CustomerTenantId Workload PaidSeats MAU AssociationType',
      `file-3.csv: ${usageHeader}`,
      ' 2: value-missing',
    ])
    expect(rejected.ended).toBe(1)
  })

  it('are listed when the import is refused, also those of files behind the one that is unusable', () => {
    const rejected = new List()
    const { store } = setUp({ rejected })
    expect(faultOf(() => store(['', mixed, azure([['x', '1']])])).code).toBe('rows-rejected')
    expect(rejected.lines.filter((line) => line.includes('invalid'))).toEqual([
      '2023-13 12x: month-invalid number-invalid',
      'x 1: month-invalid',
    ])
    expect(rejected.ended).toBe(1)
  })

  it('are listed by a check', () => {
    const rejected = new List()
    const { context, request } = setUp({ rejected })
    checkFiles(context, request([mixed]))
    expect([rejected.lines.length, rejected.ended]).toEqual([2, 1])
  })

  it('keep the import from being stored when their list cannot be saved', () => {
    const { store, bytes } = setUp({ rejected: new List(true) })
    const before = bytes()
    const fault = faultOf(() => store([mixed], { skipBadRows: true }))
    expect(fault).toMatchObject({ code: 'output-unwritable', details: { file: 'r.csv' } })
    expect(bytes()).toEqual(before)
  })

  it('do not hide why the import is refused when their list cannot be saved', () => {
    const { store } = setUp({ rejected: new List(true) })
    const fault = faultOf(() => store([mixed.replace('12x', '1')]))
    expect(fault).toMatchObject({
      code: 'month-invalid',
      details: { row: 3, value: '2023-13', rejects: { code: 'output-unwritable' } },
    })
    expect(fault.message).toMatch(/Nothing was stored\. No place\.$/)
  })
})

describe('a file that fails after its rows began to arrive', () => {
  it('does not keep the files behind it from being checked', () => {
    const { context, request } = setUp()
    let reads = 0
    const intake: typeof context.intake = {
      ...context.intake,
      fingerprint: (path) => context.intake.fingerprint(path),
      read: (...call) => {
        const account = context.intake.read(...call)
        if (++reads === 1) throw new SeventyError('file-changed', 'It changed.', {})
        return account
      },
    }
    const fault = faultOf(() => importFiles({ ...context, intake }, request([seats, mixed])))
    expect(fault.details['files']).toMatchObject([
      { status: 'rejected', errorCounts: { 'file-changed': 1 } },
      { status: 'rejected', errorCounts: { 'month-invalid': 1, 'number-invalid': 1 } },
    ])
  })

  it('passes faults of the program on', () => {
    const { context, request } = setUp()
    const intake = {
      ...context.intake,
      read: () => {
        throw new RangeError('broken')
      },
    }
    expect(() => importFiles({ ...context, intake }, request([seats]))).toThrow(RangeError)
  })
})

describe('a sink', () => {
  it('takes no rows before their header', () => {
    const sink = new FileSink('a.csv', undefined, () => undefined)
    expect(faultOf(() => sink.certifications([]))).toMatchObject({
      code: 'internal',
      details: { file: 'a.csv' },
    })
    sink.begin({ dataset: 'certifications', header: [] })
    sink.certifications([])
  })
})
