import { describe, expect, it } from 'vitest'
import { editionById } from '../rules/registry'
import { prepareCertifications, reasonOn } from './certifications'
import { day, facts, type CertificationRow, type FactsBuilder } from './testing/facts-builder'
import {
  metricOf,
  scoreFacts,
  scoreFactsExactly,
  skilled,
  type TestOptions,
} from './testing/score-facts'

const edition = editionById('security-2023-12')
const prepared = (builder: FactsBuilder) =>
  prepareCertifications(builder.build().certifications, edition)

/** Why one certification counts on a date, or does not. */
function reason(row: Partial<CertificationRow>, asOf = '2023-12-15'): string | undefined {
  const builder = facts().certification({ person: 'ada', title: 'SC-100', ...row })
  const held = prepared(builder).people[0]?.held[0]
  return held && reasonOn(day(asOf), held)
}

function steps(builder: FactsBuilder, options?: TestOptions): (number | undefined)[] {
  const { steps = [] } = metricOf(scoreFacts(builder, options), 'intermediate-certifications')
  return steps.map(({ people }) => people)
}

function points(builder: FactsBuilder, options?: TestOptions): number | null {
  return metricOf(scoreFacts(builder, options), 'intermediate-certifications').points
}

describe('a certification', () => {
  it.each([
    ['2023-12-14', 'counts'],
    ['2023-12-15', 'counts'],
    ['2023-12-16', 'not-yet-completed'],
  ])('completed on %s is, on 2023-12-15: %s', (completed, expected) => {
    expect(reason({ completed })).toBe(expected)
  })

  it.each([
    ['2023-12-16', 'counts'],
    ['2023-12-15', 'counts'],
    ['2023-12-14', 'expired'],
    [null, 'counts'],
  ])('that expires on %s is, on 2023-12-15: %s', (expires, expected) => {
    expect(reason({ expires })).toBe(expected)
  })

  it.each([
    ['MS-500', '2024-06-30', 'counts'],
    ['MS-500', '2024-07-01', 'retired'],
    ['SC-200', '2024-07-01', 'counts'],
  ])('%s is, on %s: %s', (title, asOf, expected) => {
    expect(reason({ title }, asOf)).toBe(expected)
  })

  it('that has expired says so also when it has retired since', () => {
    expect(reason({ title: 'MS-500', expires: '2024-01-31' }, '2024-07-01')).toBe('expired')
  })

  it.each([
    ['Active', 'counts'],
    [' active ', 'counts'],
    ['', 'counts'],
    [null, 'counts'],
    ['Inactive', 'inactive'],
    ['Pending', 'inactive'],
  ])('with the activation status %j is: %s', (activation, expected) => {
    expect(reason({ activation })).toBe(expected)
  })

  it.each([
    ['Certification', 'counts'],
    [' CERTIFICATION ', 'counts'],
    ['', 'counts'],
    [null, 'counts'],
    ['Learning Path', 'not-a-certification'],
  ])('with the training type %j is: %s', (trainingType, expected) => {
    expect(reason({ trainingType })).toBe(expected)
  })

  it('that is a course of the same name is called that, whatever its activation', () => {
    expect(reason({ trainingType: 'Exam prep', activation: 'Inactive' })).toBe(
      'not-a-certification',
    )
  })

  it('is recognised by code, name and alias, in any case', () => {
    const titles = ['sc-100', 'Microsoft Certified:  Cybersecurity Architect Expert', 'Exam SC-100']
    const builder = facts().certification(...titles.map((title) => ({ person: title, title })))
    const ids = prepared(builder).people.map(({ held }) => held[0]?.certification.id)
    expect(ids).toEqual(['SC-100', 'SC-100', 'SC-100'])
  })

  it('in no list of the edition is set apart, a course is not', () => {
    const { people, unknownTitles } = prepared(
      facts().certification(
        { person: 'ada', title: 'AZ-900', trainingType: 'Certification' },
        { person: 'ada', title: 'AZ-104' },
        { person: 'ada', title: 'Fundamentals', trainingType: 'Learning Path' },
      ),
    )
    expect(people).toEqual([])
    expect(unknownTitles).toEqual(['AZ-900', 'AZ-104'])
  })
})

