import type { EditionFault } from './edition-checks'

interface CheckedStep {
  readonly id: string
  readonly certifications: readonly string[]
  readonly requiredPeople?: number | undefined
  readonly pointsWhenMet?: string | undefined
  readonly pointsPerPerson?: string | undefined
  readonly max?: number | undefined
  readonly after: readonly string[]
}

interface CheckedStream {
  readonly max?: number | undefined
  readonly bestOf?: readonly string[] | undefined
}

/** The part of a metric that the checks look at, whatever its kind. */
export interface CheckedMetric extends Partial<
  Pick<CheckedStep, 'certifications' | 'requiredPeople' | 'pointsWhenMet' | 'pointsPerPerson'>
> {
  readonly id: string
  readonly kind: string
  readonly max: number
  readonly steps?: readonly CheckedStep[]
  readonly streams?: Readonly<Partial<Record<StreamName, CheckedStream | undefined>>>
}

type StreamName = 'azure' | 'm365'
type Path = readonly (string | number)[]

/** What metrics may refer to. */
export interface Listed {
  readonly certifications: ReadonlySet<string>
  readonly options: Readonly<Record<StreamName, ReadonlySet<string>>>
}

/** Contradictions of the metrics of an edition. */
export function metricFaults(metrics: readonly CheckedMetric[], listed: Listed): EditionFault[] {
  return metrics.flatMap((metric, position) => {
    const path = ['metrics', position]
    return [
      ...metricTwice(metrics, position, path),
      ...streamFaults(metric, path, listed),
      ...poolFaults(metric, path, listed),
      ...stepsFaults(metric, path, listed),
    ]
  })
}

function metricTwice(
  metrics: readonly CheckedMetric[],
  position: number,
  path: Path,
): EditionFault[] {
  const id = metrics[position]?.id
  if (metrics.findIndex((metric) => metric.id === id) === position) return []
  return [
    {
      code: 'name-twice',
      path,
      message: `Metric "${String(id)}" is defined more than once.`,
      remedy: 'Remove one of them, or give it another id.',
    },
  ]
}

function streamFaults({ max, streams = {} }: CheckedMetric, path: Path, listed: Listed) {
  const given = (['azure', 'm365'] as const).flatMap((id) => {
    const stream = streams[id]
    return stream ? [{ id, stream, at: [...path, 'streams', id] }] : []
  })
  const caps = given.map(({ stream, at }) => ({ max: stream.max, at: [...at, 'max'] }))
  return [
    ...given.flatMap(({ id, stream, at }) =>
      unlistedOptions(stream, [...at, 'bestOf'], listed.options[id]),
    ),
    ...capFaults(max, caps, path),
  ]
}

function unlistedOptions(
  { bestOf = [] }: CheckedStream,
  path: Path,
  options: ReadonlySet<string>,
): EditionFault[] {
  return bestOf.flatMap((id, at): EditionFault[] => {
    if (bestOf.indexOf(id) !== at)
      return [
        {
          code: 'name-twice',
          path: [...path, at],
          message: `Option "${id}" is named more than once.`,
          remedy: 'Name each option once.',
        },
      ]
    if (options.has(id)) return []
    return [
      {
        code: 'name-not-listed',
        path: [...path, at],
        message: `"${id}" is no option of this stream's associations.`,
        remedy: 'Define it under associations.options of the stream, or remove it here.',
      },
    ]
  })
}

/** A part that may give more than the whole, and parts that cannot fill it. */
function capFaults(
  max: number,
  caps: readonly { readonly max: number | undefined; readonly at: Path }[],
  path: Path,
): EditionFault[] {
  const larger = caps.filter((cap) => cap.max !== undefined && cap.max > max)
  const together = caps.reduce((sum, cap) => sum + (cap.max ?? max), 0)
  return [
    ...larger.map(({ at }): EditionFault => ({
      code: 'caps-inconsistent',
      path: at,
      message: `The metric gives ${String(max)} points at most.`,
      remedy: "Lower it to the metric's maximum, or raise that.",
    })),
    ...(caps.length > 0 && together < max
      ? [
          {
            code: 'caps-inconsistent',
            path: [...path, 'max'],
            message: `Its parts give ${String(together)} points at most.`,
            remedy: 'Raise the maxima of the parts, or lower this one.',
          } as const,
        ]
      : []),
  ]
}

