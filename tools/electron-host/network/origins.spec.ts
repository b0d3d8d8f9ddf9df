import { beforeAll, describe, expect, it } from 'vitest'
import {
  headerToBrowser,
  headerToProgram,
  originOf,
  registerScheme,
  toBrowser,
  toProgram,
} from './origins.mjs'

beforeAll(() => {
  registerScheme('app', { standard: true, secure: true })
})

describe("the program's own addresses inside a stock Chromium", () => {
  it.each([
    ['app://seventy/index.html#/partner/1', 'https://seventy.app.invalid/index.html#/partner/1'],
    ['app://seventy', 'https://seventy.app.invalid/'],
    ['app://seventy?x=1', 'https://seventy.app.invalid/?x=1'],
    ['https://example.com/', 'https://example.com/'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
  ])('%s is %s', (program, browser) => {
    expect(toBrowser(program)).toBe(browser)
  })

  it('come back as the program knows them', () => {
    expect(toProgram('https://seventy.app.invalid/report.html')).toBe('app://seventy/report.html')
    expect(toProgram('blob:https://seventy.app.invalid/1-2')).toBe('blob:app://seventy/1-2')
    expect(toProgram('https://seventy.other.invalid/')).toBe('https://seventy.other.invalid/')
  })

  it('have the origin that Electron gives them', () => {
    expect(originOf('app://seventy/index.html')).toBe('app://seventy')
    expect(originOf('https://example.com/a')).toBe('https://example.com')
    expect(originOf('nonsense')).toBe('null')
  })

  it('are rewritten in policies and referrers, and nothing else is', () => {
    expect(headerToBrowser("script-src 'self' app://seventy; img-src app: data:")).toBe(
      "script-src 'self' https://seventy.app.invalid; img-src https://*.app.invalid data:",
    )
    expect(headerToProgram('https://seventy.app.invalid/x')).toBe('app://seventy/x')
  })

  it('have to be standard and secure', () => {
    expect(() => registerScheme('loose', { standard: true })).toThrow(/standard and secure/)
  })
})
