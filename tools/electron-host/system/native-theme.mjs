// @ts-check
import { strictEmitter } from '../start/strict.mjs'

/** @typedef {'system' | 'light' | 'dark'} Source */

/** Light or dark, as the program chooses; SEVENTY_HOST_DARK=1 makes the system's own choice dark. */
class NativeTheme extends strictEmitter('nativeTheme') {
  /** @type {Source} */
  #source = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new Error(`themeSource cannot be "${source}"`)
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
  }

  /** What the system has chosen; undefined leaves it to Chromium and to whoever tests. */
  get systemScheme() {
    return process.env.SEVENTY_HOST_DARK === '1' ? 'dark' : undefined
  }

  get shouldUseDarkColors() {
    return (this.#source === 'system' ? this.systemScheme : this.#source) === 'dark'
  }

  shouldUseHighContrastColors = false
  shouldUseInvertedColorScheme = false
  shouldUseDarkColorsForSystemIntegratedUI = false
  shouldDifferentiateWithoutColor = false
  inForcedColorsMode = false
  prefersReducedTransparency = false
}

export const nativeTheme = new NativeTheme()
