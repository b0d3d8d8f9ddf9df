import { describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { parseEdition } from './edition-schema'
import december from './editions/security-2023-12.json'

type Json = Record<string, unknown>

/** The December edition with one place changed. */
function changed(path: string, value: unknown): Json {
  const copy = JSON.parse(JSON.stringify(december)) as Json
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((node, key) => node[key] as Json, copy)
  parent[last] = value
  return copy
}

function faultsOf(json: unknown): { path: string; message: string }[] {
  try {
    parseEdition(json)
  } catch (error) {
    if (!(error instanceof SeventyError)) throw error
    expect(error.code).toBe('edition-invalid')
    return error.details['issues'] as { path: string; message: string }[]
  }
  return []
}

describe('an edition', () => {
  it('is accepted as it stands in its file', () => {
    expect(faultsOf(december)).toEqual([])
  })

  it('turns a list of names with aliases into entries', () => {
    const { azure } = parseEdition(december)
    expect(azure.services.at(-1)).toEqual({
      name: 'Sentinel',
      aliases: ['Azure Sentinel', 'Microsoft Sentinel'],
    })
  })

  it('says in its error what is wrong', () => {
    expect(() => parseEdition(changed('threshold', 0))).toThrow(/rule edition[^]*threshold/)
  })

  it.each([
    ['an unknown key', changed('bonus', 1), 'bonus'],
    ['a threshold of nothing', changed('threshold', 0), 'threshold'],
    ['a date that does not exist', changed('validFrom', '2023-02-30'), 'validFrom'],
    ['a rate that is not exact', changed('metrics.0.pointsEach', '6.67'), 'metrics.0.pointsEach'],
    ['a rate over zero', changed('metrics.0.pointsEach', '2/0'), 'metrics.0.pointsEach'],
    [
      'a bound without an end to count from',
      changed('metrics.0.streams.m365.paidSeats', { atMost: 300 }),
      'metrics.0.streams.m365.paidSeats',
    ],
    [
      'growth of tenants inside nothing',
      changed('metrics.3.streams.azure.tenants', { trailingYearUsd: {} }),
      'metrics.3.streams.azure.tenants.trailingYearUsd',
    ],
    [
      'a retirement with two ends',
      changed('certifications.0.retirement', {
        retired: '2026-08-31',
        countsUntil: '2027-08-31',
        yearsFromCompletion: 1,
      }),
      'certifications.0.retirement',
    ],
    ['an id with spaces', changed('id', 'my edition'), 'id'],
    ['a kind of metric that nobody knows', changed('metrics.0.kind', 'guess'), 'metrics.0.kind'],
  ])('is refused for %s', (_, json, path) => {
    expect(faultsOf(json).map((fault) => fault.path)).toEqual([path])
  })
})

describe('an edition that contradicts itself', () => {
  it.each([
    [
      'an end before its beginning',
      'validTo',
      '2023-11-30',
      'The edition ends before it begins on 2023-12-01.',
    ],
    [
      'a service spelt like another',
      'azure.services.Bastion',
      [],
      '"Bastion" is listed more than once.',
    ],
    [
      'an offer that counts and is excluded',
      'azure.offers.counting.TRIAL',
      [],
      '"Trial" is listed more than once.',
    ],
    [
      'an association that counts and does not',
      'azure.associations.other.PAL',
      [],
      '"PAL" is listed more than once.',
    ],
    ['a workload spelt like another', 'm365.workloads.MDE', [], '"MDE" is listed more than once.'],
    [
      'a seat association twice',
      'm365.associations.other.CPOR',
      [],
      '"CPOR" is listed more than once.',
    ],
    [
      'a certification named like another',
      'certifications.1.aliases',
      ['az-500'],
      '"az-500" is listed more than once.',
    ],
    [
      'a certification id that is a title',
      'certifications.1.id',
      'Exam AZ-500',
      '"Exam AZ-500" is listed more than once.',
    ],
    [
      'a metric twice',
      'metrics.3.id',
      'deployments',
      'Metric "deployments" is defined more than once.',
    ],
    [
      'a step with an undefined certification',
      'metrics.1.steps.0.certifications',
      ['AZ-900'],
      'Certification "AZ-900" is not defined.',
    ],
    [
      'a step that gives points when met and cannot be met',
      'metrics.1.steps.2.pointsWhenMet',
      '4',
      'Step "step-3" gives points when met, but requires no people.',
    ],
    [
      'a step after one that is no gate',
      'metrics.1.steps.2.after',
      ['step-3'],
      '"step-3" is no step with a required number of people.',
    ],
  ])('is refused for %s', (_, path, value, message) => {
    expect(faultsOf(changed(path, value)).map((fault) => fault.message)).toContain(message)
  })

  it('is told every fault at its place', () => {
    expect(faultsOf(changed('metrics.1.steps.2.max', 41))).toEqual([
      {
        code: 'caps-inconsistent',
        path: 'metrics.1.steps.2.max',
        line: null,
        value: '41',
        message: 'The metric gives 40 points at most.',
        remedy: "Lower it to the metric's maximum, or raise that.",
      },
    ])
  })

  it('may end on the day it begins, or be open', () => {
    expect(faultsOf(changed('validTo', '2023-12-01'))).toEqual([])
    expect(faultsOf(changed('validTo', null))).toEqual([])
  })
})
