/** The part of a frame that decides whether it may call: Electron's WebFrameMain has it. */
export interface CallingFrame {
  readonly url: string
  readonly parent: unknown
}

/**
 * True for the main frame of a page that the program itself serves. The origin is compared as
 * parsed, never by prefix: `app://seventy.evil` starts like ours.
 */
export function isTrustedFrame(frame: CallingFrame | null, host: string): boolean {
  if (!frame || frame.parent !== null) return false
  if (!URL.canParse(frame.url)) return false
  const url = new URL(frame.url)
  return url.protocol === 'app:' && url.host === host && url.username === '' && url.port === ''
}
