import Database from 'better-sqlite3'
import type { PartnerRows } from './partner-rows'

/**
 * A second implementation of the 2023 rules, for the specs alone: plain SQL over raw rows, written
 * from SCORING.md and sharing no code with the engine, not even the editions. Where the two differ,
 * one of them misread the page.
 */

/** Points of all metrics have this denominator; it holds sixths, 1,250 dollars in micros and 125 users. */
export const DENOMINATOR = 6n * 1_250_000_000n * 125n

export interface SecondOpinion {
  /** Numerators over {@link DENOMINATOR}; null: no data. In the order of the rules page. */
  readonly metrics: readonly (bigint | null)[]
  readonly total: bigint | null
  readonly attained: boolean
}

const SCHEMA = `
create table azure (tenant text, month int, service text, offer text, association text, duplicate int, micro int);
create table seats (tenant text, month int, workload text, association text, duplicate int, paid int, active int);
create table held (person text, code text, type text, completed text, expires text, activation text);`

const AZURE = `
with counted as (
  select tenant, month, micro from azure
  where lower(replace(trim(service), '  ', ' ')) in (
      'advanced data security', 'application gateway', 'azure firewall', 'key vault', 'sentinel',
      'microsoft sentinel', 'security center')
    and (offer is null or lower(offer) not in ('support', 'internal', 'benefit program', 'trial'))
    and lower(association) in ('pal', 'partner admin link', 'partner admin link (pal)')
    and duplicate = 0
), years as (
  select tenant,
    sum(case when month between :m - 11 and :m then micro else 0 end) as now,
    sum(case when month between :m - 23 and :m - 12 then micro else 0 end) as before
  from counted group by tenant
)
select
  coalesce(sum((now >= 100000000) - (before >= 100000000)), 0) as customers,
  coalesce(sum((now >= 12000000000) - (before >= 12000000000)), 0) as deployments,
  coalesce(sum(now - before), 0) as growth
from years`

const SEATS = `
with named as (
  select tenant, month, paid, active,
    case lower(replace(trim(workload), '  ', ' '))
      when 'intune' then 'intune' when 'microsoft intune' then 'intune'
      when 'azure active directory premium' then 'identity' when 'entra id p1' then 'identity'
      when 'microsoft defender for identity' then 'defender' end as workload
  from seats
  where lower(association) in ('cpor', 'claiming partner of record', 'claiming partner of record (cpor)')
    and duplicate = 0
), ranked as (
  select *, row_number() over (
    partition by tenant, workload, month order by paid desc, active desc) as place
  from named where workload is not null
), one as (
  select tenant, month, paid, min(active, paid) as active from ranked where place = 1
), tenants as (
  select tenant, month, max(paid >= 25) as customer,
    max(paid >= 25 and active * 100 >= paid * 15) as deployment, sum(active) as users
  from one group by tenant, month
)
select
  coalesce(sum(customer * sign), 0) as customers,
  coalesce(sum(deployment * sign), 0) as deployments,
  coalesce(sum(users * sign), 0) as growth
from (select *, (month = :m) - (month = :m - 12) as sign from tenants)`

const HOLDERS = `
select count(distinct lower(person)) as people from held
where code in (select value from json_each(:codes))
  and completed <= :date and (expires is null or expires >= :date)
  and (type is null or lower(type) in ('', 'certification'))
  and (activation is null or lower(activation) in ('', 'active'))
  and (code <> 'MS-500' or :date <= '2024-06-30')`

interface Deltas {
  readonly customers: bigint
  readonly deployments: bigint
  readonly growth: bigint
}

/** The score of a date under the rules until 2023-11-30, or those from 2023-12-01. */
export function secondOpinion(
  rows: PartnerRows,
  { date, month, from2023December }: { date: string; month: number; from2023December: boolean },
): SecondOpinion {
  const database = new Database(':memory:')
  try {
    fill(database, rows)
    const azure = rows.hasAzure ? deltas(database, AZURE, month) : null
    const seats = rows.hasSeats ? deltas(database, SEATS, month) : null
    const people = (...codes: string[]) => holders(database, codes, date)
    const skills = rows.hasPeople ? skillPoints(people, from2023December) : null
    const sixths = (20n * DENOMINATOR) / 6n
    const metrics = [
      both(azure?.customers, seats?.customers, 2n * DENOMINATOR, 2n * DENOMINATOR),
      skills,
      both(azure?.deployments, seats?.deployments, sixths, sixths),
      both(azure?.growth, seats?.growth, DENOMINATOR / 1_250_000_000n, DENOMINATOR / 125n),
    ]
    return judged(metrics)
  } finally {
    database.close()
  }
}

function judged(metrics: readonly (bigint | null)[]): SecondOpinion {
  const known = metrics.filter((points) => points !== null)
  const total = known.length === 0 ? null : known.reduce((sum, points) => sum + points, 0n)
  const attained =
    total !== null &&
    total >= 70n * DENOMINATOR &&
    metrics.every((points) => points !== null && points >= DENOMINATOR)
  return { metrics, total, attained }
}

function deltas(database: Database.Database, sql: string, m: number): Deltas {
  return database.prepare(sql).safeIntegers().get({ m }) as Deltas
}

function holders(database: Database.Database, codes: readonly string[], date: string): number {
  const row = database.prepare(HOLDERS).get({ codes: JSON.stringify(codes), date })
  return (row as { people: number }).people
}

function skillPoints(people: (...codes: string[]) => number, from2023December: boolean): bigint {
  const gate = from2023December ? 2 : 1
  if (people('AZ-500') < gate || people('SC-200', 'MS-500') < gate) return 0n
  const paid = from2023December
    ? people('SC-100', 'SC-300', 'SC-400')
    : people('SC-100', 'SC-200', 'SC-300', 'SC-400')
  return between((BigInt(paid) * 40n * DENOMINATOR) / 6n, 40n)
}

/** Each stream floored at nothing and capped at 20, then both together capped at 20. */
function both(
  azure: bigint | undefined,
  seats: bigint | undefined,
  azureRate: bigint,
  seatRate: bigint,
): bigint | null {
  if (azure === undefined && seats === undefined) return null
  const points = between((azure ?? 0n) * azureRate, 20n) + between((seats ?? 0n) * seatRate, 20n)
  return between(points, 20n)
}

function between(points: bigint, max: bigint): bigint {
  const most = max * DENOMINATOR
  if (points < 0n) return 0n
  return points > most ? most : points
}

function fill(database: Database.Database, { azure, seats, people }: PartnerRows): void {
  database.exec(SCHEMA)
  const intoAzure = database.prepare('insert into azure values (?, ?, ?, ?, ?, ?, ?)')
  for (const row of azure) {
    intoAzure.run(
      ...[row.tenant, row.month, row.service, row.offer, row.association],
      ...[row.duplicate ? 1 : 0, row.cents * 10_000],
    )
  }
  const intoSeats = database.prepare('insert into seats values (?, ?, ?, ?, ?, ?, ?)')
  for (const row of seats) {
    intoSeats.run(
      ...[row.tenant, row.month, row.workload, row.association, row.duplicate ? 1 : 0],
      ...[row.paid, row.active],
    )
  }
  const intoHeld = database.prepare('insert into held values (?, ?, ?, ?, ?, ?)')
  for (const { person, code, type, completed, expires, activation } of people) {
    intoHeld.run(person, code, type, completed, expires, activation)
  }
}
