import { describe, expect, it } from 'vitest'
import { parseScreens, screen } from './screen.mjs'

describe('the screens of the stand-in', () => {
  it('stand where the description puts them', () => {
    const [first, second] = parseScreens('1920x1080, 1280x720+1920+0')
    expect(first?.bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
    expect(second?.workArea).toEqual({ x: 1920, y: 0, width: 1280, height: 720 })
  })

  it('are refused when they cannot be understood', () => {
    expect(() => parseScreens('wide')).toThrow(/WIDTHxHEIGHT/)
  })

  it('are chosen by what they show of a window', () => {
    screen.displays = parseScreens('1000x1000, 1000x1000+1000+0')
    expect(screen.getDisplayMatching({ x: 900, y: 0, width: 400, height: 400 }).id).toBe(2)
    expect(screen.getDisplayMatching({ x: 9_000, y: 0, width: 400, height: 400 }).id).toBe(1)
  })

  it('fail on what they do not have, instead of answering undefined', () => {
    const [only] = parseScreens('800x600')
    expect(() => (only as unknown as Record<string, unknown>)['colorSpace']).toThrow(
      /not implemented by the stand-in: Display.colorSpace/,
    )
  })
})
