import { describe, expect, it } from 'vitest'
import { parseMonth } from '../../shared/calendar'
import { noOverrides } from '../../shared/no-overrides'
import type { CertificationOverride, CustomerOverride, Overrides } from '../../shared/scenarios'
import { editionById } from '../rules/registry'
import { prepare, scoreOf } from './engine'
import { day, facts, tenantId, type FactsBuilder } from './testing/facts-builder'
import { seventy } from './testing/score-facts'
import { withOverrides } from './what-if'

const edition = editionById('security-2023-12')

function scored(builder: FactsBuilder, overrides: Partial<Overrides>) {
  const prepared = prepare(builder.build(), edition)
  const whole = { ...noOverrides, ...overrides }
  const changed = withOverrides(prepared, whole, parseMonth('2023-11') ?? NaN)
  return scoreOf(changed, { asOf: day('2023-12-15') })
}

const customer = (name: string, change: Partial<CustomerOverride> = {}): CustomerOverride => ({
  ...{ tenantId: tenantId(name), newName: null, azure: null, seats: [], removed: false },
  ...change,
})
const usage = (...customers: readonly CustomerOverride[]) => ({ customers: [...customers] })
const people = (...certifications: readonly CertificationOverride[]) => ({
  certifications: [...certifications],
})

const added = { person: 'new', personName: 'New', completed: '2023-01-01', expires: null }
const workloads = edition.m365.workloads.map(({ name }) => name)
const certifications = edition.certifications.map(({ id }) => id)

describe('a scenario that cannot be computed', () => {
  const base = seventy()
  it.each<[string, Partial<Overrides>, string, string, object]>([
    [
      'a customer that is not in the data',
      usage(customer('gone')),
      'customer-unknown',
      `The scenario changes customer ${tenantId('gone')}, which is not in the data any more. Remove it from the scenario, or give it a name to add it as a new customer.`,
      { tenantId: tenantId('gone') },
    ],
    [
      'one customer twice',
      usage(customer('new-1'), customer('new-1')),
      'customer-twice',
      `The scenario changes customer ${tenantId('new-1')} twice. Keep one of the two changes.`,
      { tenantId: tenantId('new-1') },
    ],
    [
      'a workload of no edition',
      usage(customer('new-1', { seats: [{ workload: 'Word', paid: 1, active: 1 }] })),
      'workload-unknown',
      `Edition security-2023-12 has no workload "Word". Known: ${workloads.join(', ')}.`,
      { workload: 'Word', known: workloads },
    ],
    [
      'a certification of no edition to add',
      people({ kind: 'add', ...added, certification: 'AZ-104' }),
      'certification-unknown',
      `Edition security-2023-12 has no certification "AZ-104". Known: ${certifications.join(', ')}.`,
      { certification: 'AZ-104', known: certifications },
    ],
    [
      'a certification of no edition to take away',
      people({ kind: 'remove', person: 'gate-1', certification: 'AZ-104' }),
      'certification-unknown',
      `Edition security-2023-12 has no certification "AZ-104". Known: ${certifications.join(', ')}.`,
      { certification: 'AZ-104', known: certifications },
    ],
    [
      'a certification that the person does not hold',
      people({ kind: 'renew', person: 'gate-1', certification: 'SC-100', expires: null }),
      'certification-unknown',
      'gate-1 holds no SC-100 in the data, so it cannot be taken away or renewed. Remove this change from the scenario.',
      { person: 'gate-1', certification: 'SC-100' },
    ],
  ])('for want of %s says so', (_want, overrides, code, message, details) => {
    expect(() => scored(base, overrides)).toThrow(
      expect.objectContaining({ code: `scenario-${code}`, message, details }),
    )
  })

  it('because its amounts are too large is refused', () => {
    const azure = { per: 'month', usd: 1_000_000_000 } as const
    const builder = seventy().azureYears('huge', 2_000_000_000)
    for (const overrides of [
      usage(customer('new-1', { azure })),
      { usage: { azurePercent: 1_000, m365Percent: 100 } },
    ])
      expect(() => scored(builder, overrides)).toThrow(
        expect.objectContaining({ code: 'number-out-of-range' }),
      )
    const small = { per: 'year', usd: 1 } as const
    expect(() => scored(builder, usage(customer('new-1', { azure: small })))).not.toThrow()
    const seats = facts().fullHistory().seatYears('a', [4_000_000_000, 0])
    expect(() => scored(seats, { usage: { azurePercent: 100, m365Percent: 200 } })).toThrow(
      expect.objectContaining({
        code: 'number-out-of-range',
        message:
          '8000000000 is more seats than can be counted. Lower the usage factor of Microsoft 365.',
        details: { value: 8_000_000_000 },
      }),
    )
  })
})
