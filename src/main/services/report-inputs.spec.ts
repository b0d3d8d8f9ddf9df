import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportInputsSchema } from '../../shared/report-inputs'
import { editionById } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf } from '../scoring/engine'
import { day, facts } from '../scoring/testing/facts-builder'
import { anyPartner, anyReadings, builderOf } from '../scoring/testing/partners'
import type { Facts } from '../scoring/facts'
import type { Readings, Score } from '../../shared/score'
import { factsOf, INPUT_ROWS_AT_MOST, inputsOf } from './report-inputs'

const asOf = day('2023-12-15')

function attached(of: Facts, edition: string, readings: Partial<Readings> = {}) {
  const prepared = prepare(of, editionById(edition))
  const metrics = prepared.edition.metrics.map(({ id }) =>
    metricDetailOf(prepared, { asOf, readings, metricId: id, limit: 0 }),
  )
  return { inputs: inputsOf(of, metrics), score: scoreOf(prepared, { asOf, readings }) }
}

/** What is computed; other readings look at other windows, and warnings at names that do not count. */
function computed({ total, attained: is, metrics, readings }: Score) {
  return { total, is, metrics, readings }
}

describe('the inputs that travel with a report', () => {
  it.each([
    'security-2023-06',
    'security-2023-12',
    'security-2026-enterprise',
    'security-2026-smb',
  ])('give the very score again, for any partner and reading under %s', (edition) => {
    fc.assert(
      fc.property(anyPartner, anyReadings, (partner, readings) => {
        const { inputs, score } = attached(builderOf(partner).build(), edition, readings)
        const read = reportInputsSchema.parse(JSON.parse(JSON.stringify(inputs)))
        const again = scoreOf(prepare(factsOf(read), editionById(edition)), { asOf, readings })
        expect(computed(again)).toEqual(computed(score))
      }),
      { numRuns: 40 },
    )
  })

  it('leave out what no window of the score reaches, and add up a window of Azure usage', () => {
    const builder = facts()
      .fullHistory()
      .azure(
        { tenant: 't1', month: '2023-11', usd: 100 },
        { tenant: 't1', month: '2023-03', usd: 50 },
        { tenant: 't2', month: '2020-01', usd: 999 },
      )
    const { inputs } = attached(builder.build(), 'security-2023-12')
    if (inputs.status !== 'attached') throw new Error('They are few.')
    expect(inputs.azure.rows.map(([, , , amount]) => amount)).toEqual([150e6])
    expect(inputs.tenants).toHaveLength(1)
  })

  it('stay away from the report of a partner with too many of them, which says how many', () => {
    const rows = Array.from({ length: INPUT_ROWS_AT_MOST + 1 }, (_, at) => at)
    const { azure, ...others } = facts().azure({ tenant: 't1', month: '2023-11', usd: 1 }).build()
    const many = {
      ...others,
      tenants: rows.map((at) => ({ id: String(at), name: null })),
      azure: {
        ...azure,
        tenant: Uint32Array.from(rows),
        month: new Uint32Array(rows.length).fill(azure.month[0] ?? 0),
        microUsd: new Float64Array(rows.length).fill(1e6),
        service: new Uint32Array(rows.length),
        offer: new Uint32Array(rows.length),
        association: new Uint32Array(rows.length),
        duplicate: new Uint8Array(rows.length),
      },
    }
    expect(attached(many, 'security-2023-12').inputs).toEqual({
      ...{ status: 'too-large', rows: rows.length, rowsAtMost: INPUT_ROWS_AT_MOST },
    })
  })
})
