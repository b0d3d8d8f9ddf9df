// @ts-check
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'seventy-host-profile-'

/** Makes Chromium's profile folder; its name carries our process id, so that others can tell whose it is. */
export function createProfile() {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
}

/** @param {string} folder */
export function removeProfile(folder) {
  // Chromium's helpers may still write for some milliseconds after its end.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 })
}

/** Removes what stand-ins left behind that were killed and could not clean up. */
export function sweepProfiles() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX)
      ? Number.parseInt(name.slice(PREFIX.length), 10)
      : Number.NaN
    if (!(owner > 0) || isAlive(owner)) continue
    try {
      removeProfile(join(tmpdir(), name))
    } catch {
      // It belongs to another user, whose own next start removes it.
    }
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
