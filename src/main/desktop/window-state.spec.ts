import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fitToScreens, readWindowState, writeWindowState } from './window-state'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const monitor = { x: 1440, y: 0, width: 2560, height: 1440 }
const onMonitor = { bounds: { x: 1600, y: 80, width: 1800, height: 1200 }, maximized: false }

describe('where the window opens', () => {
  it('is where it was, on a screen that is still there', () => {
    expect(fitToScreens(onMonitor, [laptop, monitor])).toEqual(onMonitor)
  })

  it('is the middle of the first screen when its screen is gone', () => {
    expect(fitToScreens(onMonitor, [laptop]).bounds).toEqual({
      x: 80,
      y: 62,
      width: 1280,
      height: 800,
    })
  })

  it('stays maximized when its screen is gone', () => {
    expect(fitToScreens({ ...onMonitor, maximized: true }, [laptop]).maximized).toBe(true)
  })

  it('is never larger than its screen', () => {
    const huge = { bounds: { x: 10, y: 30, width: 5000, height: 4000 }, maximized: false }
    expect(fitToScreens(huge, [laptop]).bounds).toEqual({ x: 10, y: 30, width: 1440, height: 875 })
  })

  it('moves back when only its edge could be gripped', () => {
    const edge = { bounds: { x: 1400, y: 100, width: 1200, height: 800 }, maximized: false }
    expect(fitToScreens(edge, [laptop]).bounds.x).toBe(80)
  })

  it('moves back when its title bar lies above the screen', () => {
    const above = { bounds: { x: 100, y: -300, width: 1200, height: 800 }, maximized: false }
    expect(fitToScreens(above, [laptop]).bounds.y).toBe(62)
  })
})

describe('the saved state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-window-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('comes back as it was written, into a folder that did not exist', () => {
    const path = join(folder, 'new', 'window.json')
    writeWindowState(path, onMonitor)
    expect(readWindowState(path)).toEqual(onMonitor)
  })

  it.each([
    '',
    '{',
    '{"bounds":{"x":1}}',
    '{"bounds":{"x":0,"y":0,"width":-1,"height":5},"maximized":false}',
  ])('is ignored when it says "%s"', (text) => {
    const path = join(folder, 'broken.json')
    writeFileSync(path, text)
    expect(readWindowState(path)).toBeUndefined()
  })

  it('is absent on a first start', () => {
    expect(readWindowState(join(folder, 'none.json'))).toBeUndefined()
  })
})
