/** First bytes of the files that hold others: ZIP archives, which workbooks are, and OLE compound files. */
const starts = [
  { start: 'PK\x03\x04', container: 'zip' },
  { start: 'PK\x05\x06', container: 'zip' },
  { start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', container: 'compound' },
] as const

/** Bytes that are enough to ask {@link containerOf}. */
export const START_BYTES = 8

/** What kind of container begins like this, whatever it is called; undefined for any other file. */
export function containerOf(first: Buffer): 'zip' | 'compound' | undefined {
  const text = first.toString('latin1', 0, START_BYTES)
  return starts.find(({ start }) => text.startsWith(start))?.container
}
