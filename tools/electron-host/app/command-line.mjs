// @ts-check
import { strict } from '../start/strict.mjs'

/** Electron's `app.commandLine`. Chromium is running already, so a late switch changes nothing. @param {Map<string, string>} switches */
export function commandLineOf(switches) {
  return strict('commandLine', {
    /** @param {string} name @param {string} [value] */
    appendSwitch: (name, value = '') => void switches.set(name, value),
    appendArgument: () => undefined,
    /** @param {string} name */
    hasSwitch: (name) => switches.has(name),
    /** @param {string} name */
    getSwitchValue: (name) => switches.get(name) ?? '',
    /** @param {string} name */
    removeSwitch: (name) => void switches.delete(name),
  })
}
