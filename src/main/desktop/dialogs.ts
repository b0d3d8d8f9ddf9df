import { dialog, type BrowserWindow } from 'electron'

/** Asks the user for files to import; an empty list when the dialog was closed. */
export async function chooseFiles(parent: BrowserWindow | undefined): Promise<readonly string[]> {
  const options: Electron.OpenDialogOptions = {
    title: 'Choose files from Partner Center',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Tables', extensions: ['csv', 'tsv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

/** Asks the user where to save; undefined when the dialog was closed. */
export async function chooseTarget(
  parent: BrowserWindow | undefined,
  suggestedName: string,
): Promise<string | undefined> {
  const options: Electron.SaveDialogOptions = { title: 'Save report', defaultPath: suggestedName }
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : filePath
}
