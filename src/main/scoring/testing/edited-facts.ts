import { formatMonth, parseDay, parseMonth, type Month } from '../../../shared/calendar'
import type { Overrides } from '../../../shared/scenarios'
import type { Edition } from '../../rules/edition-schema'
import { foldName } from '../../rules/names'
import { acrBetween } from '../acr-matrix'
import { prepare, type PreparedFacts } from '../engine'
import type { FactsBuilder } from './facts-builder'
import { tenantId, type AzureRow, type SeatRow } from './facts-builder'
import type { Partner } from './partners'

/**
 * A partner whose files say what a scenario says: the rows of the current windows are written anew,
 * row by row and with integers of any size, and then prepared from the start.
 */
export function preparedAsEdited(
  partner: Partner,
  overrides: Overrides,
  usageMonth: string,
  edition: Edition,
  builder: (partner: Partner) => FactsBuilder,
): PreparedFacts {
  const base = prepare(builder(partner).build(), edition)
  const month = parseMonth(usageMonth) ?? NaN
  const newest = (months: readonly Month[]) =>
    months.filter((each) => each <= month).at(-1) ?? month
  const azure = newest(base.usage.azure.months.months)
  const m365 = newest(base.usage.m365.months.months)
  const inYear = (row: AzureRow) => monthsOf(azure).includes(row.month)
  const kept = {
    azure: partner.azure.filter((row) => !inYear(row)),
    seats: partner.seats.filter((row) => row.month !== formatMonth(m365)),
    people: editedPeople(partner, overrides),
  }
  return prepare(
    builder(kept)
      .azure(...azureRows(base, overrides, azure))
      .seats(...seatRows(base, overrides, m365, edition))
      .build(),
    edition,
  )
}

const monthsOf = (anchor: Month) =>
  Array.from({ length: 12 }, (_each, index) => formatMonth(anchor - 11 + index))

/** Names as the builder spells tenants; new ones carry their own. */
function namesOf(base: PreparedFacts, { customers }: Overrides): string[] {
  const known = base.tenants.map(({ name }) => name ?? '')
  const added = customers.flatMap(({ newName }) => newName ?? [])
  return [...new Set([...known, ...added])]
}

function azureRows(base: PreparedFacts, overrides: Overrides, anchor: Month): AzureRow[] {
  const { azurePercent } = overrides.usage
  return namesOf(base, overrides).flatMap((tenant) => {
    const index = base.tenants.findIndex(({ name }) => name === tenant)
    const own = overrides.customers.find((each) => each.tenantId === tenantId(tenant))
    const given = own?.removed ? { per: 'year', usd: 0 } : own?.azure
    const running = monthsOf(anchor).map((_month, place) => {
      const months = BigInt(place + 1)
      if (given) {
        const micro = BigInt(Math.round(given.usd * 1_000_000))
        return given.per === 'month' ? micro * months : floored(micro * months, 12n)
      }
      if (index < 0) return 0n
      const until = acrBetween(base.usage.azure, anchor - 11, anchor - 11 + place)[index] ?? 0
      return floored(BigInt(until) * BigInt(azurePercent), 100n)
    })
    return monthsOf(anchor).map((month, place): AzureRow => {
      const amount = (running[place] ?? 0n) - (place === 0 ? 0n : (running[place - 1] ?? 0n))
      return { tenant, month, usd: Number(amount) / 1_000_000 }
    })
  })
}

function seatRows(
  base: PreparedFacts,
  overrides: Overrides,
  anchor: Month,
  edition: Edition,
): SeatRow[] {
  const { paid, active, months, tenants, workloads } = base.usage.m365
  const scaled = (seats: number) =>
    Number(floored(BigInt(seats) * BigInt(overrides.usage.m365Percent), 100n))
  return namesOf(base, overrides).flatMap((tenant) => {
    const index = base.tenants.findIndex(({ name }) => name === tenant)
    const own = overrides.customers.find((each) => each.tenantId === tenantId(tenant))
    return edition.m365.workloads.flatMap(({ name, aliases }, workload): SeatRow[] => {
      const row = { tenant, month: formatMonth(anchor), workload: name }
      if (own?.removed) return []
      const spellings = [name, ...aliases].map(foldName)
      const given = own?.seats.find((each) => spellings.includes(foldName(each.workload)))
      if (given) return [{ ...row, paid: given.paid, active: given.active }]
      if (index < 0 || months.rowOf(anchor) < 0) return []
      const cell = (months.rowOf(anchor) * tenants + index) * workloads + workload
      const [seats, used] = [paid[cell] ?? 0, active[cell] ?? 0]
      // Who gives seats of one workload keeps the others, and nothing else changes them.
      const as = own && own.seats.length > 0 ? (each: number) => each : scaled
      return [{ ...row, paid: as(seats), active: as(used) }]
    })
  })
}

function floored(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

function editedPeople({ people }: Partner, { certifications }: Overrides): Partner['people'] {
  return certifications.reduce<Partner['people']>((rows, override) => {
    const { kind, person, certification } = override
    const concerns = (row: Partner['people'][number]) =>
      row.person === person && row.title === certification
    if (kind === 'remove') return rows.filter((row) => !concerns(row))
    if (kind === 'renew')
      return rows.map((row) => (concerns(row) ? { ...row, expires: override.expires } : row))
    const { completed, expires } = override
    if (parseDay(completed) === undefined) throw new RangeError(`Not a date: ${completed}`)
    return [...rows, { person, title: certification, completed, expires }]
  }, people)
}
