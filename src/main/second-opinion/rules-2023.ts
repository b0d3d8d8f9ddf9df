import { DENOMINATOR, type Rules } from './opinion'
import { folded, seatDeltas } from './raw-rows'

/** The two editions of 2023 in plain SQL, with the names that the random partners use. */
export const VIEWS_2023 = `
create view azure_counted as
select tenant, month, micro from azure
where ${folded('service')} in (
    'advanced data security', 'application gateway', 'azure firewall', 'key vault', 'sentinel',
    'microsoft sentinel', 'security center')
  and (offer is null or lower(offer) not in ('support', 'internal', 'benefit program', 'trial'))
  and lower(association) in ('pal', 'partner admin link', 'partner admin link (pal)')
  and duplicate = 0;

create view seats_counted as
select * from (
  select tenant, month, paid, active,
    case ${folded('workload')}
      when 'intune' then 'intune' when 'microsoft intune' then 'intune'
      when 'azure active directory premium' then 'identity' when 'entra id p1' then 'identity'
      when 'microsoft defender for identity' then 'defender' end as workload
  from seats
  where lower(association) in ('cpor', 'claiming partner of record', 'claiming partner of record (cpor)')
    and duplicate = 0)
where workload is not null;

create view valid_until as
select *, case code when 'MS-500' then '2024-06-30' end as retires from held;

create view customer_seats as select * from judged_seats where paid >= 25;`

const usage: Omit<Rules, 'skills'> = {
  worth: {
    customer: 2n * DENOMINATOR,
    deployment: (20n * DENOMINATOR) / 6n,
    microUsd: 1_250_000_000n,
    users: 125n,
  },
  azure: `
    select coalesce(sum((now >= 100000000) - (before >= 100000000)), 0) as customers,
      coalesce(sum((now >= 12000000000) - (before >= 12000000000)), 0) as deployments,
      coalesce(sum(now - before), 0) as growth
    from years`,
  seats: seatDeltas('customer_seats', 'true'),
}

export const UNTIL_2023_11: Rules = {
  ...usage,
  skills: (holders) =>
    holders('AZ-500') >= 1n && holders('SC-200', 'MS-500') >= 1n
      ? (holders('SC-100', 'SC-200', 'SC-300', 'SC-400') * 40n * DENOMINATOR) / 6n
      : 0n,
}

export const FROM_2023_12: Rules = {
  ...usage,
  skills: (holders) =>
    holders('AZ-500') >= 2n && holders('SC-200', 'MS-500') >= 2n
      ? (holders('SC-100', 'SC-300', 'SC-400') * 40n * DENOMINATOR) / 6n
      : 0n,
}
