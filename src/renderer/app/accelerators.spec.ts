import { describe, expect, it } from 'vitest'
import { commands } from '../../shared/commands'
import { isPressed, keyCaps } from './accelerators'

function press(
  key: string,
  held: Partial<Record<'shift' | 'alt' | 'ctrl' | 'meta', boolean>> = {},
) {
  return {
    key,
    shiftKey: held.shift ?? false,
    altKey: held.alt ?? false,
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
  }
}

describe('a key press', () => {
  it('takes Ctrl on Windows and Linux, and ⌘ on macOS', () => {
    const [ctrl, command] = [press('i', { ctrl: true }), press('i', { meta: true })]
    expect(isPressed('CmdOrCtrl+I', ctrl, 'win32')).toBe(true)
    expect(isPressed('CmdOrCtrl+I', ctrl, 'linux')).toBe(true)
    expect(isPressed('CmdOrCtrl+I', ctrl, 'darwin')).toBe(false)
    expect(isPressed('CmdOrCtrl+I', command, 'darwin')).toBe(true)
    expect(isPressed('CmdOrCtrl+I', command, 'win32')).toBe(false)
  })

  it('is another one with a further modifier held', () => {
    expect(isPressed('CmdOrCtrl+H', press('h', { ctrl: true, shift: true }), 'linux')).toBe(false)
    expect(isPressed('CmdOrCtrl+H', press('h', { ctrl: true, alt: true }), 'linux')).toBe(false)
    expect(isPressed('CmdOrCtrl+H', press('h', { ctrl: true, meta: true }), 'linux')).toBe(false)
  })

  it('is the same with the capital that Shift makes of it', () => {
    expect(isPressed('Shift+CmdOrCtrl+H', press('H', { ctrl: true, shift: true }), 'linux')).toBe(
      true,
    )
  })

  it('needs no modifier for a function key', () => {
    expect(isPressed('F1', press('F1'), 'darwin')).toBe(true)
    expect(isPressed('F1', press('F2'), 'darwin')).toBe(false)
  })

  it('is never two commands at once', () => {
    const accelerators = commands.flatMap(({ accelerator }) => accelerator ?? [])
    for (const accelerator of accelerators) {
      const key = accelerator.split('+').at(-1) ?? ''
      const event = press(/^(Left|Right)$/.test(key) ? `Arrow${key}` : key, {
        ctrl: accelerator.includes('CmdOrCtrl'),
        alt: accelerator.includes('Alt'),
        shift: accelerator.includes('Shift'),
      })
      expect(accelerators.filter((each) => isPressed(each, event, 'win32'))).toEqual([accelerator])
    }
  })
})

describe('the keys of a shortcut', () => {
  it('are words in the order of the keyboard on Windows and Linux', () => {
    expect(keyCaps('Shift+CmdOrCtrl+H', 'win32')).toEqual(['Ctrl', 'Shift', 'H'])
  })

  it('are signs in the order of the menus on macOS', () => {
    expect(keyCaps('Shift+CmdOrCtrl+H', 'darwin')).toEqual(['⇧', '⌘', 'H'])
  })

  it('are one for a function key', () => {
    expect(keyCaps('F1', 'linux')).toEqual(['F1'])
  })
})
