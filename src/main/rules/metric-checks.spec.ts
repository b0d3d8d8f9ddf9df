import { expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { parseEdition } from './edition-schema'
import infrastructure from './testing/infrastructure-azure.json'

/** The faults of the fixture with one of its metrics changed. */
function faults(position: number, change: object): string[] {
  const metrics = infrastructure.metrics.map((metric, at) =>
    at === position ? { ...metric, ...change } : metric,
  )
  try {
    parseEdition({ ...infrastructure, metrics })
  } catch (error) {
    if (!(error instanceof SeventyError)) throw error
    const issues = error.details['issues'] as { code: string; path: string }[]
    return issues.map(({ code, path }) => `${code} ${path}`)
  }
  return []
}

const azure = { trailingYearUsd: { atLeast: 1_000 } }
const step = { id: 'one', certifications: ['AZ-104'], pointsPerPerson: '4' }

it.each<[string, number, object]>([
  [
    'caps-inconsistent metrics.0.streams.azure.max',
    0,
    { streams: { azure: { ...azure, max: 31 } } },
  ],
  ['caps-inconsistent metrics.0.max', 0, { streams: { azure: { ...azure, max: 29 } } }],
  [
    'caps-inconsistent metrics.1.max',
    1,
    {
      steps: [
        { ...step, max: 8 },
        { ...step, id: 'two', max: 11 },
      ],
    },
  ],
  ['name-twice metrics.1.steps.1', 1, { steps: [step, step] }],
  [
    'name-twice metrics.0.streams.azure.bestOf.1',
    0,
    { streams: { azure: { ...azure, bestOf: ['pal', 'pal'] } } },
  ],
  ['wrong-format metrics.0.streams', 0, { streams: {} }],
  ['value-missing metrics.2', 2, { pointsPerPerson: undefined }],
  ['gate-missing metrics.2', 2, { pointsWhenMet: '5' }],
  ['name-not-listed metrics.2', 2, { certifications: ['AZ-305', 'AZ-999'] }],
])('%s', (fault, position, change) => {
  expect(faults(position, change)).toContain(fault)
})

it('lets steps end at maxima that fill the metric, with what gates give once', () => {
  const gate = { id: 'gate', certifications: ['AZ-104'], requiredPeople: 2, pointsWhenMet: '4' }
  expect(faults(1, { steps: [gate, { ...step, max: 16 }] })).toEqual([])
  expect(faults(1, { steps: [gate, { ...step, max: 15 }] })).toEqual([
    'caps-inconsistent metrics.1.max',
  ])
})
