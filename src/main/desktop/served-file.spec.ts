import { describe, expect, it } from 'vitest'
import { servedFile } from './served-file'

const root = '/program/renderer'

describe('what app:// serves', () => {
  it('is a file below the renderer with a known ending', () => {
    expect(servedFile('app://seventy/assets/index-1a.js', root)).toEqual({
      path: '/program/renderer/assets/index-1a.js',
      mediaType: 'text/javascript; charset=utf-8',
    })
    expect(servedFile('app://seventy/index.html?x=1#/portfolio', root)?.path).toBe(
      '/program/renderer/index.html',
    )
  })

  it.each([
    'app://other/index.html',
    'app://seventy/',
    'app://seventy/..%2f..%2fsecret.json',
    'app://seventy/assets\\..\\..\\secret.json',
    'app://seventy//etc/passwd',
    'app://seventy/workspace.seventy',
    'app://seventy/index.html%00.png',
    'nonsense',
  ])('is never %s', (url) => {
    expect(servedFile(url, root)).toBeUndefined()
  })

  it.each(['app://seventy/a/../../../x.json', 'app://seventy/%2e%2e/%2e%2e/x.json'])(
    'stays below the folder when %s climbs',
    (url) => {
      expect(servedFile(url, root)?.path).toBe('/program/renderer/x.json')
    },
  )
})
