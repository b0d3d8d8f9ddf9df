import type { ReportModel } from '../../shared/report'
import { changeSheet, historySheet, scenarioSheet, waySheet } from './sheets-of-change'
import { customerSheet, leftOutSheet, peopleSheet } from './sheets-of-records'
import { date, text, yesNo, NO_DATA, type Cell, type Sheet } from './sheet'
import { metricTitles } from '../../shared/metric-titles'

/**
 * A report as tables, one for each section that has something to tell: what the workbook has as sheets
 * and the CSV one after the other. Numbers are those of the model, unrounded beyond its six decimals.
 */
export function reportSheets(model: ReportModel): readonly Sheet[] {
  return [
    summarySheet(model),
    metricSheet(model),
    streamSheet(model),
    stepSheet(model),
    changeSheet(model),
    waySheet(model),
    scenarioSheet(model),
    historySheet(model),
    leftOutSheet(model),
    customerSheet(model),
    peopleSheet(model),
    fileSheet(model),
    readingSheet(model),
    warningSheet(model),
  ].filter(({ rows }) => rows.length > 0)
}

function summarySheet(model: ReportModel): Sheet {
  const { score, edition } = model
  return {
    name: 'Summary',
    columns: [
      { name: 'Item', width: 24 },
      { name: 'Value', width: 60 },
    ],
    rows: [
      ['Client', text(model.client)],
      ['Partner id', text(model.mpnId ?? '')],
      ['Prepared by', text(model.firm)],
      ['Prepared on', date(model.preparedOn)],
      ['Report', model.reportId],
      ['Score date', date(score.asOf)],
      ['Usage month', score.usageMonth],
      ['Rule edition', text(edition.id)],
      ['Custom edition', yesNo(edition.custom ?? false)],
      ['Track', text(score.track ?? '')],
      ['Total', score.total ?? NO_DATA],
      ['Maximum', score.max],
      ['Threshold', score.threshold],
      ['Threshold met', yesNo(score.thresholdMet)],
      ['Minimums met', yesNo(score.minimumsMet)],
      ['Attained', yesNo(score.attained)],
      ['Imprint', text(model.imprint)],
    ],
  }
}

function metricSheet({ score }: ReportModel): Sheet {
  return {
    name: 'Metrics',
    columns: [
      { name: 'Metric', width: 28 },
      { name: 'Category', width: 18 },
      { name: 'Points', width: 12 },
      { name: 'Maximum', width: 12 },
      { name: 'Minimum met', width: 14 },
    ],
    rows: score.metrics.map(({ id, category, points, max, minimumMet }) => [
      metricTitles[id],
      category,
      points ?? NO_DATA,
      max,
      yesNo(minimumMet),
    ]),
  }
}

function streamSheet({ metrics }: ReportModel): Sheet {
  return {
    name: 'Streams',
    columns: [
      { name: 'Metric', width: 28 },
      { name: 'Stream', width: 10 },
      { name: 'Unit', width: 12 },
      { name: 'A year ago', width: 14 },
      { name: 'Now', width: 14 },
      { name: 'Change', width: 14 },
      { name: 'Points', width: 12 },
    ],
    rows: metrics.flatMap(({ metric, streams }) =>
      streams.map(({ id, unit, previous, current, delta, points }) => [
        ...[metricTitles[metric.id], id, unit],
        ...[previous, current, delta, points].map((value) => value ?? NO_DATA),
      ]),
    ),
  }
}

function stepSheet({ metrics }: ReportModel): Sheet {
  return {
    name: 'Steps',
    columns: [
      { name: 'Metric', width: 28 },
      { name: 'Step', width: 12 },
      { name: 'People', width: 10 },
      { name: 'Needed', width: 10 },
      { name: 'Gate met', width: 10 },
      { name: 'Certifications', width: 40 },
    ],
    rows: metrics.flatMap(({ metric, steps }) =>
      steps.map(({ id, people, required, met, certifications }) => [
        metricTitles[metric.id],
        id,
        metric.status === 'no-data' ? NO_DATA : people,
        required ?? null,
        met === undefined ? null : yesNo(met),
        certifications.map((each) => each.id).join(', '),
      ]),
    ),
  }
}

function fileSheet({ files }: ReportModel): Sheet {
  return {
    name: 'Files',
    columns: [
      { name: 'File', width: 40 },
      { name: 'SHA-256', width: 66 },
      { name: 'Kind', width: 16 },
      { name: 'Imported on', width: 14 },
      { name: 'Rows read', width: 12 },
      { name: 'Accepted', width: 12 },
      { name: 'Rejected', width: 12 },
      { name: 'Months', width: 40 },
    ],
    rows: files.map((file) => [
      text(file.name),
      file.sha256,
      file.dataset,
      date(file.importedAt.slice(0, 10)),
      file.rowsRead,
      file.rowsAccepted,
      file.rowsRejected,
      file.months.join(', '),
    ]),
  }
}

/** Every reading that was used, with a line for each answer that would give another result. */
function readingSheet({ score }: ReportModel): Sheet {
  const used = Object.entries(score.readings)
  return {
    name: 'Readings',
    columns: [
      { name: 'Reading', width: 18 },
      { name: 'Used', width: 16 },
      { name: 'Otherwise', width: 16 },
      { name: 'Total otherwise', width: 16 },
      { name: 'Attained otherwise', width: 18 },
    ],
    rows: used.flatMap(([reading, value]): Cell[][] => {
      const others = score.alternatives.filter((each) => each.reading === reading)
      if (others.length === 0) return [[reading, value, null, null, null]]
      return others.map((other) => [
        ...[reading, value, other.value],
        ...[other.total ?? NO_DATA, yesNo(other.attained)],
      ])
    }),
  }
}

function warningSheet({ score }: ReportModel): Sheet {
  return {
    name: 'Remarks',
    columns: [
      { name: 'Code', width: 24 },
      { name: 'Remark', width: 90 },
      { name: 'Count', width: 10 },
    ],
    rows: score.warnings.map(({ code, message, count }) => [code, text(message), count]),
  }
}
