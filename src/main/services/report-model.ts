import type { PageSize, ReportModel } from '../../shared/report'
import type { Clock, ReadableWorkspace } from './ports'
import { requireProfile } from './profiles'
import type { Scores } from './scores'
import { readSettings } from './settings'
import { formatDay } from '../../shared/calendar'

/** Rows of customers that a metric page carries; the whole list belongs in a spreadsheet. */
const STANDINGS_PER_STREAM = 40

export interface ReportRequest {
  readonly profileId: number
  readonly asOf?: string | undefined
  readonly edition?: string | undefined
  readonly pageSize: PageSize
}

export interface ReportContext {
  readonly workspace: ReadableWorkspace
  readonly scores: Scores
  readonly clock: Clock
  readonly appVersion: string
  readonly newReportId: () => string
}

/**
 * Everything a report says about one partner at one date, as data. The preparation date is the day
 * the report is made; the score date is `asOf`. Throws `profile-not-found`, `input-invalid`.
 */
export function buildReportModel(context: ReportContext, request: ReportRequest): ReportModel {
  const { workspace, scores } = context
  const profile = requireProfile(workspace, request.profileId)
  const score = scores.score(request)
  const edition = scores.edition(score.edition)
  const firm = readSettings(workspace).firm || 'the user of Seventy'
  const typed = score.basis === 'typed-in' ? workspace.manualTotals(profile.id) : undefined
  const changedRows = workspace.changedRows(profile.id)
  const preparedOn = formatDay(context.clock.today())
  return {
    reportId: context.newReportId(),
    appVersion: context.appVersion,
    client: profile.name,
    mpnId: profile.mpnId,
    firm,
    preparedOn,
    pageSize: request.pageSize,
    score,
    edition: {
      id: edition.id,
      title: edition.title,
      ...(score.custom ? { custom: true as const } : {}),
      validFrom: edition.validFrom,
      validTo: edition.validTo,
      source: edition.source,
    },
    metrics: score.metrics.map(({ id: metricId }) => {
      const { score: _, ...detail } = scores.metric(request, metricId, STANDINGS_PER_STREAM)
      return detail
    }),
    files: [...workspace.files(profile.id)],
    ...(changedRows > 0 ? { changedRows } : {}),
    ...(typed ? { typedIn: { at: typed.at, who: typed.who } } : {}),
    imprint: imprintText({
      firm,
      client: profile.name,
      date: preparedOn,
      edition: score.custom ? `${edition.id} (custom)` : edition.id,
    }),
    sample: profile.sample,
  }
}

/** The imprint of every report, word for word as PRODUCT.md "The report" gives it. */
function imprintText(names: {
  firm: string
  client: string
  date: string
  edition: string
}): string {
  return (
    `Independent estimate prepared by ${names.firm} from data supplied by ${names.client} on ${names.date}, ` +
    `using rule edition ${names.edition}. Not issued, reviewed or endorsed by Microsoft. ` +
    'The authoritative score is the one shown in Microsoft Partner Center.'
  )
}
