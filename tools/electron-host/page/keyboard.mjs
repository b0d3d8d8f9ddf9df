// @ts-check

/** @typedef {import('./host-link.mjs').HostLink} HostLink */
/**
 * @typedef {{ command: number, keys: string[], control: boolean, shift: boolean, alt: boolean,
 *   meta: boolean, anyShift: boolean }} Shortcut
 */

/**
 * A native menu sees a key before the page does. The window's capture phase is the nearest to that:
 * a key that belongs to an enabled menu item never reaches the page's own listeners.
 * @param {HostLink} link
 */
export function watchKeyboard(link) {
  /** @type {Shortcut[]} */
  let shortcuts = []
  let tellEveryKey = false
  link.on('shortcuts', (/** @type {Shortcut[]} */ list, /** @type {boolean} */ every) => {
    shortcuts = list
    tellEveryKey = every
  })

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!event.isTrusted) return
    const shortcut =
      event.type === 'keydown'
        ? shortcuts.find((candidate) => matches(candidate, event))
        : undefined
    if (shortcut) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (shortcut || tellEveryKey) link.send('key', describe(event), shortcut?.command ?? null)
  }
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('keyup', onKey, true)
}

/** @param {Shortcut} shortcut @param {KeyboardEvent} event */
function matches(shortcut, event) {
  if (shortcut.control !== event.ctrlKey || shortcut.alt !== event.altKey) return false
  if (shortcut.meta !== event.metaKey || (!shortcut.anyShift && shortcut.shift !== event.shiftKey))
    return false
  return shortcut.keys.includes(event.key.toLowerCase()) || shortcut.keys.includes(event.code)
}

/** The key in the shape of Electron's Input. @param {KeyboardEvent} event */
function describe(event) {
  return {
    type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
    key: event.key,
    code: event.code,
    isAutoRepeat: event.repeat,
    isComposing: event.isComposing,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    location: event.location,
    modifiers: [],
  }
}
