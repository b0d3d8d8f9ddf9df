import { describe, expect, it } from 'vitest'
import { FileTokens } from './file-tokens'
import { acceptDrops, fileHandlers } from './files'

const caller = { send: () => undefined }

describe('files that a user names', () => {
  it('reach the window as token, name and size, never as a path', async () => {
    const tokens = new FileTokens()
    const handlers = fileHandlers({ tokens, choose: () => Promise.resolve([import.meta.filename]) })
    const [chosen] = await handlers['files.choose']({}, caller)
    expect(chosen).toMatchObject({ name: 'files.spec.ts' })
    expect(chosen?.bytes).toBeGreaterThan(0)
    expect(JSON.stringify(chosen)).not.toContain('ipc')
    expect(tokens.path(chosen?.token ?? '')).toBe(import.meta.filename)
  })

  it('cannot be named by a token that was never issued', () => {
    expect(() => new FileTokens().path('e7a1…')).toThrow(
      expect.objectContaining({ code: 'file-token-unknown' }),
    )
  })

  it('may be dropped by our own pages only, and only as a list of paths', () => {
    const tokens = new FileTokens()
    const accept = acceptDrops<string>(tokens, (event) => event === 'ours')
    const reply = accept('ours', ['/a.csv', '/b.csv'])
    expect(reply.ok && reply.value.tokens.map((token) => tokens.path(token))).toEqual([
      '/a.csv',
      '/b.csv',
    ])
    expect(accept('theirs', ['/a.csv']).ok).toBe(false)
    expect(accept('ours', '/a.csv').ok).toBe(false)
    expect(accept('ours', [7]).ok).toBe(false)
  })
})
