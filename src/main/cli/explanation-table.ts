import type {
  CauseId,
  CauseTally,
  ExplainedScore,
  ExplainedSection,
  ExplainedSubject,
} from '../../shared/explanation'
import { titles } from './score-table'

type Section = ExplainedScore['metrics'][number]['sections'][number]

/** Named in a list, and places given of each; the document has more. */
const NAMES = 8
const PLACES = 3

/** Where every number of a score comes from, for a terminal: metric, section, names, rows. */
export function explanationTable({ metrics, totalExact }: ExplainedScore): string {
  const lines = [
    `Explanation: total ${totalExact ?? 'no data'} = ${metrics.map(({ pointsExact }) => pointsExact ?? 'no data').join(' + ')}`,
    ...metrics.flatMap((metric) => [
      '',
      `${titles[metric.metricId]}: ${metric.pointsExact ?? 'no data'} of ${String(metric.max)}`,
      ...metric.sections.flatMap(sectionLines),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

const names: Readonly<Record<string, string>> = { azure: 'Azure', m365: 'Microsoft 365' }

function sectionLines(section: Section): string[] {
  const name = names[section.id] ?? section.id
  if (section.status === 'no-data') return [`  ${name}: no data`, ...leftOutLines(section)]
  const { current, previous, pointsExact, lists } = section
  const figures = `${amount(section, current, true)} now, ${amount(section, previous, true)} a year ago`
  return [
    `  ${name}: ${figures}, ${pointsExact ?? '0'} points${needed(section)}`,
    ...listLines(section, 'counted now', lists.countedNow),
    ...listLines(section, 'gained', lists.gained),
    ...listLines(section, 'lost', lists.lost),
    ...listLines(section, 'near', lists.near),
    ...listLines(section, 'without the association', section.leftOut.withoutAssociation),
    ...leftOutLines(section),
  ]
}

function needed({ threshold, activeShare, required, unit }: Section): string {
  if (required !== null) return ` (${String(required)} needed)`
  if (threshold === null) return ''
  const share = activeShare === null ? '' : `, ${String(activeShare * 100)} % active`
  return ` (${unit === 'usd' ? `USD ${String(threshold)}` : `${String(threshold)} seats`} needed${share})`
}

function listLines(
  section: Section,
  label: string,
  { total, entries }: ExplainedSection['lists']['near'],
): string[] {
  if (total === 0) return []
  const more = total > NAMES ? [`      and ${String(total - NAMES)} more`] : []
  return [
    `    ${label}: ${String(total)}`,
    ...entries.slice(0, NAMES).map((entry) => `      ${subjectText(section, entry)}`),
    ...more,
  ]
}

function subjectText(section: Section, entry: ExplainedSubject): string {
  const { now, before, gap, gapActive, cause } = entry
  const figures = `${amount(section, now)} now, ${amount(section, before)} a year ago`
  const gaps = [
    ...(gap === null || gap === 0 ? [] : [`${plain(gap)} missing`]),
    ...(gapActive === null || gapActive === 0 ? [] : [`${plain(gapActive)} active missing`]),
    ...(cause === null ? [] : [causeWords[cause]]),
  ]
  const details = [figures, ...gaps].join('; ')
  return `${entry.name ?? entry.id}: ${details}${places(section, entry.id)}`
}

/** The first rows that count, else the first at all: "azure.csv:2,3,4 and 141 more rows". */
function places({ subjects }: Section, id: string): string {
  const rows = subjects.entries.find((each) => each.id === id)?.rows
  if (rows === undefined || rows.entries.length === 0) return ''
  const counting = rows.entries.filter(({ counts }) => counts)
  const listed = (counting.length > 0 ? counting : rows.entries).slice(0, PLACES)
  const files = [...new Set(listed.map(({ file }) => file))].map((file) => {
    const lines = listed.filter((row) => row.file === file).map(({ line }) => line)
    return `${file}:${lines.join(',')}`
  })
  const more = rows.total - listed.length
  return ` [${files.join(' ')}${more > 0 ? ` and ${String(more)} more rows` : ''}]`
}

function leftOutLines({ leftOut, unit }: Section): string[] {
  const { causes, rows } = leftOut
  const left = causes.reduce((sum, each) => sum + each.rows, 0)
  return [
    `    left out: ${String(left)} of ${String(rows)} rows`,
    ...causes.map((each) => `      ${causeText(each, unit)}`),
  ]
}

const windows = { current: '', previous: ' (a year ago)' } as const

function causeText(
  { cause, window, rows, subjects, amount: sum }: CauseTally,
  unit: Section['unit'],
): string {
  const whom = unit === 'certification' ? 'people' : 'customers'
  const worth = unit === 'certification' ? '' : `, ${amount({ unit }, sum)}`
  const when = window === null ? '' : windows[window]
  return `${causeWords[cause]}${when}: rows ${String(rows)}, ${whom} ${String(subjects)}${worth}`
}

/** An amount of a section; its total is a count unless amounts are added. */
function amount(
  section: { readonly unit: Section['unit'] },
  value: number | null,
  total = false,
): string {
  if (value === null) return 'no data'
  if (total) return plain(value)
  if (section.unit === 'usd') return `USD ${value.toFixed(2)}`
  return `${plain(value)} ${section.unit}${value === 1 ? '' : 's'}`
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 1e6) / 1e6)
}

const causeWords: Readonly<Record<CauseId, string>> = {
  'outside-window': 'of a month that is not compared',
  'service-not-eligible': 'service not in the list of the edition',
  'workload-not-eligible': 'workload not in the list of the edition',
  'offer-excluded': 'offer that does not count',
  duplicate: 'duplicate at PGA level',
  'association-missing': 'no association',
  'association-other': 'association of a type that does not count',
  'association-unknown': 'association in no list',
  superseded: 'another row of the same seats has more',
  'another-workload': 'another workload of the customer decides',
  'below-threshold': 'below the threshold',
  'above-range': 'above the range',
  'too-few-active': 'too few active seats',
  'certification-unknown': 'certification in no list',
  'not-a-certification': 'not a certification',
  'not-in-step': 'does not belong to this step',
  inactive: 'not active',
  'not-yet-completed': 'not yet completed',
  expired: 'expired',
  retired: 'retired',
}
