import { SeventyError } from '../../shared/errors'
import type { Parsed } from '../../shared/contract'
import type { Printable, ReportFormat, ReportModel } from '../../shared/report'
import { carriesInputs, takesAllCustomers } from '../../shared/report-pages'
import { exportOf } from '../services/exports'
import { reportFileName } from '../services/report-name'
import type { DataThreads } from '../worker/data-threads'
import type { Handlers } from './handle'
import type { JobHooks, Jobs } from './jobs'

/** A report once it stands on the disk. */
export interface WrittenReport {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly pages: number
}

interface ReportContext {
  readonly data: Pick<DataThreads, 'call'>
  readonly jobs: Jobs
  /** Asks where to save; undefined when the user closed the dialog. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>
  /** Makes the file and puts it in place. Throws `output-unwritable`. */
  readonly write: (model: ReportModel, path: string, format: ReportFormat) => Promise<WrittenReport>
}

/** What the print page asks for; `printing` knows the report it was opened for. */
export function reportPrinting(
  printing: () => Printable | undefined,
): Pick<Handlers, 'reports.printing'> {
  return {
    'reports.printing': () => {
      const model = printing()
      if (!model) throw new SeventyError('internal', 'No report is being printed.')
      return model
    },
  }
}

/** Procedures that make reports. */
export function reportHandlers(context: ReportContext): Pick<Handlers, 'reports.export'> {
  return {
    'reports.export': (input, caller) =>
      context.jobs.start<'reports.export'>(caller, (hooks) => exportReport(context, input, hooks)),
  }
}

async function exportReport(
  context: ReportContext,
  { format, ...query }: Parsed<'reports.export'>,
  hooks: JobHooks,
) {
  const model = await context.data.call('reports.model', {
    ...query,
    allCustomers: takesAllCustomers(format),
    inputs: carriesInputs(format),
  })
  const path = await context.chooseTarget(reportFileName(model.client, model.score.asOf, format))
  if (path === undefined) return null
  hooks.report({ phase: format === 'pdf' ? 'printing' : 'writing', done: 0, total: 1 })
  const written = await context.write(model, path, format)
  await context.data.call('reports.record', exportOf(model, query.profileId, format, written))
  hooks.report({ phase: 'writing', done: 1, total: 1 })
  return written
}
