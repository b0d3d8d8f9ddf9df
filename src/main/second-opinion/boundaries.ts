/**
 * The values at which a rule changes its answer, each as a query over the views of the rules that
 * finds one in a random partner. A run in which one of them never occurred proves too little.
 */
export type Boundaries = Readonly<Record<string, string>>

const year = (usd: string) => `select 1 from years where now = ${micro(usd)}`
const yearBefore = (usd: string) => `select 1 from years where before = ${micro(usd)}`
const seats = (condition: string) => `select 1 from workload_seats where sign = 1 and ${condition}`
const credit = `
  select 1 from years join azure_counted using (tenant), asked
  where micro < 0 and month between azure_month - 11 and azure_month
    and now between 0 and 12000000000 and now - micro`
const held = (condition: string) => `
  select 1 from valid_until, asked
  where ${condition} and coalesce(type, '') <> 'Course' and coalesce(activation, '') <> 'Inactive'`

function micro(usd: string): string {
  const [dollars = '', cents = '00'] = usd.split('.')
  return `${dollars}${cents}0000`
}

const CERTIFICATIONS: Boundaries = {
  'completed the day before': held("completed = date(date, '-1 day')"),
  'completed on the day': held('completed = date'),
  'completed the day after': held("completed = date(date, '+1 day')"),
  'expired the day before': held("completed < date and expires = date(date, '-1 day')"),
  'expires on the day': held('completed < date and expires = date'),
  'expires the day after': held("completed < date and expires = date(date, '+1 day')"),
}

const SHARES: Boundaries = {
  '14.99 % of 10,000 seats in use': seats('paid = 10000 and active = 1499'),
  '15 % of 10,000 seats in use': seats('paid = 10000 and active = 1500'),
  'more seats in use than paid': 'select 1 from seats_counted where paid >= 25 and active > paid',
  'fewer users than a year ago': `
    select 1 from (select sum(active * sign) as growth from workload_seats) where growth < 0`,
}

export const BOUNDARIES_2023: Boundaries = {
  'USD 99.99 in twelve months': year('99.99'),
  'USD 100 in twelve months': year('100'),
  'USD 99.99 a year ago': yearBefore('99.99'),
  'USD 100 a year ago': yearBefore('100'),
  'USD 11,999.99 in twelve months': year('11999.99'),
  'USD 12,000 in twelve months': year('12000'),
  'USD 11,999.99 a year ago': yearBefore('11999.99'),
  'USD 12,000 a year ago': yearBefore('12000'),
  'a credit that takes a tenant below USD 100': `${credit} >= 100000000 and now < 100000000`,
  'less Azure usage than a year ago': `
    select 1 from (select sum(now - before) as growth from years) where growth < 0`,
  '24 seats': seats('paid = 24'),
  '25 seats': seats('paid = 25'),
  ...SHARES,
  ...CERTIFICATIONS,
  'MS-500 on 2023-11-30': held("code = 'MS-500' and date = '2023-11-30'"),
  'MS-500 on 2023-12-01': held("code = 'MS-500' and date = '2023-12-01'"),
  'MS-500 on its last day, 2024-06-30': held("code = 'MS-500' and date = '2024-06-30'"),
  'MS-500 on 2024-07-01': held("code = 'MS-500' and date = '2024-07-01'"),
}

/** A tenant with so many seats on each of its workloads, and so many a year ago. */
const seatsAfter = (now: number, before: number) => `
  select 1 from workload_seats group by tenant
  having max(iif(sign = 1, paid, 0)) = ${String(now)} and min(iif(sign = 1 and paid > 0, paid, ${String(now)})) = ${String(now)}
    and max(iif(sign = -1, paid, 0)) = ${String(before)}`

export const BOUNDARIES_2026: Boundaries = {
  'USD 599.99 in twelve months': year('599.99'),
  'USD 600 in twelve months': year('600'),
  'USD 599.99 a year ago': yearBefore('599.99'),
  'USD 600 a year ago': yearBefore('600'),
  'USD 749.99 in twelve months': year('749.99'),
  'USD 750 in twelve months': year('750'),
  'USD 749.99 a year ago': yearBefore('749.99'),
  'USD 750 a year ago': yearBefore('750'),
  'USD 12,000 in twelve months': year('12000'),
  'USD 12,000.01 in twelve months': year('12000.01'),
  'USD 12,000 a year ago': yearBefore('12000'),
  'USD 12,000.01 a year ago': yearBefore('12000.01'),
  'one cent in twelve months': year('0.01'),
  'nothing in twelve months': 'select 1 from years where now = 0',
  'less than nothing in twelve months': 'select 1 from years where now < 0',
  'a credit that takes a tenant below USD 750': `${credit} >= 750000000 and now < 750000000`,
  'grown past USD 12,000 from 12,000': `${year('12000.01')} and before = ${micro('12000')}`,
  'grown past USD 12,000 from 750': `${year('12000.01')} and before = ${micro('750')}`,
  'past USD 12,000 with 749.99 a year ago': `${year('12000.01')} and before = ${micro('749.99')}`,
  'past USD 12,000 as a year ago': `${year('12000.01')} and before = ${micro('12000.01')}`,
  'fallen to USD 12,000': `${year('12000')} and before = ${micro('12000.01')}`,
  'fallen to USD 749.99 from 750': `${year('749.99')} and before = ${micro('750')}`,
  '4 seats': seats('paid = 4'),
  '5 seats': seats('paid = 5'),
  '300 seats': seats('paid = 300'),
  '301 seats': seats('paid = 301'),
  'grown past 300 seats from 300': seatsAfter(301, 300),
  'grown past 300 seats from 5': seatsAfter(301, 5),
  'past 300 seats with 4 a year ago': seatsAfter(301, 4),
  'past 300 seats as a year ago': seatsAfter(301, 301),
  'fallen to 300 seats': seatsAfter(300, 301),
  'fallen to 4 seats from 5': seatsAfter(4, 5),
  '14 of 100 seats in use': seats('paid = 100 and active = 14'),
  '15 of 100 seats in use': seats('paid = 100 and active = 15'),
  ...SHARES,
  ...CERTIFICATIONS,
  'AZ-500 on the day it retires': held(
    "code = 'AZ-500' and date = '2026-08-31' and completed = '2022-03-01'",
  ),
  'AZ-500 the day after': held(
    "code = 'AZ-500' and date = '2026-09-01' and completed = '2022-03-01'",
  ),
  'AZ-500 a year after its completion': held(
    "code = 'AZ-500' and completed = date(date, '-1 year') and date > '2026-08-31'",
  ),
  'AZ-500 a year and a day after its completion': held(
    "code = 'AZ-500' and completed = date(date, '-1 year', '-1 day') and date > '2026-08-31'",
  ),
  'SC-400 on the day it retires': held(
    "code = 'SC-400' and date = '2025-05-31' and completed = '2022-03-01'",
  ),
  'SC-400 the day after': held(
    "code = 'SC-400' and date = '2025-06-01' and completed = '2022-03-01'",
  ),
  'SC-400 a year after its completion': held(
    "code = 'SC-400' and completed = date(date, '-1 year') and date > '2025-05-31'",
  ),
  'SC-400 a year and a day after its completion': held(
    "code = 'SC-400' and completed = date(date, '-1 year', '-1 day') and date > '2025-05-31'",
  ),
}
