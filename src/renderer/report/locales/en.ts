import type { GaugeVerdict } from '../../charts/score-gauge'
import type { DatasetId } from '../../../shared/imports'
import type { MetricId, PersonStanding, Readings, StreamId } from '../../../shared/score'
import { breakdownEn, causesEn } from './changes.en'
import { glossaryEn } from './glossary.en'
import { annexEn, historyEn, portfolioEn, scenariosEn } from './history.en'
import { leftOutEn, metricEn, nextEn, peopleEn } from './metric.en'
import { actionsEn, planEn } from './plan.en'
import { readingsEn } from './readings.en'
import { countWord, joined } from './sentences.en'

type NotCounting = Exclude<PersonStanding['certifications'][number]['reason'], 'counts'>

const metricNames: Record<MetricId, string> = {
  'net-customer-adds': 'Net customer adds',
  'intermediate-certifications': 'Intermediate certifications',
  'advanced-certifications': 'Advanced certifications',
  deployments: 'Deployments',
  'usage-growth': 'Usage growth',
}

const streams: Record<StreamId, string> = { azure: 'Azure', m365: 'Microsoft 365' }

const datasets: Record<DatasetId, string> = {
  'azure-usage': 'Azure usage',
  'm365-usage': 'Microsoft 365 usage',
  'ems-usage': 'Enterprise Mobility usage',
  'partner-profile': 'Partner profile',
  certifications: 'Certifications',
}

const notCounting: Record<NotCounting, string> = {
  'not-yet-completed': 'not yet completed',
  expired: 'expired',
  retired: 'retired',
  inactive: 'inactive',
  'not-a-certification': 'not a certification',
}

const verdicts: Record<GaugeVerdict, string> = {
  attained: 'Attained',
  'minimum-missed': 'Minimum missed',
  'below-threshold': 'Below the line',
  'both-missed': 'Not attained',
  'no-data': 'No data',
}

/** A metric's name inside a sentence. */
function inSentence(id: MetricId): string {
  return metricNames[id].toLowerCase()
}

