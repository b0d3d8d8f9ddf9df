import type { LeverId, PlanWay } from '../../../shared/plan'
import type { MetricId } from '../../../shared/score'
import { countWord, joined } from './sentences.en'

const days = (count: string) => {
  if (count === '0') return 'no effort'
  return count === '1' ? '1 day' : `${count} days`
}

/** What one of a lever is called, and several. */
const nouns: Record<Exclude<LeverId, 'azure-growth' | 'm365-growth'>, readonly [string, string]> = {
  association: ['association', 'associations'],
  renewal: ['renewed certification', 'renewed certifications'],
  'near-azure-customer': ['Azure customer', 'Azure customers'],
  'near-m365-customer': ['Microsoft 365 customer', 'Microsoft 365 customers'],
  'near-azure-deployment': ['Azure deployment', 'Azure deployments'],
  'near-m365-deployment': ['Microsoft 365 deployment', 'Microsoft 365 deployments'],
  'azure-customer': ['Azure customer', 'Azure customers'],
  'm365-customer': ['Microsoft 365 customer', 'Microsoft 365 customers'],
  'azure-deployment': ['Azure deployment', 'Azure deployments'],
  'm365-deployment': ['Microsoft 365 deployment', 'Microsoft 365 deployments'],
  'gate-certification': ['certification', 'certifications'],
  'step-certification': ['certification', 'certifications'],
}

/** What to do for a lever; `amount` is that of the whole step. */
const actions: Record<LeverId, (count: number, amount: string) => string> = {
  association: (n) => (n === 1 ? 'Fix an association' : `Fix ${countWord(n)} associations`),
  renewal: (n) => (n === 1 ? 'Renew a certification' : `Renew ${countWord(n)} certifications`),
  'near-azure-customer': (n) => lift(n, 'over the Azure threshold'),
  'near-m365-customer': (n) => lift(n, 'over the Microsoft 365 threshold'),
  'near-azure-deployment': (n) => lift(n, 'to an Azure deployment'),
  'near-m365-deployment': (n) => lift(n, 'to a Microsoft 365 deployment'),
  'azure-customer': (n) => win(n, 'Azure customer'),
  'm365-customer': (n) => win(n, 'Microsoft 365 customer'),
  'azure-deployment': (n) => win(n, 'Azure deployment'),
  'm365-deployment': (n) => win(n, 'Microsoft 365 deployment'),
  'azure-growth': (_n, amount) => `Grow Azure consumption by ${amount}`,
  'm365-growth': (_n, amount) => `Grow Microsoft 365 by ${amount} active users`,
  'gate-certification': (n) => certify(n, 'for a gate'),
  'step-certification': (n) => certify(n, 'for points'),
}

function lift(count: number, where: string): string {
  return count === 1
    ? `Lift a near customer ${where}`
    : `Lift ${countWord(count)} near customers ${where}`
}

function win(count: number, what: string): string {
  const article = what.startsWith('A') ? 'an' : 'a'
  return count === 1 ? `Win ${article} ${what}` : `Win ${countWord(count)} ${what}s`
}

