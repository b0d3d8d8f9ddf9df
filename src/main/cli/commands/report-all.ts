import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SeventyError, toErrorBody, type ErrorBody } from '../../../shared/errors'
import type { ReportFormat } from '../../../shared/report'
import { writePortfolio, type ReportPages, type WrittenReport } from '../../reporting/write-report'
import { buildPortfolioReport } from '../../services/portfolio-report'
import { exportOf, type NewExport } from '../../services/exports'
import type { ReportContext, ReportRequest } from '../../services/report-model'
import { reportFileName } from '../../services/report-name'
import type { CommandResult } from '../environment'

export interface AllReports {
  readonly context: ReportContext
  readonly asOf: string
  readonly folder: string
  readonly pageSize: ReportRequest['pageSize']
  readonly pages: ReportPages
  /** Notes what was written. */
  readonly record: (exported: NewExport) => Promise<void>
  readonly tell: (text: string) => void
  /** Makes the report of one partner; throws for one that cannot be made. */
  readonly write: (profileId: number, path: string) => Promise<WrittenReport>
}

type Outcome =
  | ({
      readonly profile: string
      readonly path: string
      readonly status: 'written'
    } & WrittenReport)
  | { readonly profile: string; readonly status: 'no-data' }
  | { readonly profile: string; readonly status: 'failed'; readonly error: ErrorBody }

const FORMAT: ReportFormat = 'pdf'

/**
 * One report for every partner that has data, and the page of all of them. What goes wrong with one
 * is told and does not stop the rest; the exit status is that of the first fault.
 */
export async function reportAll(all: AllReports): Promise<CommandResult> {
  const { context, asOf, folder, pageSize, pages, tell } = all
  makeFolder(folder)
  const profiles = context.workspace.profiles()
  const taken = new Set<string>()
  const reports: Outcome[] = []
  for (const [index, { id, name }] of profiles.entries()) {
    tell(`report ${String(index + 1)} of ${String(profiles.length)}: ${name}\n`)
    reports.push(await attempt(all, { id, name }, join(folder, freeName(name, asOf, taken))))
  }
  const page = buildPortfolioReport(context, { asOf, pageSize })
  const path = join(folder, freeName('Portfolio', asOf, taken))
  const written = await writePortfolio(page, path, pages)
  await all.record(exportOf(page, null, FORMAT, written))
  const failed = reports.filter((each) => each.status === 'failed')
  return {
    document: { asOf, folder, reports, portfolio: { path, ...written } },
    text: [...reports.map(line), `${path}: all partners`, ''].join('\n'),
    ...(failed[0] ? { failure: failureOf(failed, profiles.length) } : {}),
  }
}

async function attempt(
  { context, write }: AllReports,
  { id, name: profile }: { readonly id: number; readonly name: string },
  path: string,
): Promise<Outcome> {
  try {
    if (context.workspace.profileState(id).files === 0) return { profile, status: 'no-data' }
    return { profile, path, status: 'written', ...(await write(id, path)) }
  } catch (thrown) {
    return { profile, status: 'failed', error: toErrorBody(thrown) }
  }
}

/** Two partners may differ only in what no file name can hold, or in case. */
function freeName(name: string, asOf: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const told = number === 1 ? name : `${name} (${String(number)})`
    const file = reportFileName(told, asOf, FORMAT)
    if (taken.has(file.toLowerCase())) continue
    taken.add(file.toLowerCase())
    return file
  }
}

function line(outcome: Outcome): string {
  if (outcome.status === 'written')
    return `${outcome.path}: ${outcome.profile}, SHA-256 ${outcome.sha256}`
  if (outcome.status === 'no-data') return `${outcome.profile}: no report, nothing was imported yet`
  return `${outcome.profile}: no report, ${outcome.error.message}`
}

function failureOf(
  failed: readonly Extract<Outcome, { status: 'failed' }>[],
  of: number,
): SeventyError {
  const [first] = failed
  const names = failed.map(({ profile }) => profile).join(', ')
  return new SeventyError(
    first?.error.code ?? 'internal',
    `${String(failed.length)} of ${String(of)} reports could not be made (${names}): ${first?.error.message ?? ''}`,
    { profiles: failed.map(({ profile }) => profile) },
  )
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeventyError(
      'output-unwritable',
      `The folder ${folder} cannot be made (${reason}). Choose another one.`,
      { folder, reason },
      error,
    )
  }
}
