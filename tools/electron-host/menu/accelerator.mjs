// @ts-check

/** @typedef {import('../page/keyboard.mjs').Shortcut} Shortcut */

const modifiers = /** @type {const} */ ({
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
})

/** Names of keys that differ from what a keyboard event calls them. @type {Record<string, string>} */
const keyNames = {
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  space: ' ',
  plus: '+',
}

/**
 * An accelerator of Electron ("CmdOrCtrl+Shift+K") as what the page compares its keys with.
 * @param {string} accelerator
 * @param {NodeJS.Platform} platform
 * @returns {Omit<Shortcut, 'command'>}
 */
export function parseAccelerator(accelerator, platform) {
  const shortcut = {
    keys: /** @type {string[]} */ ([]),
    control: false,
    shift: false,
    alt: false,
    meta: false,
    anyShift: false,
  }
  for (const part of accelerator.split('+').map((name) => name.trim().toLowerCase())) {
    const modifier = modifierOf(part, platform)
    if (modifier) shortcut[modifier] = true
    else if (part !== '') shortcut.keys.push(...keysOf(part))
  }
  if (shortcut.keys.length === 0) throw new Error(`Invalid accelerator: ${accelerator}`)
  // A plus sign is typed with or without shift, depending on the layout.
  shortcut.anyShift = shortcut.keys.includes('+')
  return shortcut
}

/** @param {string} part @param {NodeJS.Platform} platform */
function modifierOf(part, platform) {
  if (['commandorcontrol', 'cmdorctrl'].includes(part))
    return platform === 'darwin' ? 'meta' : 'control'
  return modifiers[/** @type {keyof typeof modifiers} */ (part)]
}

/** With other keys held, a letter or digit may arrive as another character; its place does not change. @param {string} part */
function keysOf(part) {
  if (/^[a-z]$/.test(part)) return [part, `Key${part.toUpperCase()}`]
  if (/^\d$/.test(part)) return [part, `Digit${part}`]
  return [keyNames[part] ?? part]
}
