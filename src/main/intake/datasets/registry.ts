import { azureUsage } from './azure-usage'
import { certifications } from './certifications'
import type { Dataset } from './dataset'
import { emsUsage } from './ems-usage'
import { m365Usage } from './m365-usage'
import { partnerProfile } from './partner-profile'

/** Every kind of file that is recognised. A new kind is a file of its own and a line here. */
export const datasets: readonly Dataset[] = [
  azureUsage,
  m365Usage,
  emsUsage,
  certifications,
  partnerProfile,
]