const missesOf = (metrics: readonly MetricId[]): string => {
  if (metrics.length > 2) return `${countWord(metrics.length)} metrics miss their minimum`
  const names = metrics.map(inSentence)
  const one = metrics.length === 1
  return `${joined(names)} ${one ? 'misses its minimum' : 'miss their minimum'}`
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const lacks = (metrics: readonly MetricId[]): string => {
  if (metrics.length > 2) return `${countWord(metrics.length)} metrics have no data`
  return `${joined(metrics.map(inSentence))} ${metrics.length === 1 ? 'has' : 'have'} no data`
}

/** All words of the report in English. Another language is another object of this type. */
export const en = {
  noData: 'No data',
  confidential: 'Confidential',
  draft: 'Draft',
  estimate: 'Independent estimate',
  page: 'Page',
  pageOf: 'of',
  metricNames,
  streams,
  datasets,
  notCounting,
  editionId: ({ id, custom }: { readonly id: string; readonly custom?: true | undefined }) =>
    custom ? `${id}, custom` : id,
  readings: readingsEn,
  glossary: glossaryEn,
  joined,

  document: {
    title: (client: string) => `${client}: partner capability score`,
    subject: (date: string) => `Estimate of the partner capability score as of ${date}`,
    dataMonth: (month: string) => `Data to ${month}`,
    typedIn: 'Totals typed in, not from files',
  },

  cover: {
    kind: 'Partner capability score',
    subtitle: (edition: string, date: string) =>
      `${edition}. The score as of ${date}, and what it rests on.`,
    preparedFor: 'Prepared for',
    preparedBy: 'Prepared by',
    draft: 'Draft, still to be reviewed',
    preparedOn: 'Prepared on',
    scoreDate: 'Score date',
    dataMonth: 'Usage month',
    edition: 'Rule edition',
    partnerId: 'Partner id',
    reportId: 'Report',
    confidential: (kind: string, client: string) =>
      `${kind}. Prepared for ${client}; not to be passed on without its consent.`,
    customRules:
      'Custom rules: the rule edition was added by a user and has not been checked by the makers of Seventy.',
    sample: 'Sample data. The company, its customers and its people are invented.',
    typedIn: (who: string, date: string) =>
      `From totals typed in by ${who || 'an unnamed user'} on ${date}, not from files.`,
  },

  gauge: {
    verdicts,
    ofMax: (max: string) => `of ${max} points`,
    label: (parts: { total: string; max: string; threshold: string; verdict: string }) =>
      `Gauge: ${parts.total} of ${parts.max} points; the line stands at ${parts.threshold}. ${parts.verdict}.`,
    labelNoData: (parts: { max: string; threshold: string }) =>
      `Gauge without a value: no data. The scale reaches ${parts.max} points; the line stands at ${parts.threshold}.`,
  },

  headline: {
    noData: (date: string) => `No data yet: nothing can be scored as of ${date}`,
    attained: (total: string, metrics: number) =>
      `Attained: ${total} points, all ${countWord(metrics)} minimums met`,
    butMisses: (total: string, metrics: readonly MetricId[]) =>
      `${total} points, but ${missesOf(metrics)}`,
    butLacks: (total: string, metrics: readonly MetricId[]) =>
      `${total} points, but ${lacks(metrics)}`,
    short: (total: string, gap: string, threshold: string) =>
      `Not attained: ${total} points, ${gap} short of ${threshold}`,
    one: (total: string, missing: string, threshold: string, misses: readonly MetricId[]) =>
      misses.length === 0
        ? `${capital(missing)} short of ${threshold}: ${total} points`
        : `${capital(missing)} short of the designation: ${total} points, and ${missesOf(misses)}`,
    butOne: (total: string, metrics: readonly MetricId[], missing: string) =>
      `${total} points, but ${missesOf(metrics)}: ${missing} is missing`,
    andMisses: (metrics: readonly MetricId[]) => `, and ${missesOf(metrics)}`,
    andLacks: (metrics: readonly MetricId[]) => `, and ${lacks(metrics)}`,
  },

  summary: {
    eyebrow: 'Summary',
    of: (date: string) => `Partner capability score, estimate as of ${date}`,
    unchanged: 'Nothing: the same customers and people count.',
    conditions: 'The two conditions',
    conditionsNote: 'The designation needs both on the same day.',
    total: (threshold: string) => `At least ${threshold} points in total`,
    totalIs: (total: string, max: string) => `${total} of ${max} points`,
    minimums: (rule: string) => `${rule} in each metric`,
    minimumsAre: (met: number, of: number) => `${String(met)} of ${String(of)} metrics`,
    metrics: 'The four metrics',
    metric: 'Metric',
    scale: 'Share of the maximum',
    points: 'Points',
    minimum: 'Minimum',
    pointsOf: (points: string, max: string) => `${points} of ${max}`,
    totalRow: 'Total',
    drivers: 'What drives it',
    drop: (customer: string, stream: string, change: string, points: string) =>
      `Largest single loss: ${customer}, ${stream} ${change}, worth ${points} points.`,
    warnings: 'To know when reading this',
    moreWarnings: (count: number) =>
      count === 1
        ? '1 more remark stands under Data and provenance.'
        : `${String(count)} more remarks stand under Data and provenance.`,
    minimumTick: 'minimum',
    people: 'People',
    readings: 'If open questions are read otherwise',
    readingsMore: (count: number) =>
      count === 1
        ? '1 more such reading stands under Method.'
        : `${String(count)} more such readings stand under Method.`,
  },

  state: {
    met: 'Met',
    missed: 'Missed',
    noData: 'No data',
    attained: 'Attained',
    notAttained: 'Not attained',
  },

  minimumRule: { one: 'At least 1 point', positive: 'More than 0 points' } satisfies Record<
    Readings['metricMinimum'],
    string
  >,

  driver: {
    counted: (now: string, before: string, what: string) =>
      `${now} ${what} against ${before} a year ago`,
    consumed: (now: string, before: string, change: string) =>
      `Azure consumption of ${now} in twelve months against ${before} (${change})`,
    users: (now: string, before: string, change: string) =>
      `${now} active Microsoft 365 users against ${before} a year ago (${change})`,
    customers: (stream: string) => `${stream} customers`,
    deployments: (stream: string) => `${stream} deployments`,
    streamNoData: (stream: string) => `no ${stream} data`,
    people: (people: number, points: string) =>
      people === 1
        ? `1 person gives ${points} points`
        : `${String(people)} people give ${points} points each`,
    gatesMet: 'all gates met',
    gateMissed: (step: string, people: number, required: number) =>
      `${step} has ${String(people)} of ${String(required)} people`,
    noPoints: 'so the people in the last step give no points yet',
    noData: 'nothing was imported',
  },

  metric: metricEn,
  next: nextEn,
  leftOut: leftOutEn,
  people: peopleEn,
  causes: causesEn,
  breakdown: breakdownEn,
  plan: planEn,
  actions: actionsEn,
  scenarios: scenariosEn,
  history: historyEn,
  annex: annexEn,
  portfolio: portfolioEn,
  method: {
    eyebrow: 'Method',
    title: 'How the score was computed',
    edition: 'Rule edition',
    basis: 'Numbers',
    id: 'Edition',
    valid: 'In force',
    validity: (from: string, to: string | null) =>
      to === null ? `from ${from}` : `${from} to ${to}`,
    source: 'Source',
    sourceIs: (title: string, publisher: string, dated: string) =>
      `“${title}”, ${publisher}, dated ${dated}`,
    retrieved: 'Retrieved',
    counts: (stream: string) => `${stream} counts`,
    track: 'Track',
    tracks: (track: string, others: string) => `${track}; for comparison ${others}`,
    otherTrack: (track: string, total: string, verdict: string) => `${track} ${total} (${verdict})`,
    trackNames: { enterprise: 'Enterprise', smb: 'SMB' } as Readonly<Record<string, string>>,
    readings: 'Where the rules leave a question open',
    readingsNote:
      'The source does not settle these questions. The score uses the reading in the second column; the last column says what another reading would give.',
    treated: 'Names treated as others',
    treatedNote:
      'No list of the edition knows these names of the files. By decision of the preparer they count as the names beside them.',
    question: 'Question',
    used: 'Reading used',
    other: 'With another reading',
    same: 'same result',
    otherwise: (value: string, total: string, verdict: string) =>
      `${value}: ${total} points, ${verdict}`,
    attained: 'attained',
    notAttained: 'not attained',
    otherwiseNoTotal: (value: string) => `${value}: no score`,
    rounding: 'Rounding',
    roundingText:
      'Points are computed exactly, as fractions, and compared exactly. They are rounded to one decimal only to be shown, so shown parts may differ from a shown sum by 0.1. A value below a threshold is cut instead of rounded where rounding would show the threshold: 69.97 is shown as 69.9.',
    glossary: 'Terms',
  },

  data: {
    eyebrow: 'Data and provenance',
    title: (files: number, rows: string) =>
      files === 1 ? `One file, ${rows} rows read` : `${String(files)} files, ${rows} rows read`,
    titleNone: 'No files were imported',
    typedIn:
      'The numbers of this report are totals that somebody typed in. No customers, people or rows stand behind them, so they cannot be traced to files.',
    changedByHand: (rows: string, one: boolean) =>
      `${rows} ${one ? 'row of these files was' : 'rows of these files were'} changed or left out by hand; the score counts the changed values.`,
    lead: (accepted: string, rejected: string) =>
      `${accepted} rows were accepted and ${rejected} rejected.`,
    files: 'Files in force',
    file: 'File and SHA-256',
    kind: 'Kind',
    months: 'Months',
    read: 'Read',
    accepted: 'Accepted',
    rejected: 'Rejected',
    noMonths: 'none',
    imported: (date: string) => `imported ${date}`,
    monthsIn: (range: string, count: number) =>
      count === 1 ? range : `${range}, ${String(count)} months`,
    remarks: 'Remarks on the data',
    noRemarks: 'None: every name was known and every month of the compared windows is in the data.',
  },

  imprint: {
    title: 'Imprint',
    attached: (version: string) =>
      `Made with Seventy ${version}. The data of this report is attached to the PDF as report-data.json.`,
  },
}

export type ReportText = typeof en
