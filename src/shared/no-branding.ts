import type { Branding } from './branding'

/** Nothing chosen. Apart from the schema, whose library the window must not load. */
export const noBranding: Branding = {
  ...{ preparedBy: '', preparedFor: '', confidentiality: '', footer: '' },
  ...{ accent: '', second: '', draft: false },
}
