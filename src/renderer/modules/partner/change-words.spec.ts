import { describe, expect, it } from 'vitest'
import type { ChangeCause } from '../../../shared/changes'
import { createTexts } from '../../app/i18n'
import { changeCause, changes, plainCause } from '../../app/testing/changes'
import { changeWords } from './change-words'

const { t } = createTexts().global
const words = (cause: ChangeCause) =>
  changeWords(cause, changes(), (key, values, plural) =>
    plural === undefined ? t(key, values) : t(key, values, plural),
  )

describe('a customer that a metric counts', () => {
  it.each([
    [{}, 'Aldermoor Foods reached $100'],
    [{ kind: 'customer-lost' }, 'Aldermoor Foods fell below $100'],
    [{ window: 'previous' }, 'A year earlier, Aldermoor Foods reached $100'],
    [
      { kind: 'customer-lost', window: 'previous', unit: 'seat', threshold: 25 },
      'A year earlier, Aldermoor Foods fell below 25 paid seats',
    ],
    [
      { unit: 'seat', threshold: 25, activeShare: 0.15 },
      'Aldermoor Foods reached 25 paid seats with 15% of them active',
    ],
    [{ subject: { id: 'tenant-1', name: null } }, 'tenant-1 reached $100'],
  ] as const)('%j is told as “%s”', (change, sentence) => {
    expect(words(changeCause(change))).toBe(sentence)
  })
})

describe('usage that a metric adds up', () => {
  it.each([
    [{ kind: 'usage-grew' }, 'Aldermoor Foods grew from $60 to $112.50'],
    [
      { kind: 'usage-shrank', window: 'previous', unit: 'user', before: 1_200, after: 5 },
      'A year earlier, Aldermoor Foods shrank from 1,200 active users to 5 active users',
    ],
  ] as const)('%j is told as “%s”', (change, sentence) => {
    expect(words(changeCause(change))).toBe(sentence)
  })
})

describe('people and gates', () => {
  const person = {
    subject: { id: 'ada', name: 'Ada Quill' },
    certification: 'SC-100',
    date: '2023-12-09',
    step: 'step-3',
  }

  it.each([
    ['completed', 'Ada Quill completed SC-100 on 9 December 2023 and counts in Step 3'],
    ['expired', 'SC-100 of Ada Quill expired on 9 December 2023 and no longer counts in Step 3'],
    ['retired', 'SC-100 of Ada Quill is retired; 9 December 2023 was its last day in Step 3'],
  ] as const)('%s is told as “%s”', (reason, sentence) => {
    const kind = reason === 'completed' ? 'person-gained' : 'person-lost'
    expect(words(plainCause({ ...person, kind, reason }))).toBe(sentence)
  })

  it.each([
    ['gate-met', 'The gate of Step 1 is met, with 2 of 2 people'],
    ['gate-lost', 'The gate of Step 1 is lost, with 2 of 2 people'],
  ] as const)('%s is told as “%s”', (kind, sentence) => {
    expect(words(plainCause({ kind, step: 'step-1', after: 2, threshold: 2 }))).toBe(sentence)
  })
})

describe('what is nobody’s doing', () => {
  it.each([
    [{ kind: 'data', before: null }, 'No data for 15 November 2023'],
    [{ kind: 'data', after: null }, 'No data for 15 December 2023'],
    [
      { kind: 'data', before: null, window: 'previous' },
      'No data of the year before for 15 November 2023',
    ],
    [{ kind: 'steps' }, 'Parts of a growth step that do not count'],
    [{ kind: 'floor' }, 'More of a loss is not counted, as nothing goes below 0'],
    [{ kind: 'floor', effect: -1 }, 'Less of a loss is not counted, as nothing goes below 0'],
    [{ kind: 'cap', threshold: 20 }, 'Less is cut at the maximum of 20 points'],
    [{ kind: 'cap', threshold: 20, effect: -1 }, 'More is cut at the maximum of 20 points'],
    [{ kind: 'rules' }, 'Rules security-2023-12 instead of security-2023-12'],
    [{ kind: 'other', metric: null }, '1 smaller cause'],
    [{ kind: 'other', metric: null, count: 1_043 }, '1,043 smaller causes together'],
  ] as const)('%j is told as “%s”', (change, sentence) => {
    expect(words(plainCause(change))).toBe(sentence)
  })
})
