// @ts-check
/**
 * What `electron` is to the program while it runs in the stand-in: the slice of the API that it
 * uses. Any use of a part that is not there fails and is reported.
 */
import { app } from './app/app.mjs'
import { defaultSession, sessionModule } from './network/session.mjs'
import { protocolModule } from './network/protocol.mjs'
import { absent, strict } from './start/strict.mjs'
import { WebContents } from './window/web-contents.mjs'

export { app }
export { BrowserWindow } from './window/browser-window.mjs'
export { ipcMain } from './window/ipc-main.mjs'
export { nativeImage } from './window/native-image.mjs'
export { Menu, MenuItem } from './menu/menu.mjs'
export { dialog } from './system/dialog.mjs'
export { nativeTheme } from './system/native-theme.mjs'
export { screen } from './system/screen.mjs'
export {
  clipboard,
  crashReporter,
  Notification,
  powerMonitor,
  safeStorage,
  shell,
  systemPreferences,
} from './system/desktop.mjs'

export const session = sessionModule
export const protocol = protocolModule(defaultSession.schemes, () => app.isReady())
export const webContents = strict('webContents', {
  getAllWebContents: () => WebContents.getAllWebContents(),
  getFocusedWebContents: () => WebContents.getFocusedWebContents(),
  /** @param {number} id */
  fromId: (id) => WebContents.fromId(id),
  /** @param {string} targetId */
  fromDevToolsTargetId: (targetId) => WebContents.fromDevToolsTargetId(targetId),
})

export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const contentTracing = absent('contentTracing')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const net = absent('net')
export const netLog = absent('netLog')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const Tray = absent('Tray')
export const utilityProcess = absent('utilityProcess')
export const WebContentsView = absent('WebContentsView')
