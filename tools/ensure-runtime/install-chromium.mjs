// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../electron-host/chromium/find.mjs'

/**
 * Installs Debian's Chromium where that needs no password; undefined everywhere else, and where it
 * fails.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {Promise<string | undefined>}
 */
export async function installChromium(env = process.env, platform = process.platform) {
  const isDebianRoot =
    platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!isDebianRoot) return undefined
  process.stderr.write('installing Chromium from its Debian package\n')
  apt(env, 'update', '-qq')
  apt(env, 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  return findBrowser(env, platform)
}

/** @param {NodeJS.ProcessEnv} env @param {...string} args */
function apt(env, ...args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
