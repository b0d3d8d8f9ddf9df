import type { ReadingId, Readings } from '../../shared/score'
import type { Bounds } from './bounds'
import type { Edition, MetricRule, Step } from './edition-schema'

/**
 * A rule in a sentence, with the edition's own numbers: what a consultant reads instead of the JSON.
 */

export function usd(dollars: number): string {
  return `$${whole(dollars)}`
}

export function whole(number: number): string {
  return number.toLocaleString('en-US')
}

/** "1 point", "20/6 points". */
export function pointsText(points: string): string {
  return points === '1' ? '1 point' : `${points} points`
}

/** "at least 25", "more than 300", "5 to 300". */
export function rangeText(bounds: Bounds, format: (amount: number) => string): string {
  const { atLeast, above, atMost, sticky } = bounds
  const open =
    atLeast === undefined ? `more than ${format(above ?? 0)}` : `at least ${format(atLeast)}`
  if (atMost === undefined) return open
  const closed =
    atLeast === undefined
      ? `${open}, at most ${format(atMost)}`
      : `${format(atLeast)} to ${format(atMost)}`
  return sticky ? `${closed} (or more, if it was inside a year ago)` : closed
}

type UsageRule = Extract<MetricRule, { readonly streams: unknown }>

/** A stream of a metric with its kind, whichever kinds the metric mixes. */
export type StreamSpec = {
  readonly kind: Exclude<UsageRule['kind'], 'split'>
  readonly max?: number | undefined
  readonly bestOf?: readonly string[] | undefined
} & Partial<{
  readonly unit: string
  readonly pointsEach: string
  readonly points: string
  readonly perUsd: number
  readonly perActiveSeats: number
  readonly perPercent: string
  readonly baselineUsd: number
  readonly baselineActiveSeats: number
  readonly trailingYearUsd: Bounds
  readonly paidSeats: Bounds
  readonly activeShare: { readonly atLeast: string } | undefined
  readonly tenants: { readonly trailingYearUsd?: Bounds; readonly paidSeats?: Bounds } | undefined
}>

/** The streams of a metric, Azure first. */
export function streamSpecs(
  metric: UsageRule,
): readonly { readonly id: 'azure' | 'm365'; readonly spec: StreamSpec }[] {
  const { streams, ...shared } = metric
  return (['azure', 'm365'] as const).flatMap((id) => {
    const stream = streams[id]
    const spec = { ...shared, max: undefined, ...stream } as StreamSpec
    return stream ? [{ id, spec }] : []
  })
}

/** What a stream counts and what that is worth. */
export function streamText(spec: StreamSpec, edition: Edition, id: 'azure' | 'm365'): string {
  const cap = spec.max === undefined ? '' : `; at most ${whole(spec.max)} points`
  return `${countText(spec)}${cap}${bestOfText(spec, edition, id)}`
}

function countText(spec: StreamSpec): string {
  const worth = pointsText(spec.pointsEach ?? spec.points ?? '0')
  switch (spec.kind) {
    case 'count-difference':
      return `${worth} for each ${countedText(spec)}, minus those a year ago`
    case 'distinct-count':
      return `${worth} for each ${countedText(spec)}, whatever was a year ago`
    case 'usage-growth': {
      const step =
        spec.perUsd === undefined
          ? `${whole(spec.perActiveSeats ?? 0)} more active seats`
          : `${usd(spec.perUsd)} more consumption in twelve months`
      return `${worth} for every ${step} than a year ago, ${whoseText(spec)}`
    }
    case 'percent-growth': {
      const [what, baseline] =
        spec.baselineUsd === undefined
          ? ['active seats', `${whole(spec.baselineActiveSeats ?? 0)} active seats`]
          : ['consumption in twelve months', usd(spec.baselineUsd)]
      const percent = `${spec.perPercent ?? '1'} %`
      return `${worth} for every ${percent} more ${what} than a year ago, ${whoseText(spec)}; nothing if a year ago was below ${baseline}`
    }
  }
}

function countedText({ unit, trailingYearUsd, paidSeats, activeShare }: StreamSpec): string {
  const name = unit ?? 'customer'
  if (trailingYearUsd) return `${name} with ${rangeText(trailingYearUsd, usd)} in twelve months`
  const seats = paidSeats ? rangeText(paidSeats, whole) : ''
  const active = activeShare ? `, ${percentText(activeShare.atLeast)} of them active` : ''
  return `${name} with ${seats} paid seats${active}`
}

function whoseText({ tenants }: StreamSpec): string {
  if (tenants?.trailingYearUsd)
    return `of customers with ${rangeText(tenants.trailingYearUsd, usd)} in twelve months`
  if (tenants?.paidSeats)
    return `of customers with ${rangeText(tenants.paidSeats, whole)} paid seats`
  return 'over all customers'
}

function bestOfText({ bestOf }: StreamSpec, edition: Edition, id: 'azure' | 'm365'): string {
  if (!bestOf) return ''
  const options = edition[id].associations.options ?? []
  const told = bestOf.map((option) => {
    const counting = options.find((each) => each.id === option)?.counting ?? []
    return `${option} (${counting.join(', ')})`
  })
  return `; the better of ${told.join(' and ')}`
}

function percentText(fraction: string): string {
  const [numerator = 0, denominator = 1] = fraction.split('/').map(Number)
  return `${String((numerator / denominator) * 100)} %`
}

/** What a step or a pool of certifications asks for and gives. */
export function stepText(step: Omit<Step, 'id'>): string {
  const { certifications, requiredPeople, pointsWhenMet, pointsPerPerson, max, after } = step
  const gate =
    requiredPeople === undefined
      ? []
      : `${peopleText(requiredPeople)} needed${onceText(pointsWhenMet)}`
  const each = pointsPerPerson === undefined ? [] : `${pointsText(pointsPerPerson)} a person`
  const cap = max === undefined ? [] : `at most ${whole(max)} points`
  const first =
    after.length === 0
      ? []
      : `only once ${after.join(' and ')} ${after.length === 1 ? 'is' : 'are'} met`
  return `${[gate, each, cap, first].flat().join('; ')}: ${certifications.join(', ')}`
}

function peopleText(people: number): string {
  return people === 1 ? '1 person' : `${whole(people)} people`
}

function onceText(points: string | undefined): string {
  return points === undefined ? '' : `, ${pointsText(points)} once met`
}

type ReadingWords = {
  readonly [R in ReadingId]: { readonly question: string } & Readonly<Record<Readings[R], string>>
}

/** The open questions of SCORING.md "Readings" and their answers. */
export const readingWords: ReadingWords = {
  streamFloor: {
    question: 'A stream with a loss',
    each: 'counts as 0; then the streams are added',
    sum: 'reduces the other stream; then the sum is held at 0',
  },
  growthSteps: {
    question: 'Part of a growth step',
    proportional: 'counts in proportion',
    whole: 'does not count',
  },
  metricMinimum: {
    question: 'Minimum of each metric',
    one: "the edition's minimum",
    positive: 'anything above 0',
  },
  seatScope: {
    question: 'Seats and their active share',
    workload: 'on any one workload, both on the same',
    tenant: "the customer's total over all workloads",
  },
  activeCap: {
    question: 'Active seats above the paid ones',
    paid: 'are capped at the paid ones',
    reported: 'count as reported',
  },
  currentMonth: {
    question: 'The last closed month is missing',
    strict: 'the stream has no data',
    newest: 'the newest month takes its place',
  },
}
