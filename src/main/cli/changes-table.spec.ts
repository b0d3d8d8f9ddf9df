import { describe, expect, it } from 'vitest'
import { changesOf, twoMonths, type ChangeTestOptions } from '../scoring/testing/change-facts'
import { facts, type FactsBuilder } from '../scoring/testing/facts-builder'
import { seventy, skilled } from '../scoring/testing/score-facts'
import { changesTable } from './changes-table'

const lines = (builder: FactsBuilder, options: ChangeTestOptions = {}) =>
  changesTable(changesOf(builder, options)).trimEnd().split('\n')

describe('changes in a terminal', () => {
  it('are the difference and a line a cause, with its sign, place and amounts', () => {
    const builder = twoMonths()
      .azure({ tenant: 'Aldermoor', month: '2023-12', usd: 125 })
      .azure({ tenant: 'Brook', month: '2022-12', usd: 125 })
    expect(lines(builder)).toEqual([
      'Since 2023-12-15: 2.1 then, 0.0 now, -2.1',
      '    +2.0  Net customer adds, Azure: Aldermoor counts (USD 0.00 to 125.00)',
      '    -2.0  Net customer adds, Azure: Brook no longer counts (USD 125.00 to 0.00)',
      '    -2.0  Net customer adds, Azure: Brook counts in the window of a year ago (USD 0.00 to 125.00)',
      '    +0.1  Usage growth, Azure: Aldermoor has more (USD 0.00 to 125.00)',
      '    -0.1  Usage growth, Azure: Brook has less (USD 125.00 to 0.00)',
      '    -0.1  Usage growth, Azure: Brook has more in the window of a year ago (USD 0.00 to 125.00)',
    ])
  })

  it('name seats with those in use, floors and caps', () => {
    const builder = twoMonths()
      .azure({ tenant: 'Larch', month: '2023-12', usd: -1_250 })
      .seats({ tenant: 'Fern', month: '2023-12', paid: 2_600, active: 2_600 })
    const told = lines(builder)
    expect(told).toContain(
      '    +3.3  Deployments, Microsoft 365: Fern counts (0 to 2600 seats, active 0 to 2600)',
    )
    expect(told).toContain('    +1.0  Usage growth, Azure: more is lifted to 0')
    expect(told).toContain('    -0.8  Usage growth, Microsoft 365: more is cut above 20 points')
  })

  it('name people with step, certification and reason, and gates with their people', () => {
    const builder = twoMonths()
      .person('ada', 'AZ-500', 'SC-200', 'SC-100')
      .certification({ person: 'bo', title: 'AZ-500', completed: '2023-12-20' })
      .person('bo', 'SC-200')
      .certification({ person: 'cy', title: 'SC-100', expires: '2023-12-31' })
    expect(lines(builder).slice(1)).toEqual([
      '   +13.3  Intermediate certifications: step-1 is met now (1 to 2 of 2 people)',
      '    -6.7  Intermediate certifications: cy no longer counts in step-3 (SC-100 expired 2023-12-31)',
      '     0.0  Intermediate certifications: bo counts in step-1 (AZ-500 completed 2023-12-20)',
    ])
  })

  it('name the rules that decide instead of others', () => {
    const builder = skilled(twoMonths(), 1)
    expect(lines(builder, { from: '2023-11-30', to: '2023-12-01' })).toContain(
      '   -13.3  Intermediate certifications: security-2023-12 instead of security-2023-06',
    )
  })

  it('say no data, never 0, and which months were not imported', () => {
    const told = lines(facts().azureYears('Nettle', 125))
    expect(told[0]).toBe('Since 2023-12-15: 2.1 then, no data now')
    expect(told).toContain('    -2.0  Net customer adds: no data on the later date')
    const unknown = facts().importedSeats('2023-10').seatYears('Nettle', [25, 0], [25, 0])
    expect(lines(unknown, { from: '2023-11-15', to: '2023-12-15' })).toContain(
      '    -2.0  Net customer adds, Microsoft 365: no data in the window of a year ago on the earlier date',
    )
    expect(told.at(-1)).toMatch(
      /^ {2}note: \d+ months that 2023-12-15 compares were not imported\.$/,
    )
  })

  it('name parts of a step, and count the causes beyond the limit', () => {
    const builder = twoMonths().azure({ tenant: 'Kestrel', month: '2023-12', usd: 2_000 })
    const readings = { growthSteps: 'whole' } as const
    expect(lines(builder, { readings }).at(-1)).toBe(
      '    -0.6  Usage growth, Azure: parts of a growth step that do not count',
    )
    expect(lines(builder, { readings, limit: 2 }).at(-1)).toBe('    -0.6  1 other cause')
  })

  it('say so when there are none', () => {
    expect(lines(seventy(), { from: '2023-12-01', to: '2023-12-15' }).slice(0, 2)).toEqual([
      'Since 2023-12-01: 70.0 then, 70.0 now, 0.0',
      '  nothing changed',
    ])
  })
})
