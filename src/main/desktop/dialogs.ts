import { dialog, type BrowserWindow } from 'electron'

const allFiles = { name: 'All files', extensions: ['*'] }

const dialogs: Readonly<Record<'data' | 'edition', Electron.OpenDialogOptions>> = {
  data: {
    title: 'Choose files from Partner Center',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Tables', extensions: ['csv', 'tsv', 'txt'] }, allFiles],
  },
  edition: {
    title: 'Choose the file of a rule edition',
    properties: ['openFile'],
    filters: [{ name: 'Rule editions', extensions: ['json'] }, allFiles],
  },
}

/** Asks the user for files to import, or for that of an edition; an empty list when the dialog was closed. */
export async function chooseFiles(
  parent: BrowserWindow | undefined,
  kind: 'data' | 'edition',
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
