import { describe, expect, it } from 'vitest'
import type { MetricId } from '../../shared/score'
import { parseEdition } from '../rules/edition-schema'
import december from '../rules/editions/security-2023-12.json'
import infrastructure from '../rules/testing/infrastructure-azure.json'
import { candidatesOf, explanationOf } from './explanation'
import { accountOf } from './left-out'
import type { AzureRow } from './testing/facts-builder'
import type { Partner } from './testing/partners'
import { scoreOfPartner, sectionOf, storedRows, told } from './testing/stored-rows'

const none: Partner = { azure: [], seats: [], people: [] }

describe('under a designation of another kind', () => {
  const edition = parseEdition(infrastructure)
  const vm = (tenant: string, month: string, usd: number, association: string): AzureRow => {
    return { tenant, month, usd, association, service: 'Virtual Machines' }
  }

  it('a distinct count is explained by the customers inside now, and compares nothing', () => {
    const rows = [
      ...[vm('Ash', '2023-11', 10_000, 'PAL'), vm('Birch', '2023-11', 8_000, 'PAL')],
      vm('Birch', '2022-11', 20_000, 'PAL'),
    ]
    const of = scoreOfPartner({ ...none, azure: rows }, { edition })
    const [found] = explanationOf(of, 'deployments', 10).sections
    expect(found).toMatchObject({ current: 1, previous: 0, threshold: 10_000 })
    expect(found?.lists.countedNow.entries).toMatchObject([{ name: 'Ash', now: 10_000 }])
    expect(found?.lists.near.entries).toMatchObject([{ name: 'Birch', gap: 2_000 }])
    const stored = storedRows({ ...none, azure: rows })
    expect(told(accountOf(of, sectionOf(of, 'deployments', 'azure'), stored))).toEqual({
      counts: [1, 10_000],
      'below-threshold': [1, 8_000],
      'outside-window/outside': [1, 20_000],
    })
  })

  it('rows are judged by the association option that stands', () => {
    const rows = [
      ...[vm('Ash', '2023-11', 57_000, 'PAL'), vm('Ash', '2022-11', 50_000, 'PAL')],
      ...[vm('Birch', '2023-11', 1_000, 'CSP Tier 1'), vm('Birch', '2022-11', 9_000, 'CSP Tier 1')],
    ]
    const of = scoreOfPartner({ ...none, azure: rows }, { edition })
    const stored = storedRows({ ...none, azure: rows })
    const lots = (id: MetricId) => told(accountOf(of, sectionOf(of, id, 'azure'), stored))
    expect(lots('usage-growth')).toEqual({
      counts: [1, 57_000],
      'counts/previous': [1, 50_000],
      'association-other': [1, 1_000],
      'association-other/previous': [1, 9_000],
    })
  })

  it('customers outside bounds are shown with what they have under that option', () => {
    const bounded = parseEdition({
      ...infrastructure,
      metrics: infrastructure.metrics.map((metric) => {
        const { azure } = metric.streams ?? {}
        const tenants = { trailingYearUsd: { above: 5_000 } }
        return metric.id === 'usage-growth'
          ? { ...metric, streams: { azure: { ...azure, tenants } } }
          : metric
      }),
    })
    const rows = [
      ...[vm('Ash', '2023-11', 57_000, 'PAL'), vm('Ash', '2022-11', 50_000, 'PAL')],
      ...[vm('Birch', '2023-11', 4_000, 'PAL'), vm('Birch', '2023-11', 500, 'CSP Tier 1')],
      vm('Cress', '2022-11', 9_000, 'CSP Tier 1'),
    ]
    const of = scoreOfPartner({ ...none, azure: rows }, { edition: bounded })
    const found = candidatesOf(of, sectionOf(of, 'usage-growth', 'azure'))
    expect(found.map(({ subject: { name, now } }) => [name, now])).toEqual([
      ['Ash', 57_000],
      ['Birch', 4_000],
    ])
  })

  it('split points are explained stream by stream, each in its own unit', () => {
    const split = parseEdition({
      ...december,
      id: 'security-trial',
      metrics: december.metrics.map((metric) =>
        metric.id === 'deployments'
          ? {
              ...{ id: metric.id, category: metric.category, kind: 'split', max: 20 },
              streams: {
                azure: { kind: 'usage-growth', points: '1', perUsd: 100, max: 12 },
                m365: {
                  ...{ kind: 'distinct-count', unit: 'deployment', pointsEach: '8/3', max: 8 },
                  paidSeats: { atLeast: 25 },
                },
              },
            }
          : metric,
      ),
    })
    const partner = { ...none, seats: [{ tenant: 'Ash', month: '2023-11', paid: 30, active: 4 }] }
    const of = scoreOfPartner(partner, { edition: split })
    expect(explanationOf(of, 'deployments', 10).sections).toMatchObject([
      { unit: 'usd', threshold: null },
      { unit: 'seat', threshold: 25, current: 1 },
    ])
    const account = accountOf(of, sectionOf(of, 'deployments', 'm365'), storedRows(partner))
    expect(told(account)).toEqual({ counts: [1, 30] })
  })
})
