// @ts-check
import { openWindows } from '../window/open-windows.mjs'
import { parseAccelerator } from './accelerator.mjs'
import { Menu } from './menu.mjs'
import { roles } from './roles.mjs'

/** @typedef {import('../window/web-contents.mjs').WebContents} WebContents */
/** @typedef {import('./menu.mjs').MenuItem} MenuItem */
/** @typedef {import('../page/keyboard.mjs').Shortcut} Shortcut */

/** Items that some page has been told the keys of. @type {Map<number, MenuItem>} */
const told = new Map()

/** @param {number} command */
export function commandOf(command) {
  return told.get(command)
}

/**
 * The keys that the menu of a page's window takes before the page sees them. Editing keys are left
 * to the page, whose editing does the same as the menu would.
 * @param {WebContents} contents
 * @returns {Shortcut[]}
 */
export function shortcutsFor(contents) {
  const window = [...openWindows.all].find((candidate) => candidate.webContents === contents)
  const menu = window?.menu === undefined ? Menu.getApplicationMenu() : window.menu
  return itemsOf(menu).flatMap((item) => {
    const { accelerator, commandId: command } = item
    if (!accelerator || !item.registerAccelerator || roles[item.role ?? '']?.ofPage) return []
    told.set(command, item)
    return [{ command, ...parseAccelerator(accelerator, process.platform) }]
  })
}

/** @param {Menu | null} menu @returns {MenuItem[]} */
function itemsOf(menu) {
  return (menu?.items ?? []).flatMap((item) => [item, ...itemsOf(item.submenu ?? null)])
}
