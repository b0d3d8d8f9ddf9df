import type { CauseId } from '../../../shared/explanation'
import type { StreamDetail } from '../../../shared/score'
import { joined, pointsWord } from './sentences.en'

/** The pages of the metrics. */
export const metricEn = {
  eyebrow: (index: number, of: number) => `Metric ${String(index)} of ${String(of)}`,
  category: {
    performance: 'Performance',
    skilling: 'Skilling',
    'customer-success': 'Customer success',
  },
  title: (name: string, points: string, max: string) => `${name}: ${points} of ${max} points`,
  titleNoData: (name: string) => `${name}: no data`,
  scaleLabel: (name: string, points: string, max: string) => `${name}: ${points} of ${max} points`,
  formula: 'How the points come about',
  stream: 'Stream',
  before: 'A year ago',
  now: 'Now',
  change: 'Change',
  calculation: 'Calculation',
  points: 'Points',
  sum: 'Metric',
  floored: (raw: string) => `gives ${raw}, counted as 0`,
  capped: (raw: string) => `gives ${raw}, at most the maximum counts`,
  wholeSteps: 'whole steps only',
  belowBaseline: (baseline: string) => `nothing below ${baseline} a year ago`,
  atMost: (max: string) => `at most ${max}`,
  rule: {
    acr: (range: string) => `customers with ${range} of consumption in twelve months`,
    seats: (range: string) => `customers with ${range} paid seats`,
    seatsActive: (range: string, share: string) =>
      `customers with ${range} paid seats, ${share} of them active`,
    growthUsd: 'consumption of all customers in twelve months',
    growthUsers: 'active paid seats of all customers',
    growthUsdInside: (range: string) =>
      `consumption in twelve months of customers with ${range} of it`,
    growthUsersInside: (range: string) => `active paid seats of customers with ${range} paid seats`,
  },
  range: {
    atLeast: (lowest: string) => `at least ${lowest}`,
    above: (lowest: string) => `more than ${lowest}`,
    between: (lowest: string, highest: string) => `${lowest} to ${highest}`,
    upTo: (open: string, highest: string) => `${open}, at most ${highest}`,
    sticky: (range: string) => `${range} (or more, if they were inside a year ago)`,
  },
  customersOf: (stream: string) => `${stream}: the customers behind it`,
  customer: 'Customer',
  standing: 'Counts',
  standings: { gained: 'Gained', lost: 'Lost', kept: 'Kept', outside: 'No' },
  moreCustomers: (count: string) => `and ${count} more in the data`,
  noCustomers: 'No customer had anything in either window.',
  unnamed: 'Customer without a name',
  near: (customers: readonly string[]) => `Nearest to counting: ${joined(customers)}.`,
  nearWith: (customer: string, has: string, needs: string) => `${customer} (${has} of ${needs})`,
  nearActive: (customer: string, seats: string, active: string, needed: string) =>
    `${customer} (${seats} paid seats, ${active} of ${needed} active)`,
  withActive: (unit: string) => `${unit} (active ones in brackets)`,
  amountActive: (amount: string, active: string) => `${amount} (${active})`,
  compared: (unit: string, now: string, before: string) => `${unit}, ${now} against ${before}`,
  period: (from: string, to: string) => (from === to ? to : `${from} to ${to}`),
  unit: { usd: 'USD', seats: 'paid seats', users: 'active paid seats' },
  leftOut: 'What was left out, and why',
}

/** What the next point of a metric takes. */
export const nextEn = {
  heading: 'What the next point takes',
  saturated: 'Nothing: the metric stands at its maximum, and more would not raise it.',
  step: {
    customer: () => 'one more customer',
    deployment: () => 'one more deployment',
    usd: (usd: string) => `${usd} more consumption in twelve months`,
    user: (users: string) => `${users} more active users`,
  } satisfies Record<StreamDetail['unit'], (amount: string) => string>,
  amount: {
    customer: (count: string) => (count === '1' ? '1 customer' : `${count} customers`),
    deployment: (count: string) => (count === '1' ? '1 deployment' : `${count} deployments`),
    usd: (usd: string) => usd,
    user: (users: string) => (users === '1' ? '1 user' : `${users} users`),
  } satisfies Record<StreamDetail['unit'], (amount: string) => string>,
  gives: (stream: string, step: string, points: string) =>
    `${stream}: ${step}, worth ${pointsWord(points)}.`,
  declineFirst: (stream: string, decline: string, step: string, points: string) =>
    `${stream}: first the decline of ${decline} has to be made good; from there, ${step} is worth ${pointsWord(points)}.`,
  gate: (step: string, missing: number) =>
    missing === 1
      ? `${step}: 1 more person, before the last step gives any points.`
      : `${step}: ${String(missing)} more people, before the last step gives any points.`,
  person: (step: string, points: string) =>
    `${step}: one more person, worth ${pointsWord(points)}.`,
}

