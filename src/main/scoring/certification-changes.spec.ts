import { describe, expect, it } from 'vitest'
import { changesOf, told, twoMonths } from './testing/change-facts'
import { skilled } from './testing/score-facts'

const metric = 'intermediate-certifications'
const gates = () => skilled(twoMonths(), 0)

describe('people of a step', () => {
  it('are gained with the certification that they completed', () => {
    const changes = changesOf(
      gates().certification({
        person: 'ada@acme.example',
        name: 'Ada Quill',
        title: 'SC-300',
        completed: '2023-12-20',
      }),
    )
    expect(told(changes, metric)).toEqual([['person-gained', 'step-3 Ada Quill', 6.666667]])
    expect(changes.causes[0]).toMatchObject({
      subject: { id: 'ada@acme.example', name: 'Ada Quill' },
      reason: 'completed',
      certification: 'SC-300',
      unit: 'person',
      before: 0,
      after: 1,
    })
  })

  it('are gained with the one that counts, not with one that is completed later', () => {
    const later = { person: 'ada', title: 'SC-100', completed: '2024-03-01' }
    const builder = gates().certification(later, {
      ...later,
      title: 'SC-300',
      completed: '2024-01-02',
    })
    expect(changesOf(builder).causes).toMatchObject([
      { kind: 'person-gained', reason: 'completed', certification: 'SC-300' },
    ])
  })

  it('are lost when a certification expired', () => {
    const changes = changesOf(
      gates().certification({ person: 'bo', title: 'SC-100', expires: '2023-12-31' }),
    )
    expect(told(changes, metric)).toEqual([['person-lost', 'step-3 bo', -6.666667]])
    expect(changes.causes[0]).toMatchObject({ reason: 'expired', certification: 'SC-100' })
    expect(changes.causes[0]?.subject).toEqual({ id: 'bo', name: null })
  })

  it('are lost when the certification itself retired, and take their gate with them', () => {
    const builder = twoMonths()
      .person('ada', 'AZ-500', 'SC-200', 'SC-100')
      .person('bo', 'AZ-500', 'MS-500')
    const changes = changesOf(builder, { from: '2024-06-30', to: '2024-07-01' })
    expect(told(changes, metric)).toEqual([
      ['gate-lost', 'step-2', -6.666667],
      ['person-lost', 'step-2 bo', 0],
    ])
    expect(changes.causes[1]).toMatchObject({ reason: 'retired', certification: 'MS-500' })
  })

  it('stay when they hold another certification of the step', () => {
    const changes = changesOf(
      gates()
        .certification({ person: 'bo', title: 'SC-100', expires: '2023-12-31' })
        .person('bo', 'SC-300'),
    )
    expect(changes.causes).toEqual([])
  })

  it('are capped at the maximum', () => {
    const builder = skilled(twoMonths(), 6)
    const seventh = { person: 'ada', title: 'SC-100', completed: '2023-12-20' }
    expect(told(changesOf(builder.certification(seventh)), metric)).toEqual([
      ['person-gained', 'step-3 ada', 6.666667],
      ['cap', '', -6.666667],
    ])
  })
})

describe('gates', () => {
  it('give the points of those who waited behind them', () => {
    const changes = changesOf(
      twoMonths()
        .person('ada', 'AZ-500', 'SC-200', 'SC-100')
        .person('bo', 'SC-200', 'SC-300')
        .certification({ person: 'bo', title: 'AZ-500', completed: '2023-12-20' })
        .certification({ person: 'cy', title: 'SC-100', completed: '2023-12-21' }),
    )
    expect(told(changes, metric)).toEqual([
      ['gate-met', 'step-1', 13.333333],
      ['person-gained', 'step-3 cy', 6.666667],
      ['person-gained', 'step-1 bo', 0],
    ])
    expect(changes.causes[0]).toMatchObject({ before: 1, after: 2, threshold: 2, unit: 'person' })
  })

  it('share the points where several turn together', () => {
    const changes = changesOf(
      twoMonths()
        .person('ada', 'AZ-500', 'SC-200', 'SC-100')
        .certification({ person: 'bo', title: 'AZ-500', expires: '2023-12-31' })
        .certification({ person: 'bo', title: 'SC-200', expires: '2023-12-31' }),
    )
    expect(told(changes, metric)).toEqual([
      ['gate-lost', 'step-1', -3.333333],
      ['gate-lost', 'step-2', -3.333333],
      ['person-lost', 'step-1 bo', 0],
      ['person-lost', 'step-2 bo', 0],
    ])
  })

  it('that turn while another stays closed are told, and change nothing', () => {
    const changes = changesOf(
      twoMonths()
        .person('ada', 'AZ-500', 'SC-100')
        .certification({ person: 'bo', title: 'AZ-500', completed: '2023-12-20' }),
    )
    expect(told(changes, metric)).toEqual([
      ['person-gained', 'step-1 bo', 0],
      ['gate-met', 'step-1', 0],
    ])
  })
})

describe('a gate that gives points by itself', () => {
  it('brings them when it is met, and takes them along when it is lost', () => {
    const editions = ['security-2026-smb']
    const met = twoMonths().certification({
      person: 'ada',
      title: 'AZ-500',
      completed: '2023-12-20',
    })
    expect(told(changesOf(met, { editions }), metric)).toEqual([
      ['gate-met', 'step-1', 4],
      ['person-gained', 'step-1 ada', 0],
    ])
    const lost = twoMonths().certification({
      person: 'ada',
      title: 'AZ-500',
      completed: '2023-01-10',
      expires: '2023-12-20',
    })
    expect(told(changesOf(lost, { editions }), metric)).toEqual([
      ['gate-lost', 'step-1', -4],
      ['person-lost', 'step-1 ada', 0],
    ])
  })
})
