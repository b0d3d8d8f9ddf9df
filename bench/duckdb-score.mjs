// @ts-check
import { existsSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * The Azure stream of a score of December 2023 in SQL, over the same rows: what a team without an
 * engine of its own would run. Amounts are micro-dollars as whole numbers, so both sides are exact.
 */

/** @typedef {{ month: number, customers: number, deployments: number, growth: number, total: number }} SqlScore */

const counts = `service in ('Sentinel', 'Azure Firewall', 'Key Vault', 'Azure Bastion', 'Network Watcher', 'Application Gateway')
  and offer not in ('Support', 'Internal', 'Benefit Program', 'Trial') and association = 'PAL' and duplicate = 0`

const points = `
  least(20, greatest(0, customers * 2.0)) + least(20, greatest(0, deployments * 20.0 / 6))
  + least(20, greatest(0, growth / 1250000000.0))`

const judged = `select month, customers, deployments, growth, ${points} as total from (
  select month,
    sum((now >= 100000000)::int - (before >= 100000000)::int)::bigint as customers,
    sum((now >= 12000000000)::int - (before >= 12000000000)::int)::bigint as deployments,
    sum(now - before)::bigint as growth
  from years group by month) order by month`

/** @param {number} month The usage month, year × 12 + month − 1. */
export const scoreSql = (month) => `
with years as (
  select ${String(month)} as month, tenant,
    sum(case when month > ${String(month - 12)} then micro else 0 end) as now,
    sum(case when month <= ${String(month - 12)} then micro else 0 end) as before
  from usage where month between ${String(month - 23)} and ${String(month)} and ${counts}
  group by tenant
) ${judged}`

/** Every customer of the file has rows in every month, so windows of rows are windows of months. @param {number} from @param {number} to */
export const trendSql = (from, to) => `
with months as (
  select tenant, month, sum(case when ${counts} then micro else 0 end)::bigint as micro
  from usage group by tenant, month
), years as (
  select * from (
    select month, tenant,
      coalesce(sum(micro) over (partition by tenant order by month rows between 11 preceding and current row), 0) as now,
      coalesce(sum(micro) over (partition by tenant order by month rows between 23 preceding and 12 preceding), 0) as before
    from months)
  where month between ${String(from)} and ${String(to)}
) ${judged}`

const enumerated = [
  ['services', 'ServiceLevel2'],
  ['offers', 'OfferType'],
  ['associations', 'AssociationType'],
]

/** Opens the database of a usage file, loading the file first if it is not there. @param {string} path @param {string} csv */
export async function openUsage(path, csv) {
  const fresh = !existsSync(path)
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  if (fresh) {
    // Customers as dense numbers and names as enumerations: the form in which DuckDB is fastest.
    await connection.run(
      `create temp table rows as select * from read_csv('${csv}', header = true, all_varchar = true)`,
    )
    await connection.run(
      'create temp table tenants as select CustomerTenantId as id, row_number() over () - 1 as tenant from (select distinct CustomerTenantId from rows)',
    )
    for (const [name, column] of enumerated) {
      await connection.run(`create type ${name} as enum (select distinct ${column} from rows)`)
    }
    await connection.run(`create table usage as
      select (year(Month::date) * 12 + month(Month::date) - 1)::integer as month, tenant::integer as tenant,
        ServiceLevel2::services as service, OfferType::offers as offer,
        AssociationType::associations as association, IsACRDuplicateAtPGALevel::tinyint as duplicate,
        (ACR_USD::decimal(18, 6) * 1000000)::bigint as micro
      from rows join tenants on id = CustomerTenantId`)
    await connection.run('drop table rows')
    await connection.run('checkpoint')
  }
  /** @param {string} sql @returns {Promise<SqlScore[]>} */
  const query = async (sql) => {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
    return rows.map(({ month, customers, deployments, growth, total }) => ({
      month: Number(month),
      customers: Number(customers),
      deployments: Number(deployments),
      growth: Number(growth),
      total: Number(total),
    }))
  }
  return {
    query,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
