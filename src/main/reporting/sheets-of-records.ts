import type { LeftOut } from '../../shared/explanation'
import { metricTitles } from '../../shared/metric-titles'
import type { ReportModel } from '../../shared/report'
import { date, text, yesNo, type Cell, type Sheet } from './sheet'

/** What became of all stored rows of each stream: those that count, and each cause of those that do not. */
export function leftOutSheet({ metrics }: ReportModel): Sheet {
  return {
    name: 'Left out',
    columns: [
      { name: 'Metric', width: 28 },
      { name: 'Stream', width: 10 },
      { name: 'Cause', width: 24 },
      { name: 'Window', width: 12 },
      { name: 'Rows', width: 10 },
      { name: 'Customers', width: 12 },
      { name: 'Amount', width: 16 },
    ],
    rows: metrics.flatMap(({ metric, leftOut }) =>
      leftOut.flatMap((account) => accountRows(metricTitles[metric.id], account)),
    ),
  }
}

function accountRows(metric: string, { section, counted, causes }: LeftOut): Cell[][] {
  const all = [...counted.map((tally) => ({ ...tally, cause: 'counted' })), ...causes]
  return all.map(({ cause, window, rows, subjects, amount }) => [
    ...[metric, section, cause, window],
    ...[rows, subjects, window === null ? null : amount],
  ])
}

/** Every customer with what it has, had and moves in each stream. */
export function customerSheet({ annex }: ReportModel): Sheet {
  const columns = annex?.columns ?? []
  return {
    name: 'Customers',
    columns: [
      { name: 'Tenant id', width: 38 },
      { name: 'Customer', width: 32 },
      ...columns.flatMap(({ metric, stream, unit }) => {
        const name = `${metricTitles[metric]}, ${stream}`
        return [
          { name: `${name}: ${unit} a year ago`, width: 16 },
          { name: `${name}: ${unit} now`, width: 16 },
          { name: `${name}: counts now`, width: 12 },
          { name: `${name}: points`, width: 12 },
        ]
      }),
    ],
    rows: (annex?.customers ?? []).map(({ tenantId, name, cells }) => [
      tenantId,
      name === null ? null : text(name),
      ...cells.flatMap((cell): Cell[] =>
        cell === null
          ? [null, null, null, null]
          : [cell.previous, cell.current, yesNo(cell.countsNow), cell.points],
      ),
    ]),
  }
}

/** Every certification that the edition lists, with its holder and whether it counts. */
export function peopleSheet({ metrics }: ReportModel): Sheet {
  return {
    name: 'People',
    columns: [
      { name: 'Metric', width: 28 },
      { name: 'Person', width: 32 },
      { name: 'Name', width: 26 },
      { name: 'Certification', width: 14 },
      { name: 'Title', width: 50 },
      { name: 'Completed', width: 12 },
      { name: 'Expires', width: 12 },
      { name: 'Counts', width: 8 },
      { name: 'Reason', width: 20 },
      { name: 'Counts in', width: 24 },
    ],
    rows: metrics.flatMap(({ metric, people }) =>
      people.flatMap(({ person, name, certifications, steps }) =>
        certifications.map((held) => [
          metricTitles[metric.id],
          text(person),
          text(name),
          held.id,
          text(held.title),
          date(held.completed),
          held.expires === null ? null : date(held.expires),
          yesNo(held.counts),
          held.reason,
          steps.join(', '),
        ]),
      ),
    ),
  }
}
