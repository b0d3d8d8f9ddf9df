import type { ReportFormat, ReportPage, ReportTemplate } from '../../../shared/report'
import { runJob } from '../../app/jobs'
import { notify, notifyFailure } from '../../app/notices'
import { useSessionStore } from '../../app/session-store'
import { useWorkspaceStore } from '../../app/workspace-store'

/** What the screen has chosen; left out: the full report. */
export interface ReportLayout {
  readonly template?: ReportTemplate
  readonly pages?: ReportPage[]
}

type Translate = (key: string, values?: Record<string, unknown>) => string

/** Prints or writes the report of a partner as it is shown; says where it went, or why not. */
export async function exportReport(
  profileId: number,
  format: ReportFormat,
  t: Translate,
  layout: ReportLayout = {},
): Promise<void> {
  const pageSize = useWorkspaceStore().settings?.pageSize ?? 'A4'
  const asOf = useSessionStore().scoreDates[profileId]
  try {
    const job = runJob(
      'reports.export',
      { profileId, asOf, pageSize, format, ...layout },
      t('report.exporting'),
    )
    const file = await job.result
    if (file === null) return
    const text = format === 'pdf' ? t('report.exportedPdf', file) : t('report.exportedFile', file)
    notify({ tone: 'done', title: t('report.exported'), text })
  } catch (thrown) {
    notifyFailure(t('report.failed'), thrown)
  }
}
