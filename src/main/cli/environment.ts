import type { SeventyError } from '../../shared/errors'
import type { ReportPages } from '../reporting/write-report'
import type { Clock } from '../services/ports'

/** What the command line needs from the process it runs in. */
export interface CliEnvironment {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly clock: Clock
  readonly appVersion: string
  /** Name of the user at the operating system; null or absent where it is not known. */
  readonly userName?: string | null
  readonly defaultWorkspace: string
  /** Lays report pages out. Only the app's runtime can; absent under plain Node. */
  readonly pages?: ReportPages
}

/** What a command hands back: its document for `--json`, and the same for people. */
export interface CommandResult {
  readonly document: object
  readonly text: string
  /** What is wrong although there is something to show: it decides the exit status. */
  readonly failure?: SeventyError
}
