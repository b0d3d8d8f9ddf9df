import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectPreparedLike } from '../../scoring/testing/stored-facts'
import {
  addProfile,
  azureLines,
  importFiles,
  month,
  seatLines,
  temporaryWorkspace,
  tenantGuid,
  type AzureRow,
  type SeatRow,
  type TestFile,
} from '../test-support'

const MONTHS = ['2023-09', '2023-10', '2023-11']
const place = {
  month: fc.constantFrom(...MONTHS),
  tenant: fc.integer({ min: 1, max: 4 }),
  location: fc.constantFrom('', '1001', '1002'),
  association: fc.constantFrom(null, 'PAL', 'CPOR'),
  duplicate: fc.constantFrom(0, 1),
}
const azureRow: fc.Arbitrary<Required<Omit<AzureRow, 'tenantName'>>> = fc.record({
  ...place,
  service: fc.constantFrom('Sentinel', 'Key Vault'),
  offer: fc.constantFrom(null, '', 'Trial'),
  microUsd: fc.integer({ min: -1_000_000, max: 5_000_000_000 }),
})
const seatRow: fc.Arbitrary<Required<SeatRow>> = fc.record({
  ...place,
  workload: fc.constantFrom('Intune', 'Defender'),
  paid: fc.integer({ min: 0, max: 40 }),
  active: fc.integer({ min: 0, max: 40 }),
})

type Part = { azure: Required<Omit<AzureRow, 'tenantName'>>[] } | { seats: Required<SeatRow>[] }
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ azure: fc.array(azureRow, { maxLength: 12 }) }),
  fc.record({ seats: fc.array(seatRow, { maxLength: 12 }) }),
)
const history = fc.array(
  fc.record({
    mode: fc.constantFrom('replace' as const, 'append' as const),
    parts: fc.array(part, { maxLength: 3 }),
  }),
  { maxLength: 5 },
)

/** The rows in force after all imports, by the plainest reading of the rule. */
function inForce<Row extends { month: string; location: string }>(
  imports: readonly { mode: 'replace' | 'append'; rows: readonly Row[] }[],
): Row[] {
  let kept: Row[] = []
  for (const { mode, rows } of imports) {
    const isCovered = (old: Row) =>
      rows.some((row) => row.month === old.month && row.location === old.location)
    kept = [...kept.filter((old) => mode === 'append' || !isCovered(old)), ...rows]
  }
  return kept
}

function expectedLines<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => unknown[],
  combine: (group: readonly Row[]) => unknown[],
): string[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row))
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .map(([key, group]) => JSON.stringify([...(JSON.parse(key) as unknown[]), ...combine(group)]))
    .sort()
}

describe('the rollups', () => {
  it('always are the rows in force, added up, and the columns the same, whatever was imported in whatever mode', () => {
    const { store } = temporaryWorkspace()
    let run = 0
    fc.assert(
      fc.property(history, (imports) => {
        const profile = addProfile(store, `Partner ${++run}`)
        imports.forEach(({ mode, parts }, index) => {
          const files = parts.map((each, number): TestFile => ({
            name: `${index}-${number}`,
            ...each,
          }))
          importFiles(store, profile, files, mode)
          store.stored(profile, (partner) => expectPreparedLike(partner, store.facts(profile)))
        })
        const azure = imports.map(({ mode, parts }) => ({
          mode,
          rows: parts.flatMap((each) => ('azure' in each ? each.azure : [])),
        }))
        const seats = imports.map(({ mode, parts }) => ({
          mode,
          rows: parts.flatMap((each) => ('seats' in each ? each.seats : [])),
        }))
        expect(azureLines(store, profile)).toEqual(
          expectedLines(
            inForce(azure),
            (row) => [
              month(row.month),
              tenantGuid(row.tenant),
              row.service,
              row.offer,
              row.association,
              row.duplicate,
            ],
            (group) => [group.reduce((sum, row) => sum + row.microUsd, 0)],
          ),
        )
        expect(seatLines(store, profile)).toEqual(
          expectedLines(
            inForce(seats),
            (row) => [
              month(row.month),
              tenantGuid(row.tenant),
              row.workload,
              row.association,
              row.duplicate,
            ],
            (group) => {
              const most = group.reduce((best, row) =>
                row.paid > best.paid || (row.paid === best.paid && row.active > best.active)
                  ? row
                  : best,
              )
              return [most.paid, most.active]
            },
          ),
        )
      }),
      { numRuns: 60 },
    )
    expect(store.verify()).toMatchObject({ ok: true })
  })
})
