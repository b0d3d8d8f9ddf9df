import { BrowserWindow, nativeTheme, screen } from 'electron'
import { pageUrl } from './app-urls'
import { securePreferences } from './security'
import { fitToScreens, minimumSize, readWindowState, writeWindowState } from './window-state'

export interface MainWindowOptions {
  readonly preload: string
  readonly stateFile: string
}

/** Paper and ink of the two themes (renderer tokens), so that the first frame does not flash. */
const paper = { light: '#fbfaf7', dark: '#12181f' } as const

/** Opens the window where it was last time. Shown once its first content is painted. */
export function openMainWindow({ preload, stateFile }: MainWindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const state = fitToScreens(readWindowState(stateFile), workAreas)
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Seventy',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: securePreferences(preload),
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  window.on('close', () => {
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    })
  })
  void window.loadURL(pageUrl('index.html'))
  return window
}
