// @ts-check
import { app } from '../app/app.mjs'
import { openWindows } from '../window/open-windows.mjs'

/** @typedef {import('../window/browser-window.mjs').BrowserWindow} BrowserWindow */
/** @typedef {Electron.MenuItemConstructorOptions} Template */
/**
 * @typedef {{ label: () => string, accelerator?: string, submenu?: () => Template[],
 *   run?: (window: BrowserWindow | null) => void, ofPage?: boolean }} Role
 *   `ofPage`: the page's own editing does it, so its keys are left to the page
 */

const isMac = process.platform === 'darwin'
const separator = /** @type {Template} */ ({ type: 'separator' })

/** @param {string} text */
const label = (text) => () => text

/** @param {number} step */
const zoom = (step) => (/** @type {BrowserWindow | null} */ window) => {
  const contents = window?.webContents
  contents?.setZoomLevel(step === 0 ? 0 : contents.getZoomLevel() + step)
}

/** What Electron knows about its roles, by their names in lower case. @type {Record<string, Role>} */
export const roles = {
  undo: { label: label('Undo'), accelerator: 'CommandOrControl+Z', ofPage: true },
  redo: {
    label: label('Redo'),
    accelerator: isMac ? 'Shift+Command+Z' : 'Control+Y',
    ofPage: true,
  },
  cut: { label: label('Cut'), accelerator: 'CommandOrControl+X', ofPage: true },
  copy: { label: label('Copy'), accelerator: 'CommandOrControl+C', ofPage: true },
  paste: { label: label('Paste'), accelerator: 'CommandOrControl+V', ofPage: true },
  pasteandmatchstyle: {
    label: label('Paste and Match Style'),
    accelerator: 'Shift+CommandOrControl+V',
    ofPage: true,
  },
  delete: { label: label('Delete'), ofPage: true },
  selectall: { label: label('Select All'), accelerator: 'CommandOrControl+A', ofPage: true },
  reload: { label: label('Reload'), accelerator: 'CmdOrCtrl+R', run: (window) => window?.reload() },
  forcereload: {
    label: label('Force Reload'),
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => window?.reload(),
  },
  toggledevtools: {
    label: label('Toggle Developer Tools'),
    accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    run: (window) => window?.webContents.openDevTools(),
  },
  resetzoom: { label: label('Actual Size'), accelerator: 'CommandOrControl+0', run: zoom(0) },
  zoomin: { label: label('Zoom In'), accelerator: 'CommandOrControl+Plus', run: zoom(0.5) },
  zoomout: { label: label('Zoom Out'), accelerator: 'CommandOrControl+-', run: zoom(-0.5) },
  togglefullscreen: {
    label: label('Toggle Full Screen'),
    accelerator: isMac ? 'Control+Command+F' : 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  minimize: {
    label: label('Minimize'),
    accelerator: 'CommandOrControl+M',
    run: (window) => window?.minimize(),
  },
  zoom: { label: label('Zoom'), run: (window) => window?.maximize() },
  close: {
    label: () => (isMac ? 'Close Window' : 'Close'),
    accelerator: 'CommandOrControl+W',
    run: (window) => window?.close(),
  },
  quit: {
    label: () => (isMac ? `Quit ${app.getName()}` : process.platform === 'win32' ? 'Exit' : 'Quit'),
    ...(process.platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
    run: () => app.quit(),
  },
  about: { label: () => `About ${app.getName()}`, run: () => app.showAboutPanel() },
  help: { label: label('Help') },
  services: { label: label('Services') },
  hide: { label: () => `Hide ${app.getName()}`, accelerator: 'Command+H' },
  hideothers: { label: label('Hide Others'), accelerator: 'Command+Alt+H' },
  unhide: { label: label('Show All') },
  front: {
    label: label('Bring All to Front'),
    run: () => openWindows.all.forEach((window) => window.show()),
  },
  appmenu: {
    label: () => app.getName(),
    submenu: () => [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  },
  filemenu: { label: label('File'), submenu: () => [isMac ? { role: 'close' } : { role: 'quit' }] },
  editmenu: {
    label: label('Edit'),
    submenu: () => [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' },
    ],
  },
  viewmenu: {
    label: label('View'),
    submenu: () => [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  },
  windowmenu: {
    label: label('Window'),
    submenu: () => [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }],
  },
}
