import { describe, expect, it } from 'vitest'
import { isAllowedRequest, isAppUrl, pageUrl } from './app-urls'

describe('addresses of the program', () => {
  it('are its own pages', () => {
    expect(pageUrl('index.html')).toBe('app://seventy/index.html')
    expect(isAppUrl(pageUrl('report.html'))).toBe(true)
  })

  it.each([
    'https://example.org/',
    'app://seventy.example/',
    'appx://seventy/',
    'file:///index.html',
    'javascript:1',
    '',
  ])('are never %s', (url) => {
    expect(isAppUrl(url)).toBe(false)
    expect(isAllowedRequest(url)).toBe(false)
  })

  it("may be joined by what a page made in memory, and by nobody else's", () => {
    expect(isAllowedRequest('data:image/png;base64,AA==')).toBe(true)
    expect(isAllowedRequest('blob:app://seventy/5b2c')).toBe(true)
    expect(isAllowedRequest('blob:https://example.org/5b2c')).toBe(false)
    expect(isAllowedRequest('ws://127.0.0.1:9/')).toBe(false)
  })
})