describe('people', () => {
  const rows: readonly CertificationRow[] = [
    { person: 'eve', title: 'SC-100' },
    { person: 'ada', title: 'AZ-500', completed: '2022-01-01' },
    { person: 'ada', title: 'SC-300', completed: '2023-01-01' },
    { person: 'ada', title: 'SC-400', completed: '2022-06-01' },
    { person: 'ada', title: 'SC-200', completed: '2022-06-01' },
  ]

  it('come in an order that does not depend on the files, newest completion first', () => {
    const orders = [rows, rows.toReversed()].map((each) =>
      prepared(facts().certification(...each)).people.map(({ person, held }) => [
        person,
        held.map(({ certification }) => certification.id),
      ]),
    )
    expect(orders[0]).toEqual([
      ['ada', ['SC-300', 'SC-200', 'SC-400', 'AZ-500']],
      ['eve', ['SC-100']],
    ])
    expect(orders[1]).toEqual(orders[0])
  })

  it('count once per step however many certifications they hold, and in several steps', () => {
    const builder = facts().person('ada', 'AZ-500', 'SC-200', 'MS-500', 'SC-100', 'SC-300')
    expect(steps(builder.person('ada', 'SC-100'))).toEqual([1, 1, 1])
  })

  it('meet gates, and nothing else', () => {
    const [, metric] = scoreFactsExactly(facts().person('ada', 'SC-100')).score.metrics
    const met = metric && 'steps' in metric ? metric.steps.map((step) => step.met) : []
    expect(met).toEqual([false, false, undefined])
  })

  it('do not count with what does not count on the date', () => {
    const builder = facts().certification(
      { person: 'ada', title: 'AZ-500', expires: '2023-12-14' },
      { person: 'eve', title: 'AZ-500', expires: '2023-12-15' },
    )
    expect(steps(builder)).toEqual([1, 0, 0])
  })
})

describe('points of intermediate certifications', () => {
  it('are 40/6 a person, and at most 40', () => {
    expect([1, 5, 6, 7].map((people) => points(skilled(facts(), people)))).toEqual([
      6.666667, 33.333333, 40, 40,
    ])
  })

  it('are none while one gate is not met, and both need two people', () => {
    const experts = () => facts().person('e', 'SC-100').person('f', 'SC-300')
    const first = experts().person('a', 'AZ-500').person('b', 'AZ-500')
    expect(points(first)).toBe(0)
    expect(points(first.person('c', 'SC-200'))).toBe(0)
    expect(points(first.person('d', 'MS-500'))).toBe(13.333333)
    const second = experts().person('c', 'SC-200').person('d', 'SC-200').person('a', 'AZ-500')
    expect(points(second)).toBe(0)
    expect(points(second.person('b', 'AZ-500'))).toBe(13.333333)
  })

  it('switch editions between 2023-11-30 and 2023-12-01', () => {
    const builder = facts().person('a', 'AZ-500').person('b', 'SC-200')
    const june = { edition: 'security-2023-06', asOf: '2023-11-30' }
    const december = { edition: 'security-2023-12', asOf: '2023-12-01' }
    expect(points(builder, june)).toBe(6.666667)
    expect(points(builder, december)).toBe(0)
  })

  it('lose a gate on the day after MS-500 stops counting', () => {
    const builder = facts()
      .person('a', 'AZ-500', 'MS-500', 'SC-100')
      .person('b', 'AZ-500', 'MS-500')
    expect(points(builder, { asOf: '2024-06-30' })).toBe(6.666667)
    expect(points(builder, { asOf: '2024-07-01' })).toBe(0)
  })

  it('are no data until certifications were imported, and 0 once a file without any was', () => {
    expect(points(facts())).toBeNull()
    expect(points(facts().importedCertifications())).toBe(0)
  })
})
