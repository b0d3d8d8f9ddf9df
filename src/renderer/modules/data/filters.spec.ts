import { describe, expect, it } from 'vitest'
import { browseColumns } from '../../../shared/browse-columns'
import { cellText } from './cells'
import { moved } from './columns'
import { filterWords } from './filter-words'
import { boundsFilter, textFilter } from './filters'
import { knownView, standardView } from './use-view'

const column = (id: string) => {
  const found = browseColumns.azure.find((each) => each.id === id)
  if (!found) throw new RangeError(id)
  return found
}
const amount = column('amount')

describe('what is typed as a condition', () => {
  it.each([
    ['1,250.50', '', { kind: 'number', column: 'amount', atLeast: 1250.5 }],
    ['-5', ' 0 ', { kind: 'number', column: 'amount', atLeast: -5, atMost: 0 }],
    ['', ' ', null],
    ['1.250,50', '', undefined],
    ['12,50', '', undefined],
    ['much', '', undefined],
  ])('from %j to %j on an amount is %j', (from, to, filter) => {
    expect(boundsFilter(amount, from, to)).toEqual(filter)
  })

  it.each([
    ['2023-01', '', { kind: 'months', column: 'month', from: '2023-01' }],
    ['', '2023-12', { kind: 'months', column: 'month', to: '2023-12' }],
    ['2023-13', '', undefined],
    ['Nov 2023', '', undefined],
  ])('from %j to %j on a month is %j', (from, to, filter) => {
    expect(boundsFilter(column('month'), from, to)).toEqual(filter)
  })

  it('on text is trimmed, and none where there is none', () => {
    expect(textFilter('customer', 'equals', ' Acme ')).toMatchObject({ text: 'Acme' })
    expect(textFilter('customer', 'equals', '  ')).toBeNull()
  })
})

describe('a condition in words', () => {
  const t = (key: string, values: Record<string, unknown> = {}) =>
    `${key} ${JSON.stringify(values)}`
  it.each([
    [{ kind: 'list', column: 'offer', values: [null] }, 'data.none'],
    [{ kind: 'list', column: 'offer', values: ['a', 'b', 'c'] }, 'data.chip.several'],
    [{ kind: 'number', column: 'amount', atMost: 5 }, 'data.chip.atMost'],
    [{ kind: 'number', column: 'amount', atLeast: 1, atMost: 5 }, 'data.chip.between'],
    [{ kind: 'months', column: 'month', from: '2023-11' }, 'Nov 2023'],
    [{ kind: 'flag', column: 'duplicate', is: false }, 'data.no'],
    [{ kind: 'text', column: 'customer', match: 'equals', text: 'x' }, 'data.chip.equals'],
  ] as const)('%j says %s', (filter, words) => {
    expect(filterWords(column(filter.column), filter as never, null, t)).toContain(words)
  })

  it('calls a file by its name and not by its number', () => {
    const facets = { file: [{ value: '7', label: 'usage.csv', rows: 3 }] }
    const filter = { kind: 'list' as const, column: 'file', values: ['7'] }
    expect(filterWords(column('file'), filter, facets, t)).toContain('usage.csv')
  })
})

describe('a cell', () => {
  it('that is empty is a dash and never 0', () => {
    expect([null, undefined, '', []].map((cell) => cellText(amount, cell))).toEqual([
      '–',
      '–',
      '–',
      '–',
    ])
    expect(cellText(amount, 0)).toBe('$0.00')
  })
})

describe('columns', () => {
  it('move by one place, and not beyond an end', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })

  it('of a view that no longer exist are left out of it', () => {
    const view = {
      ...{ columns: ['gone', 'month'], search: 's', sort: { column: 'gone', descending: true } },
      filters: [{ kind: 'flag' as const, column: 'gone', is: true }],
    }
    expect(knownView('azure', view)).toEqual({
      columns: ['month'],
      search: 's',
      filters: [],
      sort: null,
    })
    expect(knownView('azure', { ...view, columns: ['gone'] }).columns).toEqual(
      standardView('azure').columns,
    )
  })
})
