import { expect, it } from 'vitest'
import type { CauseTally, LeftOut } from '../../shared/explanation'
import { people, streamDetail } from '../app/testing/details'
import { leftOut } from '../app/testing/explanation'
import { certificationsLeftOut, leftOutAccount, unassociatedSentences } from './left-out'
import { english, reportModel } from './testing/model'

const tally = (cause: CauseTally['cause'], rows: number, change: Partial<CauseTally> = {}) =>
  ({
    ...{ cause, rows, window: 'current', subjects: 1, amount: rows * 10 },
    ...change,
  }) as CauseTally
const account = (change: Partial<LeftOut>, limit = 5) =>
  leftOutAccount({ ...leftOut('azure'), ...change }, streamDetail(), limit, english)

it('accounts for every row, with what it adds up to now and a year ago', () => {
  const causes = [
    tally('duplicate', 3),
    tally('duplicate', 2, { window: 'previous' }),
    tally('outside-window', 7, { window: null }),
  ]
  expect(account({ rows: 17, causes })).toEqual({
    counted: { label: 'Counted', rows: '5', now: '$70', before: '–' },
    causes: [
      { label: 'Month is not compared', rows: '7', now: '–', before: '–' },
      { label: 'Reported twice', rows: '5', now: '$30', before: '$20' },
    ],
    total: '17',
  })
})

it('adds up the causes that a page has no room for', () => {
  const causes = [tally('duplicate', 3), tally('below-threshold', 2), tally('superseded', 1)]
  expect(account({ causes }, 2)?.causes).toEqual([
    { label: 'Reported twice', rows: '3', now: '$30', before: '–' },
    { label: '2 further causes', rows: '3', now: '$30', before: '–' },
  ])
})

it('has no account where nothing was imported', () => {
  expect(account({ rows: 0 })).toBeUndefined()
})

it('names customers whose usage lacks only its association', () => {
  const [adds] = reportModel().metrics
  if (!adds) throw new Error('The report has no metric.')
  const [azure] = unassociatedSentences(adds, 1, english)
  expect(azure).toMatch(/^Azure: usage of 1 customer would count: .+ \(\$70\)\.$/)
})

it('counts certifications that do not count by their reason', () => {
  const [, skilling] = reportModel().metrics
  if (!skilling) throw new Error('The report has no certifications.')
  expect(certificationsLeftOut(skilling, english)[0]).toBe(
    'Left out: 1 expired and 1 not yet completed.',
  )
  expect(certificationsLeftOut({ ...skilling, people: people.slice(0, 1) }, english)[0]).toBe(
    'Every certification that the edition lists counts.',
  )
})
