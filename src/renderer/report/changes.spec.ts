import { describe, expect, it } from 'vitest'
import { changeKind, type ChangeCause } from '../../shared/changes'
import { changeCause, changes, plainCause } from '../app/testing/changes'
import { causePlace, causeText, changeLead, changeTitle } from './changes'
import { english } from './testing/model'

const told = (cause: ChangeCause) => causeText(cause, changes(), english)

describe('a cause', () => {
  it('names the customer, what it had to reach, and which of the two windows it is', () => {
    expect(told(changeCause())).toBe('Aldermoor Foods reached $100')
    expect(told(changeCause({ kind: 'customer-lost', window: 'previous' }))).toBe(
      'A year earlier, Aldermoor Foods fell below $100',
    )
    const seats = changeCause({ unit: 'seat', threshold: 25, activeShare: 0.15 })
    expect(told(seats)).toBe('Aldermoor Foods reached 25 paid seats with 15% of them active')
  })

  it('has cents only where a whole dollar would hide them, and no data is never 0', () => {
    const grew = changeCause({ kind: 'usage-grew', before: 60, after: 112.5 })
    expect(told(grew)).toBe('Aldermoor Foods grew from $60 to $112.50')
    expect(told({ ...grew, before: null })).toBe('Aldermoor Foods grew from No data to $112.50')
  })

  it('tells people by certification and day', () => {
    const person = changeCause({
      ...{ kind: 'person-lost', reason: 'expired', certification: 'SC-100', step: 'step-3' },
      ...{ date: '2023-12-01', subject: { id: 'a@b.example', name: 'Inês Almeida' } },
    })
    expect(told(person)).toBe(
      'SC-100 of Inês Almeida expired on 1 December 2023 and no longer counts in Step 3',
    )
    expect(told({ ...person, reason: 'completed' })).toContain('completed SC-100 on 1 December')
    expect(told({ ...person, reason: 'retired' })).toContain('1 December 2023 was its last day')
  })

  it('says in which direction a floor or a maximum moved', () => {
    const cap = plainCause({ kind: 'cap', threshold: 20, effect: -1 })
    expect(told(cap)).toBe('More is cut at the maximum of 20 points')
    expect(told({ ...cap, effect: 1 })).toBe('Less is cut at the maximum of 20 points')
    expect(told(plainCause({ kind: 'floor', effect: 1 }))).toMatch(/^More of a loss/)
  })

  it('has a sentence for every kind, without a gap', () => {
    for (const kind of changeKind.options)
      expect(told(changeCause({ kind, step: 'step-1', date: '2023-12-01' }))).toMatch(/^\S.*\S$/)
  })

  it('says where it worked', () => {
    expect(causePlace(changeCause(), english)).toBe('Net customer adds, Azure')
    expect(causePlace(changeCause({ stream: null, step: 'step-3' }), english)).toBe(
      'Net customer adds, Step 3',
    )
    expect(causePlace(plainCause({ metric: null }), english)).toBe('')
  })
})

describe('the change as a message', () => {
  it('has its direction, points and date', () => {
    expect(changeTitle(changes(), english)).toBe('Up 2.0 points since 15 November 2023')
    expect(changeTitle(changes({ difference: -2, differenceShown: -2 }), english)).toBe(
      'Down 2.0 points since 15 November 2023',
    )
    expect(changeTitle(changes({ difference: 0, differenceShown: 0 }), english)).toBe(
      'The same score as on 15 November 2023',
    )
  })

  it('does not tell missing data as the partner’s doing', () => {
    const gaps = changes({ causes: [changeCause(), plainCause({ kind: 'data' })] })
    expect(changeTitle(gaps, english)).toBe(
      'Up 2.0 points since 15 November 2023, partly for want of data',
    )
  })

  it('compares with no score that is not there', () => {
    const unknown = changes({ difference: null, differenceShown: null })
    expect(changeTitle(unknown, english)).toContain('there is no score for 15 November 2023')
    expect(changeLead(unknown, english)).toBeUndefined()
  })

  it('says why there is no score instead of leaving its page empty', () => {
    const { to } = changes()
    const none = changes({ to: { ...to, total: null, totalShown: null }, difference: null })
    expect(changeLead(none, english)).toMatch(/Nothing that was imported reaches a window of/)
  })

  it('leads with the largest cause', () => {
    expect(changeLead(changes(), english)).toBe(
      '69.3 points then, 71.3 now. The largest cause: Aldermoor Foods reached $100.',
    )
  })
})
