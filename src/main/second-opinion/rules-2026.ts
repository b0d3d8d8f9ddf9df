import { DENOMINATOR, type Rules } from './opinion'
import { folded, seatDeltas } from './raw-rows'

/** Amounts of a range of the SMB track, in micro-dollars, and seats. */
const small = {
  deployment: 'between 750000000 and 12000000000',
  growth: 'between 1 and 12000000000',
  seats: 'between 5 and 300',
}

/** The two tracks of 2026 in plain SQL; who was small a year ago may outgrow the range. */
export const VIEWS_2026 = `
create view azure_counted as
select tenant, month, micro from azure
where ${folded('service')} in (
    'application gateway', 'azure ad b2c', 'azure ad for external identities', 'azure bastion',
    'azure ddos protection', 'azure firewall', 'azure firewall manager', 'azure front door',
    'azure iot security', 'key vault', 'microsoft defender for cloud', 'microsoft entra',
    'microsoft entra domain services', 'microsoft entra verified id', 'microsoft purview',
    'microsoft security copilot', 'microsoft sentinel',
    'sentinel', 'security center', 'azure defender')
  and (offer is null or lower(offer) not in ('support', 'internal', 'benefit program', 'trial'))
  and lower(association) in ('pal', 'partner admin link', 'csp tier 1', 'csp tier 2')
  and duplicate = 0;

create view seats_counted as
select * from (
  select tenant, month, paid, active,
    case ${folded('workload')}
      when 'intune' then 'intune'
      when 'entra id p1' then 'identity' when 'azure active directory premium' then 'identity'
      when 'defender for endpoint p2' then 'endpoint' when 'defender for endpoint' then 'endpoint'
      when 'defender for identity' then 'defender'
      when 'defender for office 365' then 'office'
      when 'purview information protection' then 'information' end as workload
  from seats
  where lower(association) in ('cpor', 'claiming partner of record', 'csp tier 1', 'csp tier 2')
    and duplicate = 0)
where workload is not null;

create view valid_until as
select *, case code
    when 'AZ-500' then max('2026-08-31', date(completed, '+1 year'))
    when 'SC-400' then max('2025-05-31', date(completed, '+1 year')) end as retires
from held;

create view enterprise_seats as select * from judged_seats where paid > 300;

create view smb_seats as
select * from judged_seats
where paid ${small.seats} or (paid > 300 and sign = 1 and tenant in (
  select tenant from judged_seats where sign = -1 and paid ${small.seats}));`

const tenantsOf = (inside: string) => `(tenant, sign) in (select tenant, sign from ${inside})`
const STEP_3 = ['SC-100', 'SC-300', 'SC-400', 'SC-401']

export const ENTERPRISE_2026: Rules = {
  worth: {
    customer: 2n * DENOMINATOR,
    deployment: (20n * DENOMINATOR) / 6n,
    microUsd: 1_250_000_000n,
    users: 125n,
  },
  azure: `
    select coalesce(sum((now >= 600000000) - (before >= 600000000)), 0) as customers,
      coalesce(sum((now > 12000000000) - (before > 12000000000)), 0) as deployments,
      coalesce(sum(
        iif(now > 12000000000, now, 0) - iif(before > 12000000000, before, 0)), 0) as growth
    from years`,
  seats: seatDeltas('enterprise_seats', tenantsOf('enterprise_seats')),
  skills: (holders) =>
    holders('AZ-500', 'SC-500') >= 2n && holders('SC-200') >= 2n
      ? (holders(...STEP_3) * 40n * DENOMINATOR) / 6n
      : 0n,
}

export const SMB_2026: Rules = {
  worth: {
    customer: 4n * DENOMINATOR,
    deployment: (20n * DENOMINATOR) / 6n,
    microUsd: 750_000_000n,
    users: 50n,
  },
  azure: `
    select coalesce(sum((now >= 600000000) - (before >= 600000000)), 0) as customers,
      coalesce(sum(
        (now ${small.deployment} or (now >= 750000000 and before ${small.deployment}))
        - (before ${small.deployment})), 0) as deployments,
      coalesce(sum(
        iif(now ${small.growth} or (now > 0 and before ${small.growth}), now, 0)
        - iif(before ${small.growth}, before, 0)), 0) as growth
    from years`,
  seats: seatDeltas('smb_seats', tenantsOf('smb_seats')),
  skills: (holders) => {
    const gates = [holders('AZ-500', 'SC-500') >= 1n, holders('SC-200') >= 1n]
    const met = BigInt(gates.filter(Boolean).length)
    return (4n * met + (met === 2n ? 8n * holders(...STEP_3) : 0n)) * DENOMINATOR
  },
}
