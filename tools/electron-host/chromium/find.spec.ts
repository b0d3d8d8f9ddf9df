import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { candidates, findBrowser } from './find.mjs'

const folder = mkdtempSync(join(tmpdir(), 'seventy-find-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the browser that shows pages', () => {
  it('is the one that was asked for, and no other when it is missing', () => {
    expect(candidates({ SEVENTY_BROWSER: '/opt/mine', PATH: folder }, 'linux')).toEqual([
      '/opt/mine',
    ])
    expect(findBrowser({ SEVENTY_BROWSER: join(folder, 'missing') }, 'linux')).toBeUndefined()
  })

  it.skipIf(process.platform === 'win32')('is found on the PATH if it can be run', () => {
    const browser = join(folder, 'chromium')
    writeFileSync(browser, '')
    chmodSync(browser, 0o755)
    expect(findBrowser({ PATH: ['/nowhere', folder].join(delimiter) }, 'linux')).toBe(browser)
  })

  it('is looked for where installers put it', () => {
    const windows = candidates({ PROGRAMFILES: 'C:\\Programs' }, 'win32')
    expect(windows.some((path) => path.includes('chrome.exe'))).toBe(true)
    expect(windows.some((path) => path.includes('msedge.exe'))).toBe(true)
    const mac = candidates({ HOME: '/Users/me' }, 'darwin')
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  })
})
