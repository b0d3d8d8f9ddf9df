import { formatDay, oneMonthBefore, parseDay } from '../../shared/calendar'
import { toErrorBody, SeventyError } from '../../shared/errors'
import type { PageSize, PortfolioReport } from '../../shared/report'
import type { ReportContext } from './report-model'
import { readSettings } from './settings'

/**
 * Every partner of the workspace on one date, in the order of their names. A partner that cannot be
 * scored says why and takes nothing from the others. `asOf` has to be a date of the calendar.
 */
export function buildPortfolioReport(
  context: Omit<ReportContext, 'explanations'>,
  request: { readonly asOf: string; readonly pageSize: PageSize },
): PortfolioReport {
  const { workspace, clock, appVersion, newReportId } = context
  const firm = readSettings(workspace).firm || 'the user of Seventy'
  const preparedOn = formatDay(clock.today())
  const profiles = [...workspace.profiles()].sort((a, b) => compare(a.name, b.name) || a.id - b.id)
  return {
    reportId: newReportId(),
    appVersion,
    template: 'portfolio',
    firm,
    preparedOn,
    ...request,
    partners: profiles.map(({ id, name }) => ({
      name,
      ...partnerOn(context, id, request.asOf),
    })),
    imprint:
      `Independent estimates prepared by ${firm} from data supplied by the partners named, on ${preparedOn}. ` +
      'Not issued, reviewed or endorsed by Microsoft. ' +
      'The authoritative scores are those shown in Microsoft Partner Center.',
  }
}

function partnerOn(
  { workspace, scores }: Pick<ReportContext, 'workspace' | 'scores'>,
  profileId: number,
  asOf: string,
): Omit<PortfolioReport['partners'][number], 'name'> {
  try {
    if (workspace.profileState(profileId).files === 0)
      return { score: null, change: null, problem: null }
    const from = formatDay(oneMonthBefore(parseDay(asOf) as number))
    const { differenceShown } = scores.changes({ profileId, from, to: asOf, limit: 1 })
    return { score: scores.score({ profileId, asOf }), change: differenceShown, problem: null }
  } catch (thrown) {
    if (!(thrown instanceof SeventyError)) throw thrown
    return { score: null, change: null, problem: toErrorBody(thrown).message }
  }
}

/** By code points: the order must not depend on the machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
