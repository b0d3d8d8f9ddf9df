import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, session } from 'electron'
import type { CommandId } from '../shared/commands'
import { version } from '../../package.json'
import { formatDay } from '../shared/calendar'
import { dropChannel, eventChannels } from '../shared/channels'
import { runCli } from './cli/run'
import { isCommand } from './cli/usage'
import { appFiles } from './desktop/app-files'
import { registerAppScheme, serveApp } from './desktop/app-protocol'
import { chooseFiles, chooseTarget } from './desktop/dialogs'
import { runHeadless } from './desktop/headless'
import { electronIpc } from './desktop/ipc-options'
import { currentWindow, focusWindow, refuseToStart } from './desktop/lifecycle'
import { openMainWindow } from './desktop/main-window'
import { menuTemplate } from './desktop/menu-template'
import { PrintPage } from './desktop/print-page'
import { confineAllPages, lockDown } from './desktop/security'
import { faultLog } from './fault-log'
import { appHandlers } from './ipc/app'
import { dataHandlers } from './ipc/data'
import { dataExportHandlers } from './ipc/data-export'
import { acceptDrops, fileHandlers } from './ipc/files'
import { FileTokens } from './ipc/file-tokens'
import { handleContract } from './ipc/handle'
import { Jobs } from './ipc/jobs'
import { layoutHandlers } from './ipc/layouts'
import { osUserName } from './os-user'
import { rejectsHandlers } from './ipc/rejects'
import { reportHandlers, reportPrinting } from './ipc/reports'
import { workspaceHandlers } from './ipc/workspace'
import { replaceFile, writeReport } from './reporting/write-report'
import { editions } from './rules/registry'
import { systemClock } from './system-clock'
import { defaultWorkspace, userDataFolder } from './user-data'
import { DataThreads } from './worker/data-threads'

// 1. Who we are and where our data lives; a development build may stop the clock.
const userData = userDataFolder(process.platform, process.env)
app.setPath('userData', userData)
const workspace = defaultWorkspace(userData)
const fixedToday = app.isPackaged ? undefined : process.env['SEVENTY_TODAY']
const clock = systemClock(fixedToday)
const files = appFiles(import.meta.dirname, import.meta.url)
const logFault = faultLog(join(userData, 'logs'))

// 2. What has to stand before the app is ready.
registerAppScheme()
confineAllPages()

// 3. A command instead of a window, or the one window of this user.
const argv = process.argv.slice(app.isPackaged ? 1 : 2)
if (isCommand(argv[0])) {
  const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text)
  const environment = {
    stdout: write(process.stdout),
    stderr: write(process.stderr),
    clock,
    appVersion: version,
    userName: osUserName(),
    defaultWorkspace: workspace,
  }
  void runHeadless(files, logFault, (pages) => runCli(argv, { ...environment, pages }))
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  void app.whenReady().then(startWindow).catch(refuseToStart)
} else {
  app.quit()
}

async function startWindow(): Promise<void> {
  // 4. Close every door to the outside, then serve our own pages.
  await lockDown(session.defaultSession)
  serveApp(session.defaultSession, files.renderer)

  // 5. The threads that own store and engine.
  const data = await DataThreads.start(files.worker, {
    workspace,
    sampleFolder: join(userData, 'sample'),
    appVersion: version,
    userName: osUserName(),
    ...(fixedToday === undefined ? {} : { fixedToday }),
  })

  // 6. The contract.
  const jobs = new Jobs()
  const tokens = new FileTokens()
  const page = new PrintPage(files.preload)
  const announce = (channel: string, payload: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload)
    if (channel === eventChannels.changed)
      showMenu().catch((error: unknown) => {
        logFault('menu', error)
      })
  }
  /** The menu names what undo and redo would take, so every change makes it anew. */
  let showMenu = () => Promise.resolve()
  const ipc = electronIpc(logFault)
  handleContract(
    {
      ...appHandlers({ info, jobs }),
      ...fileHandlers({ tokens, choose: (kind) => chooseFiles(currentWindow(), kind) }),
      ...dataHandlers({ data, jobs, tokens, announce }),
      ...dataExportHandlers({
        data,
        jobs,
        chooseTarget: (name) => chooseTarget(currentWindow(), name, 'Save rows'),
      }),
      ...reportHandlers({
        data,
        jobs,
        chooseTarget: (name) => chooseTarget(currentWindow(), name),
        write: (model, path, format) =>
          writeReport({
            model,
            path,
            format,
            pages: page,
            finish: (pdf, printed) => data.call('reports.finish', { pdf, model: printed }),
          }),
      }),
      ...rejectsHandlers({
        data,
        jobs,
        tokens,
        chooseTarget: (name) => chooseTarget(currentWindow(), name, 'Save the rows left out'),
      }),
      ...workspaceHandlers({
        data,
        jobs,
        today: () => formatDay(clock.today()),
        chooseTarget: (name) => chooseTarget(currentWindow(), name, 'Back up the workspace'),
      }),
      ...reportPrinting(() => page.printing),
      ...layoutHandlers({
        data,
        chooseTarget: (name) => chooseTarget(currentWindow(), name, 'Save remembered layouts'),
        write: (path, content) => replaceFile(path, content, 'file'),
      }),
    },
    ipc,
  )
  ipcMain.handle(dropChannel, acceptDrops(tokens, ipc.isTrusted))

  // 7. Menu and window.
  const run = (id: CommandId) => currentWindow()?.webContents.send(eventChannels.command, id)
  showMenu = async () => {
    const next = await data.call('edits.steps', {})
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, run, next)))
  }
  await showMenu()
  const open = () => {
    const window = openMainWindow({
      preload: files.preload,
      stateFile: join(userData, 'window.json'),
    })
    window.on('closed', () => {
      page.close()
    })
  }
  open()

  // 8. Ends and returns.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    stopped = true
    void data.stop().finally(() => {
      app.quit()
    })
  })
}

function info() {
  return {
    version,
    platform:
      process.platform === 'win32' || process.platform === 'darwin'
        ? process.platform
        : ('linux' as const),
    workspace,
    today: formatDay(clock.today()),
    editions: editions().map(({ id, title }) => ({ id, title })),
  }
}
