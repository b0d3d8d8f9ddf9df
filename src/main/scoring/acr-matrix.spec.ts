import { describe, expect, it } from 'vitest'
import { monthOf } from '../../shared/calendar'
import { acrBetween, acrMatrix, AcrMatrixBuilder, type AcrMatrix } from './acr-matrix'
import type { EntryTest } from './eligibility'
import type { AzureFacts } from './facts'
import { facts, type FactsBuilder } from './testing/facts-builder'

const LARGEST = Number.MAX_SAFE_INTEGER
const [may, june, july, october] = [5, 6, 7, 10].map((month) => monthOf(2023, month)) as [
  number,
  number,
  number,
  number,
]

function matrixOf(builder: FactsBuilder, counts: EntryTest = () => true): AcrMatrix {
  const { tenants, azure } = builder.build()
  return acrMatrix(azure, tenants.length, counts)
}

function dollars(matrix: AcrMatrix, from: number, to: number): number[] {
  return [...acrBetween(matrix, from, to)].map((micro) => micro / 1_000_000)
}

describe('ACR in a window of months', () => {
  const builder = () =>
    facts().azure(
      { tenant: 'a', month: '2023-05', usd: 1 },
      { tenant: 'a', month: '2023-06', usd: 20 },
      { tenant: 'b', month: '2023-06', usd: 300 },
      { tenant: 'a', month: '2023-10', usd: 4_000 },
      { tenant: 'a', month: '2023-10', usd: -0.5 },
    )

  it('holds both its first and its last month, per tenant', () => {
    const matrix = matrixOf(builder())
    expect(dollars(matrix, may, may)).toEqual([1, 0])
    expect(dollars(matrix, june, june)).toEqual([20, 300])
    expect(dollars(matrix, may, june)).toEqual([21, 300])
    expect(dollars(matrix, may, october)).toEqual([4_020.5, 300])
  })

  it('may begin and end with months that are not in the data', () => {
    const matrix = matrixOf(builder())
    expect(dollars(matrix, may - 24, july)).toEqual([21, 300])
    expect(dollars(matrix, july, october + 24)).toEqual([3_999.5, 0])
    expect(dollars(matrix, july, july + 1)).toEqual([0, 0])
  })

  it('leaves out what does not count', () => {
    const matrix = matrixOf(builder(), (entry) => entry !== 2)
    expect(dollars(matrix, may, october)).toEqual([4_020.5, 0])
  })

  it('is nothing when nothing was imported', () => {
    expect(dollars(matrixOf(facts()), may, october)).toEqual([])
  })
})

describe('amounts beyond what can be added exactly', () => {
  const withAmounts = (...microUsd: number[]): AzureFacts => {
    const rows = microUsd.map(() => ({ tenant: 'a', month: '2023-05', usd: 0 }))
    return {
      ...facts()
        .azure(...rows)
        .build().azure,
      microUsd: Float64Array.from(microUsd),
    }
  }
  const refusal = expect.objectContaining({
    code: 'number-out-of-range',
    message: expect.stringContaining('more than nine billion US dollars') as string,
  }) as Error

  it('are refused, also when a credit would bring their sum back', () => {
    expect(() => acrMatrix(withAmounts(LARGEST, 1), 1, () => true)).toThrow(refusal)
    expect(() => acrMatrix(withAmounts(LARGEST, -1), 1, () => true)).toThrow(refusal)
    expect(() => acrMatrix(withAmounts(-LARGEST, -1), 1, () => true)).toThrow(refusal)
  })

  it('begin above the largest whole number that a double holds exactly', () => {
    const matrix = acrMatrix(withAmounts(LARGEST - 1, 1), 1, () => true)
    expect([...acrBetween(matrix, may, may)]).toEqual([LARGEST])
  })

  it('are refused as well when they come in columns, whose magnitudes are added up', () => {
    const builder = new AcrMatrixBuilder([may, june], 2)
    builder.addColumn(may, Uint32Array.of(0), Float64Array.of(LARGEST))
    builder.addColumn(june, Uint32Array.of(1), Float64Array.of(-1))
    expect(() => builder.finish()).toThrow(refusal)
  })

  it('do no harm in a row that does not count', () => {
    const matrix = acrMatrix(withAmounts(LARGEST, 1), 1, (entry) => entry === 1)
    expect([...acrBetween(matrix, may, may)]).toEqual([1])
  })
})

describe('facts that contradict themselves', () => {
  it('are found when an entry has a month that is not listed', () => {
    const { azure } = facts().azure({ tenant: 'a', month: '2023-05', usd: 1 }).build()
    expect(() => acrMatrix({ ...azure, months: [june] }, 1, () => true)).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })
})