function certify(count: number, what: string): string {
  return count === 1 ? `Certify a person ${what}` : `Certify ${countWord(count)} people ${what}`
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The pages of the gap, the ways and the actions. */
export const planEn = {
  eyebrow: 'Gap and ways',
  days,
  action: (lever: LeverId, count: number, amount: string) => actions[lever](count, amount),
  /** "one Azure deployment", "three certifications", "$6,250 of Azure consumption". */
  missing: (lever: LeverId, count: number, amount: string) => {
    if (lever === 'azure-growth') return `${amount} of Azure consumption`
    if (lever === 'm365-growth') return `${amount} active users`
    return `${countWord(count)} ${nouns[lever][count === 1 ? 0 : 1]}`
  },
  capital,
  title: {
    gap: (gap: string, threshold: string, effort: string) =>
      `${gap} points to ${threshold}: the cheapest way takes ${effort}`,
    minimums: (metrics: string, effort: string) =>
      `The total is enough; ${metrics} needs ${effort} of work`,
    holds: (date: string, effort: string) =>
      `Attained, but lost on ${date} if nothing is done: holding it takes ${effort}`,
    holdsNoWay: (date: string) =>
      `Attained, but lost on ${date} if nothing is done, and no lever holds it`,
    safe: (spare: string) => `Attained with ${spare} points to spare, and held for six months`,
    noWay: (threshold: string, reachable: string) =>
      `No way to ${threshold} within the limits: all levers together reach ${reachable} points`,
    refused: 'Ways cannot be computed under these rules',
  },
  lead: {
    gap: (total: string, threshold: string, ways: number) =>
      `From ${total} points to ${threshold}, minimums included. ${capital(countWord(ways))} ${ways === 1 ? 'way is' : 'ways are'} ranked by effort; a way ends when both conditions hold.`,
    holds: (total: string, date: string) =>
      `On ${date} the score would be ${total} points: old months leave the trailing year, certifications expire and retire. The ways below keep it on that day.`,
    safe: 'No month of the next six falls below the line or below a minimum if every customer keeps its usage.',
    noWay:
      'The limits of the levers are the most that was thought possible. More customers, people or usage than that is a decision, not a plan.',
  },
  short: (metrics: readonly string[]) => `Below the minimum: ${joined(metrics)}.`,
  saturated: (metrics: readonly string[]) =>
    `At the maximum, so that more gives nothing: ${joined(metrics)}.`,
  noData: (metrics: readonly string[]) => `Without data, counted from 0: ${joined(metrics)}.`,
  unproven: 'The search was cut short; there may be a cheaper way.',
  otherTrack: (track: string, effort: string | null) =>
    effort === null
      ? `Under the ${track} track: out of reach within the limits.`
      : `Under the ${track} track: ${effort} at least.`,
  ways: 'The ways, cheapest first',
  way: 'Way',
  takes: 'What it takes',
  effort: 'Effort',
  reaches: 'Reaches',
  cheapest: 'The cheapest',
  without: {
    certifications: 'Without certifications',
    customers: 'Without more customers',
    deployments: 'Without deployments',
    growth: 'Without growth',
    associations: 'Without associations',
  } satisfies Record<NonNullable<PlanWay['without']>, string>,
  chartLabel: (total: string, threshold: string, ways: string) =>
    `Bars from ${total} points to where each way leads: ${ways}. The line stands at ${threshold}.`,
  chartWay: (name: string, total: string) => `${name} ${total}`,
  legend: {
    actual: 'as it is',
    today: 'today',
    undone: (date: string) => `on ${date} if nothing is done`,
    plan: 'planned',
    forecast: 'forecast',
    line: (points: string) => `the line at ${points}`,
  },
  levers: 'Effort that was assumed',
  leversNote:
    'Days of work for one of each, set by the consultant or taken from Seventy’s defaults; the ranking follows them.',
  lever: 'One of',
  daysEach: 'Days each',
  atMost: 'At most',
  leverNames: {
    association: 'a fixed association',
    renewal: 'a renewed certification',
    'near-azure-customer': 'a near customer over the Azure threshold',
    'near-m365-customer': 'a near customer over the Microsoft 365 threshold',
    'near-azure-deployment': 'a near customer to an Azure deployment',
    'near-m365-deployment': 'a near customer to a Microsoft 365 deployment',
    'azure-customer': 'a new Azure customer',
    'm365-customer': 'a new Microsoft 365 customer',
    'azure-deployment': 'a new Azure deployment',
    'm365-deployment': 'a new Microsoft 365 deployment',
    'azure-growth': 'Azure consumption, a step of growth',
    'm365-growth': 'active users, a step of growth',
    'gate-certification': 'a certified person for a gate',
    'step-certification': 'a certified person for points',
  } satisfies Record<LeverId, string>,
}

export const actionsEn = {
  eyebrow: 'Action plan',
  title: (steps: number, effort: string) =>
    `${capital(countWord(steps))} ${steps === 1 ? 'action' : 'actions'}, ${effort} of work`,
  titleNone: 'Nothing has to be done',
  titleNoWay: 'No actions lead to the designation within the limits',
  lead: (total: string, after: string) =>
    `The steps of the cheapest way, in the order in which they are worth doing: from ${total} to ${after} points.`,
  leadHold: (date: string, total: string, after: string) =>
    `The steps that keep the designation on ${date}: from ${total} to ${after} points.`,
  leadNone:
    'The designation is attained and stays so for the next six months if every customer keeps its usage.',
  number: 'No.',
  action: 'Action',
  whom: 'Whom it means',
  effort: 'Effort',
  points: 'Points',
  total: 'Total after',
  start: 'Today',
  startBy: (date: string) => `On ${date}`,
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${String(count)} more`),
  lacks: (name: string, what: string) => `${name}: lacks ${what}`,
  paidSeats: (count: string) => `${count} paid seats`,
  activeSeats: (count: string) => `${count} active seats`,
  until: (name: string, certification: string, date: string) =>
    `${name}: ${certification} until ${date}`,
  inMetric: (metric: string, points: string) => `${metric} ${points}`,
  certification: (ids: readonly string[]) => `any of ${joined(ids)}`,
  nobody: 'nobody in the data yet',
  three: 'The next actions',
  threeNone: 'None: the designation is attained and held for six months.',
  threeNoWay: 'None within the limits leads to the designation.',
  by: (date: string) => `To be done by ${date}, when the designation would be lost.`,
  worth: (effort: string, points: string) => `${effort}, ${points} points`,
}

/** A metric's name as it stands inside a sentence. */
export type MetricWord = (id: MetricId) => string