function poolFaults(metric: CheckedMetric, path: Path, listed: Listed): EditionFault[] {
  if (metric.kind !== 'certificate-pool') return []
  const { certifications = [], requiredPeople, pointsWhenMet, pointsPerPerson } = metric
  return [
    ...undefinedCertifications(certifications, path, listed),
    ...gateMissing('The pool', { requiredPeople, pointsWhenMet }, path),
    ...(pointsWhenMet === undefined && pointsPerPerson === undefined
      ? [
          {
            code: 'value-missing',
            path,
            message: 'The pool gives no points.',
            remedy: 'Add "pointsPerPerson", or "requiredPeople" and "pointsWhenMet".',
          } as const,
        ]
      : []),
  ]
}

function stepsFaults({ max, steps = [] }: CheckedMetric, path: Path, listed: Listed) {
  const gates = new Set(steps.filter((step) => step.requiredPeople).map((step) => step.id))
  const unlimited = steps.some(
    ({ pointsPerPerson, max: own }) => pointsPerPerson !== undefined && own === undefined,
  )
  const capped = steps.filter((step) => step.max !== undefined)
  // What a gate gives once is part of the whole as well.
  const once = steps.reduce((sum, step) => sum + Math.ceil(numberOf(step.pointsWhenMet)), 0)
  const caps = capped.map((step) => ({
    max: step.max,
    at: [...path, 'steps', steps.indexOf(step), 'max'],
  }))
  return [
    ...steps.flatMap((step, at) => [
      ...stepTwice(steps, at, [...path, 'steps', at]),
      ...stepFaults(step, [...path, 'steps', at], listed, gates),
    ]),
    ...capFaults(
      max,
      unlimited ? [...caps, { max, at: path }] : [...caps, ...rest(once, path)],
      path,
    ),
  ]
}

function rest(points: number, path: Path) {
  return points === 0 ? [] : [{ max: points, at: path }]
}

function numberOf(fraction: string | undefined): number {
  const [numerator = 0, denominator = 1] = (fraction ?? '0').split('/').map(Number)
  return numerator / denominator
}

function stepTwice(steps: readonly CheckedStep[], at: number, path: Path): EditionFault[] {
  const id = steps[at]?.id
  if (steps.findIndex((step) => step.id === id) === at) return []
  return [
    {
      code: 'name-twice',
      path,
      message: `Step "${String(id)}" is defined more than once.`,
      remedy: 'Give each step an id of its own.',
    },
  ]
}

function stepFaults(
  step: CheckedStep,
  path: Path,
  listed: Listed,
  gates: ReadonlySet<string>,
): EditionFault[] {
  const open = step.after.filter((id) => !gates.has(id))
  return [
    ...undefinedCertifications(step.certifications, path, listed),
    ...open.map((id): EditionFault => ({
      code: 'gate-missing',
      path,
      message: `"${id}" is no step with a required number of people.`,
      remedy: 'Give that step "requiredPeople", or remove it from "after".',
    })),
    ...gateMissing(`Step "${step.id}"`, step, path),
  ]
}

function undefinedCertifications(
  ids: readonly string[],
  path: Path,
  { certifications }: Listed,
): EditionFault[] {
  return ids
    .filter((id) => !certifications.has(id))
    .map((id) => ({
      code: 'name-not-listed',
      path,
      message: `Certification "${id}" is not defined.`,
      remedy: 'Define it under "certifications", or correct its id.',
    }))
}

function gateMissing(
  what: string,
  { pointsWhenMet, requiredPeople }: Pick<CheckedStep, 'pointsWhenMet' | 'requiredPeople'>,
  path: Path,
): EditionFault[] {
  if (pointsWhenMet === undefined || requiredPeople !== undefined) return []
  return [
    {
      code: 'gate-missing',
      path,
      message: `${what} gives points when met, but requires no people.`,
      remedy: 'Add "requiredPeople".',
    },
  ]
}
