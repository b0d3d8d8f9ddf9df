import { app, session } from 'electron'
import { handleProcedure } from '../ipc/handle'
import { reportPrinting } from '../ipc/reports'
import type { ReportPages } from '../reporting/write-report'
import type { AppFiles } from './app-files'
import { serveApp } from './app-protocol'
import { electronIpc } from './ipc-options'
import { PrintPage } from './print-page'
import { lockDown } from './security'

/**
 * Runs the command line inside the app, with a hidden page to print reports with and no window.
 * Ends the program with the status that `run` returns.
 */
export async function runHeadless(
  files: AppFiles,
  onFault: (place: string, error: unknown) => void,
  run: (pages: ReportPages) => Promise<number>,
): Promise<void> {
  await app.whenReady()
  await lockDown(session.defaultSession)
  serveApp(session.defaultSession, files.renderer)
  const page = new PrintPage(files.preload)
  handleProcedure(
    'reports.printing',
    reportPrinting(() => page.printing),
    electronIpc(onFault),
  )
  const status = await run(page)
  page.close()
  app.exit(status)
}
