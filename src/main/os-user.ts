import { userInfo } from 'node:os'

/** Name of the user at the operating system; null where it has none for the process. */
export function osUserName(): string | null {
  try {
    return userInfo().username || null
  } catch {
    return null
  }
}