/** What became of the rows of a stream, and what usage needs to count; names are the edition's. */
export const leftOutEn = {
  caption: (stream: string) => `${stream}: what became of the rows`,
  cause: 'Rows',
  rows: 'Number',
  now: 'Now',
  before: 'A year ago',
  counted: 'Counted',
  smaller: (count: number) => `${String(count)} further causes`,
  total: 'All rows stored',
  noRows: (stream: string) => `${stream}: no rows were imported.`,
  causes: {
    'outside-window': 'Month is not compared',
    'service-not-eligible': 'Service not in the list',
    'workload-not-eligible': 'Workload not in the list',
    'offer-excluded': 'Offer does not count',
    duplicate: 'Reported twice',
    'association-missing': 'No association',
    'association-other': 'Other association',
    'association-unknown': 'Association in no list',
    superseded: 'Same seats in another row',
    'another-workload': 'Another workload decides',
    'below-threshold': 'Below the threshold',
    'above-range': 'Above the range',
    'too-few-active': 'Too few active seats',
    'certification-unknown': 'Certification in no list',
    'not-a-certification': 'Not a certification',
    'not-in-step': 'Not part of the step',
    inactive: 'Not active',
    'not-yet-completed': 'Not completed by then',
    expired: 'Expired',
    retired: 'Retired exam',
  } satisfies Record<CauseId, string>,
  azureNeeds: (associations: string, offers: readonly string[]) =>
    `With ${associations}, for services of the edition’s list${offers.length === 0 ? '' : `, and not under ${joined(offers)} offers`}.`,
  m365Needs: (associations: string) =>
    `With ${associations}, for workloads of the edition’s list; rows that repeat the same seats are taken once.`,
  either: (associations: readonly string[]) =>
    associations.length < 2
      ? associations.join('')
      : `${associations.slice(0, -1).join(', ')} or ${associations.at(-1) ?? ''}`,
  lacking: 'Usage that lacks only its association',
  unassociated: (stream: string, customers: string, count: string) =>
    `${stream}: ${count} would count: ${customers}.`,
  unassociatedOne: (customer: string, amount: string) => `${customer} (${amount})`,
  andMore: (count: string) => `${count} more`,
  customers: (count: string) =>
    count === '1' ? 'usage of 1 customer' : `usage of ${count} customers`,
  certifications: 'A person counts once in each step, however many certifications are held.',
  certificationCauses: (causes: string) => `Left out: ${causes}.`,
  certificationCause: (count: string, reason: string) => `${count} ${reason}`,
  nothing: 'Every certification that the edition lists counts.',
}

/** The page of the skilling metric. */
export const peopleEn = {
  steps: 'Steps and their people',
  stepHead: 'Step',
  gateHead: 'Gate',
  total: (points: string) => `${points} points`,
  step: (id: string) =>
    id === 'pool' ? 'The pool' : `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' '),
  gate: 'gate, no points',
  gatePoints: (points: string) => `gate, ${points} points once met`,
  pointsEach: (points: string) => `${points} points a person`,
  certifications: 'Any of these certifications',
  people: 'People',
  required: (count: number) => `${String(count)} needed`,
  roster: 'The people',
  person: 'Person',
  counts: 'Counts with',
  inSteps: 'In',
  without: 'Does not count',
  until: (certifications: readonly string[], date: string) =>
    `${joined(certifications)}, until ${date}`,
  because: (certification: string, reason: string) => `${certification}, ${reason}`,
  unnamed: 'Person without a name',
  nobody: 'No certification of the edition’s list was found.',
  more: (count: string) => `and ${count} more people in the data`,
  gatesFirst: 'gates not met',
  times: (people: string, points: string) => `${people} × ${points}`,
}
