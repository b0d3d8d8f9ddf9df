import type { ChangeCause } from '../../../shared/changes'

/** The values of a cause, written out. */
export interface CauseWords {
  readonly name: string
  readonly bound: string
  readonly before: string
  readonly after: string
  readonly step: string
  readonly certification: string
  readonly date: string
  readonly count: string
  readonly edition: string
  readonly earlier: string
  readonly threshold: string
}

const usage = (verb: string) => (cause: ChangeCause, w: CauseWords) =>
  `${yearEarlier(cause)}${w.name} ${verb} from ${w.before} to ${w.after}`

function yearEarlier({ window }: ChangeCause): string {
  return window === 'previous' ? 'A year earlier, ' : ''
}

function person({ reason }: ChangeCause, w: CauseWords): string {
  if (reason === 'expired')
    return `${w.certification} of ${w.name} expired on ${w.date} and no longer counts in ${w.step}`
  if (reason === 'retired')
    return `${w.certification} of ${w.name} is retired; ${w.date} was its last day in ${w.step}`
  return `${w.name} completed ${w.certification} on ${w.date} and counts in ${w.step}`
}

const gate = (state: string) => (_cause: ChangeCause, w: CauseWords) =>
  `The gate of ${w.step} is ${state}, with ${w.after} of ${w.threshold} people`

const held = (what: string) => (cause: ChangeCause, w: CauseWords) => {
  const { kind, effect } = cause
  const more = effect > 0 === (kind === 'floor') ? 'More' : 'Less'
  return `${more} ${what.replace('{max}', w.threshold)}`
}

/** Why a score changed, a sentence for each kind of cause. */
export const causesEn: Record<ChangeCause['kind'], (cause: ChangeCause, w: CauseWords) => string> =
  {
    'customer-gained': (cause, w) => `${yearEarlier(cause)}${w.name} reached ${w.bound}`,
    'customer-lost': (cause, w) => `${yearEarlier(cause)}${w.name} fell below ${w.bound}`,
    'usage-grew': usage('grew'),
    'usage-shrank': usage('shrank'),
    'person-gained': person,
    'person-lost': person,
    'gate-met': gate('met'),
    'gate-lost': gate('lost'),
    data: ({ window }, w) =>
      window === null ? `No data for ${w.date}` : `No data of the year before for ${w.date}`,
    baseline: (_cause, w) =>
      `The usage a year ago reached ${w.threshold}, which growth in percent needs, or no longer does`,
    steps: () => 'Parts of a growth step that do not count',
    floor: held('of a loss is not counted, as nothing goes below 0'),
    cap: held('is cut at the maximum of {max} points'),
    rules: (_cause, w) => `Rules ${w.edition} instead of ${w.earlier}`,
    other: ({ count }, w) =>
      count === 1 ? '1 smaller cause' : `${w.count} smaller causes together`,
  }

/** The page that tells the parts of the score and what changed. */
export const breakdownEn = {
  eyebrow: 'Breakdown and change',
  up: (points: string, date: string) => `Up ${points} points since ${date}`,
  down: (points: string, date: string) => `Down ${points} points since ${date}`,
  withGaps: (title: string) => `${title}, partly for want of data`,
  level: (date: string) => `The same score as on ${date}`,
  unknown: (date: string) => `Nothing to compare with: there is no score for ${date}`,
  unknownNow: 'No score to break down',
  leadUnknownNow: (date: string) =>
    `Nothing that was imported reaches a window of ${date}; no data is not a score of 0.`,
  lead: (before: string, after: string, cause: string) =>
    `${before} points then, ${after} now. The largest cause: ${cause}.`,
  leadLevel: (total: string) => `${total} points on both dates; nothing that counts has moved.`,
  rulesChanged: (now: string, then: string) =>
    `The rules changed in between: ${now} decides now, ${then} did before.`,
  gaps: (count: number, date: string) =>
    count === 1
      ? `1 month that the score of ${date} compares was not imported; part of the change may be missing data.`
      : `${String(count)} months that the score of ${date} compares were not imported; part of the change may be missing data.`,
  parts: 'What the total is made of',
  partsLabel: (parts: string, total: string, threshold: string) =>
    `Stacked bar: ${parts}; together ${total} points. The line stands at ${threshold}.`,
  part: (name: string, points: string) => `${name} ${points}`,
  metric: 'Metric',
  people: 'People',
  points: 'Points',
  then: (date: string) => date,
  change: 'Change',
  total: 'Total',
  none: '–',
  bridge: (from: string, to: string) => `From ${from} to ${to}`,
  bridgeLabel: (from: string, to: string, steps: string) =>
    `Waterfall from ${from} to ${to} points: ${steps}.`,
  bridgeStep: (number: number, effect: string) => `cause ${String(number)} ${effect}`,
  now: 'Now',
  before: 'Then',
  number: 'No.',
  cause: 'Cause',
  where: 'Where',
  effect: 'Points',
  sum: 'Difference of the totals',
  exact: 'Effects add up exactly; each is rounded to two decimals only to be shown.',
  seats: (seats: string) => `${seats} paid seats`,
  activeSeats: (seats: string, share: string) => `${seats} paid seats with ${share} of them active`,
  users: (count: string) => `${count} active users`,
}
