import { metricTitles } from '../../shared/metric-titles'
import type { ReportModel } from '../../shared/report'
import { date, NO_DATA, text, yesNo, type Sheet } from './sheet'

/** Why the score differs from that of a month before; the last row is what the causes add up to. */
export function changeSheet({ changes }: ReportModel): Sheet {
  const sum =
    changes === null || changes.difference === null
      ? []
      : [[null, 'sum', null, null, null, null, null, null, null, changes.difference]]
  return {
    name: 'Changes',
    columns: [
      { name: 'No.', width: 6 },
      { name: 'Cause', width: 18 },
      { name: 'Metric', width: 28 },
      { name: 'Part', width: 10 },
      { name: 'Window', width: 10 },
      { name: 'Whose', width: 30 },
      { name: 'Id', width: 38 },
      { name: 'Before', width: 14 },
      { name: 'After', width: 14 },
      { name: 'Points', width: 12 },
    ],
    rows: [
      ...(changes?.causes ?? []).map((cause, index) => [
        index + 1,
        cause.kind,
        cause.metric === null ? null : metricTitles[cause.metric],
        cause.stream ?? cause.step,
        cause.window,
        cause.subject === null ? null : text(cause.subject.name ?? ''),
        cause.subject === null ? null : text(cause.subject.id),
        cause.before,
        cause.after,
        cause.effect,
      ]),
      ...sum,
    ],
  }
}

/** The ways to the designation, step by step; the cheapest way first. */
export function waySheet({ plan }: ReportModel): Sheet {
  const ways = plan?.status === 'planned' ? plan.plan.ways : []
  return {
    name: 'Ways',
    columns: [
      { name: 'Way', width: 6 },
      { name: 'Without', width: 16 },
      { name: 'Step', width: 6 },
      { name: 'Lever', width: 24 },
      { name: 'Count', width: 8 },
      { name: 'Days', width: 10 },
      { name: 'Points', width: 12 },
      { name: 'Total after', width: 12 },
      { name: 'Whom', width: 60 },
    ],
    rows: ways.flatMap((way, index) =>
      way.steps.map((step, at) => [
        index + 1,
        way.without,
        at + 1,
        step.lever,
        step.count,
        step.effort,
        step.points,
        step.totalAfter,
        text(step.candidates.map(({ name, id }) => (name === '' ? id : name)).join(', ')),
      ]),
    ),
  }
}

/** Each scenario beside the score as it is, metric by metric and in total. */
export function scenarioSheet({ scenarios }: ReportModel): Sheet {
  return {
    name: 'Scenarios',
    columns: [
      { name: 'Scenario', width: 40 },
      { name: 'Metric', width: 28 },
      { name: 'Points', width: 12 },
      { name: 'Difference', width: 12 },
      { name: 'Attained', width: 10 },
    ],
    rows: (scenarios?.comparison.scenarios ?? []).flatMap((result, index) => {
      const name = text(scenarios?.names[index] ?? '')
      if (result.status === 'refused') return [[name, text(result.error.message), null, null, null]]
      const { score, metrics, difference } = result
      return [
        ...score.metrics.map(({ id, points }) => [
          name,
          metricTitles[id],
          points ?? NO_DATA,
          metrics.find((each) => each.id === id)?.difference ?? NO_DATA,
          null,
        ]),
        [name, 'Total', score.total ?? NO_DATA, difference ?? NO_DATA, yesNo(score.attained)],
      ]
    }),
  }
}

/** The first day of every month behind, and of those ahead if nothing is done. */
export function historySheet({ history }: ReportModel): Sheet {
  const points = [
    ...(history?.trend.points ?? []).map((point) => ({ point, expected: false })),
    ...(history?.forecast.points ?? []).map((point) => ({ point, expected: true })),
  ]
  return {
    name: 'History',
    columns: [
      { name: 'Score date', width: 14 },
      { name: 'Forecast', width: 10 },
      { name: 'Rule edition', width: 28 },
      { name: 'Total', width: 12 },
      { name: 'Threshold met', width: 14 },
      { name: 'Minimums met', width: 14 },
      { name: 'Attained', width: 10 },
      { name: 'Months missing', width: 14 },
    ],
    rows: points.map(({ point, expected }) => [
      date(point.asOf),
      yesNo(expected),
      text(point.edition),
      point.total ?? NO_DATA,
      yesNo(point.thresholdMet),
      yesNo(point.minimumsMet),
      yesNo(point.attained),
      point.monthsMissing,
    ]),
  }
}
