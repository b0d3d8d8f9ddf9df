import { app, BrowserWindow, dialog } from 'electron'
import { toErrorBody, exitStatus } from '../../shared/errors'

/** The window that is in front, or the only one; never the hidden print page. */
export function currentWindow(): BrowserWindow | undefined {
  return (
    BrowserWindow.getFocusedWindow() ??
    BrowserWindow.getAllWindows().find((window) => window.isVisible())
  )
}

/** A second start brings the first one's window to the front. */
export function focusWindow(): void {
  const window = currentWindow()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Says why the program cannot start and ends it; without a workspace there is nothing to show. */
export async function refuseToStart(error: unknown): Promise<void> {
  const { code, message } = toErrorBody(error)
  process.stderr.write(`error[${code}]: ${message}\n`)
  await dialog.showMessageBox({
    type: 'error',
    title: 'Seventy',
    message: 'Seventy cannot open its workspace.',
    detail: message,
  })
  app.exit(exitStatus(code))
}
