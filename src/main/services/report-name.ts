import type { ReportFormat } from '../../shared/report'

/** "Client - score estimate 2023-12-15.pdf", without what a file name may not hold on any system. */
export function reportFileName(of: string, asOf: string, format: ReportFormat): string {
  const name = of
    .replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${name} - score estimate ${asOf}.${format}`
}
