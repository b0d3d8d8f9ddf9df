import { describe, expect, it, vi } from 'vitest'
import { layoutsFileSchema, type SavedLayout } from '../../shared/layouts'
import { layoutHandlers } from './layouts'

const layout: SavedLayout = {
  ...({ dataset: 'azure-usage', dateOrder: 'dmy', decimal: null } as const),
  ...{ fingerprint: 'a'.repeat(64), columns: { acr: 'Umsatz' }, savedAt: '2023-12-15T08:00:00Z' },
}

async function exported(target: string | undefined) {
  const write = vi.fn((_path: string, _content: Uint8Array) => undefined)
  const call = vi.fn(() => Promise.resolve([layout]))
  const handlers = layoutHandlers({
    ...{ data: { call: call as never }, write },
    chooseTarget: () => Promise.resolve(target),
  })
  const answer = await handlers['layouts.export']({}, { send: () => undefined })
  return { answer, write }
}

describe('saving the remembered layouts', () => {
  it('writes all of them to the file that was chosen, and names it without its folder', async () => {
    const { answer, write } = await exported('/disk/layouts.json')
    expect(answer).toEqual({ name: 'layouts.json' })
    const [path, content] = write.mock.calls[0] ?? []
    expect(path).toBe('/disk/layouts.json')
    const text = new TextDecoder().decode(content)
    expect(layoutsFileSchema.parse(JSON.parse(text)).layouts).toEqual([layout])
  })

  it('writes nothing when the dialog is closed', async () => {
    const { answer, write } = await exported(undefined)
    expect([answer, write.mock.calls]).toEqual([null, []])
  })
})
