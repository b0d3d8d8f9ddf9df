import type { ReportFormat } from '../../shared/report'
import { fileStem } from './file-stem'

/** "Client - score estimate 2023-12-15.pdf", without what a file name may not hold on any system. */
export function reportFileName(of: string, asOf: string, format: ReportFormat): string {
  return `${fileStem(of)} - score estimate ${asOf}.${format}`
}
