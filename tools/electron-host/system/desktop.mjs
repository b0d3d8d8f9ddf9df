// @ts-check
import { report } from '../start/report.mjs'
import { strict, strictEmitter } from '../start/strict.mjs'

/** What leaves the program for the rest of the desktop: recorded, never done. */
export const shell = strict('shell', {
  /** @param {string} url @returns {Promise<void>} */
  openExternal(url) {
    report('shell', { action: 'openExternal', url })
    return Promise.resolve()
  },
  /** @param {string} path @returns {Promise<string>} '' for success, as in Electron */
  openPath(path) {
    report('shell', { action: 'openPath', path })
    return Promise.resolve('')
  },
  /** @param {string} path */
  showItemInFolder(path) {
    report('shell', { action: 'showItemInFolder', path })
  },
  beep() {
    report('shell', { action: 'beep' })
  },
})

let copied = ''

/** A clipboard of our own, so that tests do not meet on the machine's. */
export const clipboard = strict('clipboard', {
  /** @param {string} text */
  writeText(text) {
    copied = text
  },
  readText: () => copied,
  clear() {
    copied = ''
  },
})

/** Sleep, battery and lock never happen here; tests emit them. */
class PowerMonitor extends strictEmitter('powerMonitor') {
  getSystemIdleTime() {
    return 0
  }

  isOnBatteryPower() {
    return false
  }
}

export const powerMonitor = new PowerMonitor()

export const safeStorage = strict('safeStorage', { isEncryptionAvailable: () => false })

export const crashReporter = strict('crashReporter', { start() {} })

class SystemPreferences extends strictEmitter('systemPreferences') {
  getAnimationSettings() {
    return {
      shouldRenderRichAnimation: true,
      scrollAnimationsEnabledBySystem: true,
      prefersReducedMotion: false,
    }
  }
}

export const systemPreferences = new SystemPreferences()

export class Notification extends strictEmitter('Notification') {
  static isSupported() {
    return false
  }
}
