import Database from 'better-sqlite3'
import type { PartnerRows } from './partner-rows'

/**
 * The raw rows of one partner at a time in one SQLite database in memory, with views that say what
 * counts. Written from SCORING.md and sharing no code with the engine, not even the editions: where
 * the two differ, one of them misread the page.
 */

/** What the page leaves open; one answer each (SCORING.md "Readings"). */
export interface Answers {
  readonly streamFloor: 'each' | 'sum'
  readonly growthSteps: 'proportional' | 'whole'
  readonly metricMinimum: 'one' | 'positive'
  readonly seatScope: 'workload' | 'tenant'
  readonly activeCap: 'paid' | 'reported'
  readonly currentMonth: 'strict' | 'newest'
}

/** What a score is asked for. */
export interface Question {
  readonly date: string
  /** The usage month, `year * 12 + month - 1`. */
  readonly month: number
  readonly answers: Answers
}

/** The differences of one stream to a year ago: tenants, tenants, and micro-dollars or users. */
export interface Deltas {
  readonly customers: bigint
  readonly deployments: bigint
  readonly growth: bigint
}

const TABLES = `
create table azure (tenant text, month int, service text, offer text, association text, duplicate int, micro int);
create table seats (tenant text, month int, workload text, association text, duplicate int, paid int, active int);
create table held (person text, code text, type text, completed text, expires text, activation text);
create table asked (date text, azure_month int, seat_month int, seat_scope text, active_cap text);`

/**
 * What all editions have in common, over the views `azure_counted`, `seats_counted` and
 * `valid_until` of the rules of one of them.
 */
const COMMON = `
create view years_asked as
select tenant,
  sum(case when month between azure_month - 11 and azure_month then micro else 0 end) as now,
  sum(case when month between azure_month - 23 and azure_month - 12 then micro else 0 end) as before
from azure_counted, asked group by tenant;

create view workload_seats_asked as
with ranked as (
  select *, row_number() over (
    partition by tenant, workload, month order by paid desc, active desc) as place
  from seats_counted)
select tenant, workload, paid, (month = seat_month) - (month = seat_month - 12) as sign,
  case active_cap when 'paid' then min(active, paid) else active end as active
from ranked, asked where place = 1 and month in (seat_month, seat_month - 12);

-- Tables, since each is read several times for one question.
create table years (tenant text, now int, before int);
create table workload_seats (tenant text, workload text, paid int, sign int, active int);

create view judged_seats as
select tenant, sign, paid, active from workload_seats, asked where seat_scope = 'workload'
union all
select tenant, sign, sum(paid), sum(active) from workload_seats, asked
where seat_scope = 'tenant' group by tenant, sign;

create view holders as
select lower(person) as person, code from valid_until, asked
where completed <= date and (expires is null or expires >= date)
  and (retires is null or retires >= date)
  and (type is null or lower(type) in ('', 'certification'))
  and (activation is null or lower(activation) in ('', 'active'));`

/** A name as it is compared: letters of one case, white space folded. */
export function folded(column: string): string {
  return `lower(replace(trim(${column}), '  ', ' '))`
}

/** The deltas of seats; `inside` is a view of the judged seats that count, `growing` a condition on a tenant. */
export function seatDeltas(inside: string, growing: string): string {
  const tenants = (condition: string) =>
    `(select coalesce(sum(sign), 0) from (select distinct tenant, sign from ${inside} where ${condition}))`
  return `select ${tenants('true')} as customers,
    ${tenants('active * 100 >= paid * 15')} as deployments,
    (select coalesce(sum(active * sign), 0) from workload_seats where ${growing}) as growth`
}

export class RawRows {
  private readonly database = new Database(':memory:')
  private question = ''
  private readonly statements = new Map<string, Database.Statement>()

  /** @param views what counts under the rules of an edition. */
  constructor(views: string) {
    this.database.exec(TABLES + views + COMMON)
  }

  close(): void {
    this.database.close()
  }

  /** Holds the rows of a partner, and forgets those of the one before. */
  hold({ azure, seats, people }: PartnerRows): void {
    this.question = ''
    for (const table of ['azure', 'seats', 'held']) this.run(`delete from ${table}`)
    for (const row of azure) {
      const { tenant, month, service, offer, association, duplicate, cents } = row
      const values = [tenant, month, service, offer, association, duplicate ? 1 : 0]
      this.run('insert into azure values (?, ?, ?, ?, ?, ?, ?)', ...values, cents * 10_000)
    }
    for (const row of seats) {
      const { tenant, month, workload, association, duplicate, paid, active } = row
      const values = [tenant, month, workload, association, duplicate ? 1 : 0, paid, active]
      this.run('insert into seats values (?, ?, ?, ?, ?, ?, ?)', ...values)
    }
    for (const { person, code, type, completed, expires, activation } of people) {
      const values = [person, code, type, completed, expires, activation]
      this.run('insert into held values (?, ?, ?, ?, ?, ?)', ...values)
    }
  }

  ask(date: string, months: { azure: number | null; seats: number | null }, to: Answers): void {
    const question = JSON.stringify([date, months, to.seatScope, to.activeCap])
    if (question === this.question) return
    this.question = question
    for (const table of ['asked', 'years', 'workload_seats']) this.run(`delete from ${table}`)
    const values = [date, months.azure, months.seats, to.seatScope, to.activeCap]
    this.run('insert into asked values (?, ?, ?, ?, ?)', ...values)
    this.run('insert into years select * from years_asked')
    this.run('insert into workload_seats select * from workload_seats_asked')
  }

  deltas(sql: string): Deltas {
    return this.statement(sql).safeIntegers().get() as Deltas
  }

  /** How many people hold one of these certifications. */
  holdersOf(...codes: string[]): bigint {
    const sql = `select count(distinct person) as people from holders
      where code in (select value from json_each(?))`
    return BigInt((this.statement(sql).get(JSON.stringify(codes)) as { people: number }).people)
  }

  /** Whether a query finds anything. */
  finds(sql: string): boolean {
    return this.statement(sql).get() !== undefined
  }

  private run(sql: string, ...values: unknown[]): void {
    this.statement(sql).run(...values)
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql) ?? this.database.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}
