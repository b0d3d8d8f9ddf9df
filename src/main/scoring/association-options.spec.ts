import { describe, expect, it } from 'vitest'
import { parseMonth } from '../../shared/calendar'
import { noOverrides } from '../../shared/no-overrides'
import type { Overrides } from '../../shared/scenarios'
import { parseEdition } from '../rules/edition-schema'
import december from '../rules/editions/security-2023-12.json'
import infrastructure from '../rules/testing/infrastructure-azure.json'
import { metricDetailOf, prepare, scoreOf, type PreparedFacts } from './engine'
import { projected } from './projection'
import { underOption } from './stream-rules'
import { day, facts, tenantId, type AzureRow, type FactsBuilder } from './testing/facts-builder'
import { withOverrides } from './what-if'

const edition = parseEdition(infrastructure)
const MONTH = parseMonth('2023-11') ?? NaN
const CSP = 'CSP Tier 1'

const row = (tenant: string, month: string, usd: number, association = 'PAL'): AzureRow => {
  return { tenant, month, usd, association, service: 'Virtual Machines' }
}
const prepared = (builder: FactsBuilder) => prepare(builder.build(), edition)

/** All that is said of the metrics that take the best of two options. */
function said(of: PreparedFacts, asOf = '2023-12-15') {
  const options = { asOf: day(asOf) }
  const { metrics } = scoreOf(of, options)
  const ids = ['net-customer-adds', 'usage-growth'] as const
  const details = ids.map((metricId) => metricDetailOf(of, { ...options, metricId }))
  return {
    points: metrics.map(({ id, points }) => [id, points]),
    streams: details.map(({ streams }) => streams[0]),
  }
}

/** Adds are best with CSP, growth is best without. */
const partner = (percent = 100, later: readonly string[] = []) =>
  facts()
    .fullHistory()
    .azure(row('Ash', '2022-11', 50_000), row('Birch', '2022-11', 40_000, CSP))
    .azure(
      ...['2023-11', ...later].flatMap((month) => [
        row('Ash', month, (56_000 * percent) / 100),
        row('Birch', month, (30_000 * percent) / 100, CSP),
        row('Cress', month, (1_500 * percent) / 100, CSP),
      ]),
    )

const overlaid = (change: Partial<Overrides>) =>
  withOverrides(prepared(partner()), { ...noOverrides, ...change }, MONTH)

describe('the best of several associations', () => {
  it('is still chosen when the months to come are assumed', () => {
    const ahead = projected(prepared(partner()), MONTH + 2)
    const written = prepared(partner(100, ['2023-12', '2024-01']))
    for (const asOf of ['2023-12-15', '2024-02-01'])
      expect(said(ahead, asOf)).toEqual(said(written, asOf))
    expect(said(ahead).streams.map((stream) => stream?.option)).toEqual(['pal-csp', 'pal'])
  })

  it('is still chosen under a usage factor, now and later', () => {
    const usage = { azurePercent: 110, m365Percent: 100 }
    expect(said(overlaid({ usage }))).toEqual(said(prepared(partner(110))))
    const ahead = projected(overlaid({ usage }), MONTH + 1)
    const written = projected(prepared(partner(110)), MONTH + 1)
    expect(said(ahead, '2024-01-15')).toEqual(said(written, '2024-01-15'))
  })

  it('holds for a customer whose usage is given, whatever its associations were', () => {
    const given = (name: string, usd: number) => ({
      ...{ tenantId: tenantId(name), newName: name, removed: false, seats: [] },
      azure: { per: 'year' as const, usd },
    })
    const customers = [given('Birch', 12_000), given('Dill', 24_000)]
    const changed = overlaid({ customers })
    // Under PAL 56,000 + 12,000 + 24,000 after 50,000, which is 84 % more: 20 points at most.
    expect(said(changed).streams[1]).toMatchObject({ option: 'pal', current: 92_000 })
    // With CSP 4 customers after 2, without it 3 after 1: of equal ones the first.
    expect(said(changed).streams[0]).toMatchObject({ option: 'pal', current: 3, previous: 1 })
    const ahead = said(projected(changed, MONTH + 1), '2024-01-15').streams[1]
    expect(ahead?.standings.map(({ name }) => name)).toEqual(['Ash', 'Dill', 'Birch'])
  })

  it('holds before the first month of the data', () => {
    const azure = { per: 'year', usd: 1_200 } as const
    const dill = { tenantId: tenantId('Dill'), newName: 'Dill', azure, seats: [], removed: false }
    const changed = withOverrides(
      prepare(facts().build(), edition),
      { ...noOverrides, customers: [dill] },
      MONTH,
    )
    expect(said(changed).streams[0]).toMatchObject({ option: 'pal', current: 1, previous: 0 })
  })

  it('is refused of usage that was not counted under the option', () => {
    const { options: _, ...usage } = prepared(partner()).usage
    expect(() => underOption(usage, 'azure', 'pal')).toThrow(
      new RangeError('The usage was not counted under the option "pal" of azure.'),
    )
  })

  it('is chosen for seats too', () => {
    const { counting, other } = december.m365.associations
    const { Reseller, ...others } = other
    const associations = {
      ...{ counting: { ...counting, Reseller }, other: others },
      options: { cpor: ['Claiming Partner of Record'], reseller: ['Reseller'] },
    }
    const rules = parseEdition({
      ...december,
      id: 'security-trial',
      m365: { ...december.m365, associations },
      metrics: december.metrics.map((metric) =>
        metric.id === 'net-customer-adds'
          ? {
              ...metric,
              streams: { m365: { paidSeats: { atLeast: 25 }, bestOf: ['cpor', 'reseller'] } },
            }
          : metric,
      ),
    })
    const builder = facts()
      .fullHistory()
      .seats({ tenant: 'Ash', month: '2023-11', paid: 30, association: 'Reseller' })
    const of = prepare(builder.build(), rules)
    const { streams } = metricDetailOf(of, {
      asOf: day('2023-12-15'),
      metricId: 'net-customer-adds',
    })
    expect(streams[0]).toMatchObject({ option: 'reseller', current: 1 })
    expect([...(of.usage.options?.m365.keys() ?? [])]).toEqual(['cpor', 'reseller'])
    expect(of.usage.options?.azure.size).toBe(0)
  })
})
