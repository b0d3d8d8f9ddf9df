import { formatDay } from '../../shared/calendar'
import type { LeftOut } from '../../shared/explanation'
import type { PageSize, ReportModel, ReportPage, ReportTemplate } from '../../shared/report'
import { templatePages } from '../../shared/report-pages'
import type { MetricDetail, Score } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { effectiveBranding, type ReadableBranding } from './branding'
import type { Explanations } from './explanations'
import type { Clock } from './ports'
import { requireProfile } from './profiles'
import { ANNEX_ROWS_ON_PAPER, annexOf } from './report-annex'
import { inputsOf } from './report-inputs'
import {
  changesPart,
  historyPart,
  planPart,
  scenariosPart,
  type PartsContext,
} from './report-parts'
import { readSettings } from './settings'

/** Rows of customers that a metric page carries; the whole list belongs in a spreadsheet. */
const STANDINGS_PER_STREAM = 40
/** Whose rows were left out: as many as a page names. */
const LEFT_OUT_NAMED = 5

export interface ReportRequest {
  readonly profileId: number
  readonly asOf?: string | undefined
  readonly edition?: string | undefined
  readonly pageSize: PageSize
  /** Left out: the full report. */
  readonly template?: ReportTemplate | undefined
  /** Of the template's pages those that are wanted; left out: all. */
  readonly pages?: readonly ReportPage[] | undefined
  /** Customers in the annex; left out: as many as paper carries. A spreadsheet takes all. */
  readonly annexRows?: number | undefined
  /** True: with what the score was computed from. */
  readonly inputs?: boolean | undefined
}

export interface ReportContext extends PartsContext {
  readonly workspace: PartsContext['workspace'] & ReadableBranding
  readonly explanations: Pick<Explanations, 'leftOut'>
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
  const { template = 'full' } = request
  const profile = requireProfile(workspace, request.profileId)
  const score = scores.score(request)
  const edition = scores.edition(score.edition)
  const branding = effectiveBranding(workspace, profile.id)
  const firm = branding.preparedBy || readSettings(workspace).firm || 'the user of Seventy'
  const typed = score.basis === 'typed-in' ? workspace.manualTotals(profile.id) : undefined
  const changedRows = workspace.changedRows(profile.id)
  const preparedOn = formatDay(context.clock.today())
  const pages = templatePages[template].filter((page) => request.pages?.includes(page) ?? true)
  const details = score.metrics.map(({ id }) => scores.metric(request, id, Infinity))
  const metrics = details.map((detail) => metricPart(context, request, detail))
  const annexRows = request.annexRows ?? ANNEX_ROWS_ON_PAPER
  return {
    reportId: context.newReportId(),
    appVersion: context.appVersion,
    template,
    pages,
    client: profile.name,
    mpnId: profile.mpnId,
    firm,
    branding,
    preparedOn,
    pageSize: request.pageSize,
    score,
    edition: editionPart(edition, score),
    metrics,
    // The summary tells the change and names the first actions, whatever other pages there are.
    changes: changesPart(context, request, score),
    plan: planPart(context, request, score),
    scenarios: pages.includes('scenarios') ? scenariosPart(context, request) : null,
    history: pages.includes('history')
      ? historyPart(context, request, { asOf: score.asOf, metrics })
      : null,
    annex: pages.includes('annex') ? annexOf(details, annexRows) : null,
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
    inputs: request.inputs === true ? inputsOf(workspace.facts(profile.id), details) : null,
  }
}

/** A metric as its page shows it, with what became of all rows of its streams. */
function metricPart(
  { explanations }: ReportContext,
  request: ReportRequest,
  { score: _score, ...detail }: MetricDetail,
): ReportModel['metrics'][number] {
  return {
    ...detail,
    streams: detail.streams.map((stream) => ({
      ...stream,
      standings: stream.standings.slice(0, STANDINGS_PER_STREAM),
    })),
    leftOut: detail.streams.map(({ id: section }) =>
      named(explanations.leftOut({ ...request, metricId: detail.metric.id, section })),
    ),
  }
}

/** All totals, and of whose rows they are the largest. */
function named({ entries, withoutAssociation, ...totals }: LeftOut): LeftOut {
  const few = <T>(list: { readonly total: number; readonly entries: readonly T[] }) => ({
    total: list.total,
    entries: list.entries.slice(0, LEFT_OUT_NAMED),
  })
  return { ...totals, entries: few(entries), withoutAssociation: few(withoutAssociation) }
}

function editionPart(edition: Edition, score: Score): ReportModel['edition'] {
  const { id, title, validFrom, validTo, source, azure, m365 } = edition
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  return {
    id,
    title,
    ...(score.custom ? { custom: true as const } : {}),
    validFrom,
    validTo,
    source,
    counting: {
      azure: {
        associations: names(azure.associations.counting),
        excludedOffers: names(azure.offers.excluded),
      },
      m365: { associations: names(m365.associations.counting) },
    },
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
