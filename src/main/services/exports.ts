import type { Exported } from '../../shared/exports'
import type { Printable, ReportFormat } from '../../shared/report'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'
import { requireProfile } from './profiles'

/** What is noted of an export. */
export interface NewExport extends Omit<Exported, 'id' | 'at' | 'template' | 'edition'> {
  /** null: the page of all partners. */
  readonly profileId: number | null
  readonly template: Printable['template']
  readonly edition: string | null
}

/** Past exports, as any thread may read them. */
export interface ReadableExports {
  /** The last one first. */
  exports(profileId: number): readonly Exported[]
}

/** Past exports, as the writing thread adds to them. */
export interface WritableExports extends ReadableExports {
  addExport(exported: NewExport, at: string): void
}

/** The exports of a partner, the last one first. Throws `profile-not-found`. */
export function exportHistory(
  workspace: ReadableWorkspace & ReadableExports,
  profileId: number,
): Exported[] {
  return [...workspace.exports(requireProfile(workspace, profileId).id)]
}

/** What an export is noted as, once its file stands on the disk. */
export function exportOf(
  printable: Printable,
  profileId: number | null,
  format: ReportFormat,
  {
    name,
    bytes,
    sha256,
  }: { readonly name: string; readonly bytes: number; readonly sha256: string },
): NewExport {
  const whole = printable.template === 'portfolio'
  return {
    profileId,
    template: printable.template,
    format,
    scoreDate: whole ? printable.asOf : printable.score.asOf,
    edition: whole ? null : printable.score.edition,
    totalShown: whole ? null : printable.score.totalShown,
    reportId: printable.reportId,
    ...{ fileName: name, bytes, sha256 },
  }
}

/** Notes an export in the history and the audit log. Throws `profile-not-found`. */
export function recordExport(
  workspace: WritableWorkspace & WritableExports,
  clock: Clock,
  exported: NewExport,
): void {
  const { profileId, reportId, fileName, sha256 } = exported
  const subject = profileId === null ? 'portfolio' : requireProfile(workspace, profileId).name
  workspace.transaction(() => {
    const at = clock.now()
    workspace.addExport(exported, at)
    workspace.audit({
      at,
      action: 'report.export',
      subject,
      details: { reportId, fileName, sha256 },
    })
  })
}
