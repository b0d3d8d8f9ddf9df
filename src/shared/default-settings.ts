import type { Settings } from './settings'

/** What holds until something else is chosen; apart from the schema, which the window does not load. */
export const defaultSettings: Settings = {
  appearance: 'system',
  firm: '',
  pageSize: 'A4',
  contrast: 'normal',
  density: 'comfortable',
  formats: 'en-GB',
}
