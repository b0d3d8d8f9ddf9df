import { createI18n } from 'vue-i18n'
import en from '../locales/en.json'

/** All text of the window. German joins here as a second locale file. */
export function createTexts() {
  return createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en } })
}
