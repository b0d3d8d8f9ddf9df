import { describe, expect, it } from 'vitest'
import type { Edition } from '../rules/edition-schema'
import { editionById } from '../rules/registry'
import { prepareCertifications } from './certifications'
import { expiringBetween } from './expiring'
import { day, facts, type CertificationRow } from './testing/facts-builder'

const asOf = day('2023-12-15')

function leaving(
  rows: readonly CertificationRow[],
  until = '2024-03-14',
  edition = 'security-2023-12',
) {
  const builder = facts()
  for (const row of rows) builder.certification(row)
  const rules = editionById(edition)
  const prepared = prepareCertifications(builder.build().certifications, rules)
  return expiringBetween(rules, prepared, { asOf, until: day(until) }).map(
    ({ personName, certifications, lastDay, steps }) =>
      `${personName} ${certifications.join('+')} ${String(lastDay - asOf)} ${steps.join('+')}`,
  )
}

const ada = { person: 'ada@quillrye.example', name: 'Ada' }

describe('who leaves a step soon', () => {
  it('is told from the score date to the last day asked for, both included, soonest first', () => {
    const rows = [
      { ...ada, title: 'SC-100', expires: '2024-03-14' },
      { person: 'ben', name: 'Ben', title: 'SC-300', expires: '2023-12-15' },
      { person: 'cy', name: 'Cy', title: 'SC-300', expires: '2023-12-14' },
      { person: 'di', name: 'Di', title: 'AZ-500', expires: '2024-03-15' },
    ]
    expect(leaving(rows)).toEqual(['Ben SC-300 0 step-3', 'Ada SC-100 90 step-3'])
  })

  it('stays while another certification keeps it in the same step', () => {
    const soon = { ...ada, title: 'SC-100', expires: '2024-01-10' }
    expect(leaving([soon, { ...ada, title: 'SC-300', expires: '2025-01-01' }])).toEqual([])
    expect(leaving([soon, { ...ada, title: 'SC-300', expires: '2024-02-01' }])).toEqual([
      'Ada SC-300 48 step-3',
    ])
    expect(leaving([soon, { ...ada, title: 'SC-200', expires: '2025-01-01' }])).toEqual([
      'Ada SC-100 26 step-3',
    ])
  })

  it('is told once for all steps that hang on one certification', () => {
    const row = { ...ada, title: 'SC-200', expires: '2023-12-20', completed: '2023-01-02' }
    expect(leaving([row], '2024-03-14', 'security-2023-06')).toEqual(['Ada SC-200 5 step-2+step-3'])
  })

  it('is told once for all certifications that end on one day, and apart for another day', () => {
    const rows = ['AZ-500', 'SC-100', 'SC-300'].map((title) => ({
      ...ada,
      ...{ title, expires: title === 'AZ-500' ? '2024-02-01' : '2024-01-10' },
    }))
    expect(leaving(rows)).toEqual(['Ada SC-100 26 step-3', 'Ada AZ-500 48 step-1'])
    const both = rows.map((row) => ({ ...row, expires: '2024-01-10' }))
    expect(leaving(both)).toEqual(['Ada AZ-500+SC-100 26 step-1+step-3'])
  })

  it('includes whom the retirement of a certification ends, and never one without an end', () => {
    const rows = [
      { ...ada, title: 'MS-500', expires: null },
      { person: 'ben', name: 'Ben', title: 'SC-100', expires: null },
    ]
    expect(leaving(rows, '2024-06-29')).toEqual([])
    expect(leaving(rows, '2024-06-30')).toEqual(['Ada MS-500 198 step-2'])
  })

  it('is nobody whose certification does not count today, or counts in no step', () => {
    const soon = '2024-01-10'
    const rows = [
      { ...ada, title: 'SC-100', expires: soon, activation: 'Inactive' },
      { ...ada, title: 'SC-100', completed: '2023-12-16', expires: soon },
      { ...ada, title: 'AZ-900', expires: soon },
    ]
    expect(leaving(rows)).toEqual([])
  })

  it('stands in the order of names where the day is the same, whoever they are', () => {
    const rows = [
      { person: 'a', name: 'Zoe', title: 'SC-100', expires: '2024-01-10' },
      { person: 'b', name: 'Ada', title: 'SC-100', expires: '2024-01-10' },
      { person: 'c', name: 'Mia', title: 'SC-100', expires: '2024-01-10' },
    ]
    expect(leaving(rows)).toEqual([
      'Ada SC-100 26 step-3',
      'Mia SC-100 26 step-3',
      'Zoe SC-100 26 step-3',
    ])
  })

  it('leaves a pool of certifications as well', () => {
    const rules: Edition = {
      ...editionById('security-2023-12'),
      metrics: [
        {
          ...{ id: 'intermediate-certifications', category: 'skilling', max: 40 },
          ...{ kind: 'certificate-pool', certifications: ['SC-100'], pointsPerPerson: '8' },
        },
      ],
    }
    const builder = facts().certification({ ...ada, title: 'SC-100', expires: '2024-01-10' })
    const prepared = prepareCertifications(builder.build().certifications, rules)
    const [left] = expiringBetween(rules, prepared, { asOf, until: day('2024-03-14') })
    expect(left).toMatchObject({ personName: 'Ada', steps: ['pool'] })
  })
})
