import type { RuleDifference, RuleLine, RuleSection } from '../../shared/editions'
import { metricTitles } from '../../shared/metric-titles'
import { readingsSchema } from '../../shared/score'
import type { Certification, Edition, MetricRule } from './edition-schema'
import { foldName, type NamedEntry } from './names'
import { readingWords, stepText, streamSpecs, streamText, whole } from './rule-words'

/** An edition in words, section by section; every line has an id by which editions are compared. */
export function editionSections(edition: Edition): RuleSection[] {
  const { azure, m365 } = edition
  return [
    section('attainment', 'What decides', attainment(edition)),
    ...edition.metrics.map((metric) => metricSection(metric, edition)),
    section('readings', 'Open questions', readings(edition)),
    section('certifications', 'Certifications', edition.certifications.map(certificationLine)),
    nameSection('azure.services', 'Azure services that count', nameLines(azure.services, 'counts')),
    nameSection('azure.offers', 'Azure offers', [
      ...nameLines(azure.offers.counting, 'counts'),
      ...nameLines(azure.offers.excluded, 'does not count'),
    ]),
    nameSection('azure.associations', 'Azure associations', associationLines(azure.associations)),
    nameSection(
      'm365.workloads',
      'Microsoft 365 workloads that count',
      nameLines(m365.workloads, 'counts'),
    ),
    nameSection(
      'm365.associations',
      'Microsoft 365 associations',
      associationLines(m365.associations),
    ),
    section('changes', 'What changed', numbered(edition.changes)),
    section('assumptions', 'What is assumed', numbered(edition.assumptions)),
  ].filter(({ lines }) => lines.length > 0)
}

/** The lines in which two editions differ, in the order of the first, then what only the second has. */
export function editionDifferences(
  left: Edition,
  right: Edition,
): { readonly differences: readonly RuleDifference[]; readonly same: number } {
  const [ours, theirs] = [comparedLines(left), comparedLines(right)]
  const all = [...ours.values(), ...[...theirs.values()].filter(({ id }) => !ours.has(id))]
  const differences = all
    .map(({ section: title, id, label }) => ({
      section: title,
      id,
      label,
      left: ours.get(id)?.value ?? null,
      right: theirs.get(id)?.value ?? null,
    }))
    .filter((each) => each.left !== each.right)
  return { differences, same: all.length - differences.length }
}

type ComparedLine = RuleLine & { readonly section: string }

/** What an edition says about itself in words is no rule. */
function comparedLines(edition: Edition): ReadonlyMap<string, ComparedLine> {
  const lines = editionSections(edition)
    .filter(({ id }) => id !== 'changes' && id !== 'assumptions')
    .flatMap(({ title, lines: each }) => each.map((line) => ({ ...line, section: title })))
  return new Map(lines.map((line) => [line.id, line]))
}

function section(id: string, title: string, lines: readonly RuleLine[]): RuleSection {
  return { id, title, metric: null, lines: [...lines] }
}

/** A section of a list of names; the same name may stand in several lists. */
function nameSection(id: string, title: string, lines: readonly RuleLine[]): RuleSection {
  return section(
    id,
    title,
    lines.map((each) => ({ ...each, id: `${id}.${each.id}` })),
  )
}

function line(id: string, label: string, value: string, note: string | null = null): RuleLine {
  return { id, label, value, note }
}

function attainment({ threshold, metricMinimum, metrics }: Edition): RuleLine[] {
  const max = metrics.reduce((sum, metric) => sum + metric.max, 0)
  return [
    line('threshold', 'Total', `at least ${whole(threshold)} of ${whole(max)} points`),
    line(
      'metricMinimum',
      'Each metric',
      `at least ${metricMinimum === 1 ? '1 point' : `${whole(metricMinimum)} points`}`,
    ),
  ]
}

const streamNames = { azure: 'Azure', m365: 'Microsoft 365' } as const

function metricSection(metric: MetricRule, edition: Edition): RuleSection {
  const { id, category, max } = metric
  const path = `metrics.${id}`
  return {
    ...section(path, metricTitles[id], [
      line(`${path}.max`, 'At most', `${whole(max)} points`),
      ...metricLines(metric, path, edition),
    ]),
    metric: { id, category, max },
  }
}

function metricLines(metric: MetricRule, path: string, edition: Edition): RuleLine[] {
  if (metric.kind === 'certificate-steps')
    return metric.steps.map((step) =>
      line(`${path}.steps.${step.id}`, stepLabel(step.id), stepText(step)),
    )
  if (metric.kind === 'certificate-pool')
    return [line(`${path}.pool`, 'Pool', stepText({ ...metric, max: undefined, after: [] }))]
  return streamSpecs(metric).map(({ id, spec }) =>
    line(`${path}.streams.${id}`, streamNames[id], streamText(spec, edition, id)),
  )
}

function stepLabel(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ')
}

function readings({ readings: chosen }: Edition): RuleLine[] {
  return readingsSchema.keyof().options.map((id) => {
    const words: Readonly<Record<string, string>> = readingWords[id]
    const others = Object.keys(words).filter((key) => key !== 'question' && key !== chosen[id])
    const note = others.map((value) => `or: ${words[value] ?? value} (${id}=${value})`).join('; ')
    return line(`readings.${id}`, words['question'] ?? id, words[chosen[id]] ?? chosen[id], note)
  })
}

function certificationLine({ id, name, aliases, retirement }: Certification): RuleLine {
  const retired =
    retirement === undefined
      ? ''
      : 'countsUntil' in retirement
        ? `, retired ${retirement.retired}, counts until ${retirement.countsUntil}`
        : `, retired ${retirement.retired}, counts ${yearsText(retirement.yearsFromCompletion)} from completion`
  return line(`certifications.${id}`, id, `${name}${retired}`, spellings(aliases))
}

function yearsText(years: number): string {
  return years === 1 ? 'one year' : `${whole(years)} years`
}

function spellings(aliases: readonly string[]): string | null {
  return aliases.length === 0 ? null : `also: ${aliases.join(', ')}`
}

function associationLines({ counting, other }: Edition['azure' | 'm365']['associations']) {
  return [...nameLines(counting, 'counts'), ...nameLines(other, 'does not count')]
}

function nameLines(entries: readonly NamedEntry[], value: string): RuleLine[] {
  return entries.map(({ name, aliases }) => line(foldName(name), name, value, spellings(aliases)))
}

function numbered(sentences: readonly string[]): RuleLine[] {
  return sentences.map((sentence, index) => line(`sentence.${String(index)}`, '', sentence))
}
