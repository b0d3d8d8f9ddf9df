const units = ['B', 'kB', 'MB', 'GB'] as const
const STEP = 1000

/** A file's size as people read it: 1234567 → "1.2 MB". */
export function formatBytes(bytes: number, locale = 'en'): string {
  const power = Math.min(
    units.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)),
  )
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 0 : 1 })
  return `${number.format(bytes / STEP ** power)} ${units[power] ?? ''}`
}
