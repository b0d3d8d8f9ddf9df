import { dialog, type BrowserWindow } from 'electron'
import type { FileKind } from '../ipc/files'

const allFiles = { name: 'All files', extensions: ['*'] }

const dialogs: Readonly<Record<FileKind, Electron.OpenDialogOptions>> = {
  data: {
    title: 'Choose files from Partner Center',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Tables', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'zip'] }, allFiles],
  },
  edition: {
    title: 'Choose the file of a rule edition',
    properties: ['openFile'],
    filters: [{ name: 'Rule editions', extensions: ['json'] }, allFiles],
  },
  layouts: {
    title: 'Choose a file of remembered layouts',
    properties: ['openFile'],
    filters: [{ name: 'Layouts', extensions: ['json'] }, allFiles],
  },
}

/** Asks the user for files to import, or for another file of the program's own; an empty list when the dialog was closed. */
export async function chooseFiles(
  parent: BrowserWindow | undefined,
  kind: FileKind,
): Promise<readonly string[]> {
  const options = dialogs[kind]
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

/** Asks the user where to save; undefined when the dialog was closed. */
export async function chooseTarget(
  parent: BrowserWindow | undefined,
  suggestedName: string,
  title = 'Save report',
): Promise<string | undefined> {
  const options: Electron.SaveDialogOptions = { title, defaultPath: suggestedName }
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : filePath
}
