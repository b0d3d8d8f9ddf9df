import { azureUsage } from './azure-usage'
import { certifications } from './certifications'
import type { Dataset } from './dataset'
import { m365Usage } from './m365-usage'

/** Every kind of file that is recognised. A new kind is a file of its own and a line here. */
export const datasets: readonly Dataset[] = [azureUsage, m365Usage, certifications]
