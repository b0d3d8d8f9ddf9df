import { describe, expect, it } from 'vitest'
import { isTrustedFrame } from './trusted-sender'

const host = 'seventy'

describe('who may call', () => {
  it('is the main frame of a page of the program', () => {
    expect(isTrustedFrame({ url: 'app://seventy/index.html#/portfolio', parent: null }, host)).toBe(
      true,
    )
  })

  it.each([
    'https://seventy/index.html',
    'app://seventy.evil/index.html',
    'app://evil/?app://seventy/',
    'app://user@seventy/index.html',
    'app://seventy:8080/index.html',
    'file:///app://seventy/',
    'about:blank',
    'not a url',
    '',
  ])('is never %s', (url) => {
    expect(isTrustedFrame({ url, parent: null }, host)).toBe(false)
  })

  it('is never a frame inside a page, nor one that is gone', () => {
    expect(isTrustedFrame({ url: 'app://seventy/index.html', parent: {} }, host)).toBe(false)
    expect(isTrustedFrame(null, host)).toBe(false)
  })
})
