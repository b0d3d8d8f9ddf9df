import type { Output } from '../../shared/contract'

export type Platform = Output<'app.info'>['platform']

interface Keys {
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  readonly command: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** Arrow keys, which the keyboard calls otherwise than Electron does, as they are printed on it. */
const arrows: Readonly<Record<string, string>> = { Left: '←', Right: '→' }
const arrowKeys: Readonly<Record<string, string>> = { Left: 'arrowleft', Right: 'arrowright' }

function parse(accelerator: string): Keys {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key: arrowKeys[key] ?? key.toLowerCase(),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    command: parts.includes('CmdOrCtrl'),
  }
}

/** Whether a key press is this accelerator (Electron's notation); CmdOrCtrl is ⌘ on macOS, Ctrl elsewhere. */
export function isPressed(accelerator: string, event: Pressed, platform: Platform): boolean {
  const keys = parse(accelerator)
  const [command, other] =
    platform === 'darwin' ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  return (
    event.key.toLowerCase() === keys.key &&
    event.shiftKey === keys.shift &&
    event.altKey === keys.alt &&
    command === keys.command &&
    !other
  )
}

/** The keys as printed on the keyboard, for display: "Ctrl", "Shift", "H" or "⇧", "⌘", "H". */
export function keyCaps(accelerator: string, platform: Platform): string[] {
  const mac = platform === 'darwin'
  const caps: Readonly<Record<string, string>> = mac
    ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' }
    : { CmdOrCtrl: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  const modifiers = ['CmdOrCtrl', 'Alt', 'Shift'].filter((part) =>
    accelerator.split('+').includes(part),
  )
  const ordered = mac ? modifiers.reverse() : modifiers
  const key = accelerator.split('+').at(-1) ?? ''
  return [...ordered.map((part) => caps[part] ?? part), arrows[key] ?? key]
}
