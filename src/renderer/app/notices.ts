import { asSeventyError } from './client'
import { useNoticesStore, type Notice } from './notices-store'

let lastKey = 0

/** Shows and announces a message; returns its key, for {@link dismiss}. */
export function notify(notice: Omit<Notice, 'key'>): number {
  const key = ++lastKey
  useNoticesStore().shown.push({ key, ...notice })
  return key
}

/** Shows what went wrong; a job that the user cancelled needs no message. */
export function notifyFailure(title: string, thrown: unknown): void {
  const { code, message } = asSeventyError(thrown)
  if (code !== 'cancelled') notify({ tone: 'failed', title, text: message })
}

export function dismiss(key: number): void {
  const notices = useNoticesStore()
  notices.shown = notices.shown.filter((notice) => notice.key !== key)
}
