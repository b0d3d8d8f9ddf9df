import { describe, expect, it } from 'vitest'
import type { BrowseCell, BrowseFilter } from '../../../shared/browse'
import { SeventyError } from '../../../shared/errors'
import { cellTest, checkQuery } from './conditions'

const column = 'c'
const cases: readonly (readonly [BrowseFilter, readonly BrowseCell[], readonly BrowseCell[]])[] = [
  [
    { kind: 'text', column, match: 'contains', text: 'STRASSE' },
    ['Hauptstrasse 1'],
    ['Allee', null, 3],
  ],
  [{ kind: 'text', column, match: 'contains', text: 'ﬁ' }, ['Fidelis'], ['Delis']],
  [{ kind: 'text', column, match: 'equals', text: ' acme ' }, ['ACME'], ['Acme Ltd', null]],
  [{ kind: 'number', column, atLeast: 2, atMost: 3 }, [2, 3], [1.999999, 3.000001, null, '2']],
  [{ kind: 'number', column, atMost: 0 }, [-5, 0], [0.01, null]],
  [
    { kind: 'months', column, from: '2023-02', to: '2023-03' },
    ['2023-02', '2023-03'],
    ['2023-01', '2023-04', null],
  ],
  [{ kind: 'months', column, from: '2023-02' }, ['2030-01'], ['2023-01']],
  [{ kind: 'flag', column, is: false }, [false], [true, null]],
  [{ kind: 'list', column, values: ['a', null] }, ['a', null, []], ['b', ['b']]],
  [{ kind: 'list', column, values: ['a'] }, [['b', 'a']], [[], null]],
]

describe('a condition', () => {
  it.each(cases)('%j takes what fits and nothing else', (filter, fitting, others) => {
    const test = cellTest(filter)
    expect(fitting.filter((cell) => !test(cell))).toEqual([])
    expect(others.filter(test)).toEqual([])
  })

  const query = { profileId: 1, table: 'azure', search: '', filters: [], sort: null } as const
  it.each([
    [
      { filters: [{ kind: 'flag', column: 'held', is: true }] },
      'Column "held" of the table azure is not there.',
    ],
    [
      { filters: [{ kind: 'flag', column: 'amount', is: true }] },
      'Column "amount" of the table azure cannot be filtered by a condition of the kind "flag".',
    ],
    [
      { filters: [{ kind: 'number', column: 'line', atLeast: 3 }] },
      'Column "line" of the table azure cannot be filtered by a condition of the kind "number".',
    ],
    [
      { sort: { column: 'line', descending: true } },
      'Column "line" of the table azure cannot be sorted by.',
    ],
    [
      { sort: { column: 'nothing', descending: true } },
      'Column "nothing" of the table azure is not there.',
    ],
  ] as const)('in %j that does not suit its column is refused by name', (part, message) => {
    let thrown: unknown
    try {
      checkQuery({ ...query, ...part } as never)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(SeventyError)
    expect(thrown).toMatchObject({ code: 'input-invalid', message })
  })
})
