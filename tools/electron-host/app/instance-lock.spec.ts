import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lockInstance } from './instance-lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'seventy-lock-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const start = (word: string) => ({ argv: ['electron', word], cwd: folder, data: null })
const nobody = () => undefined

describe('the lock of a data folder', () => {
  it('is had by the first instance, which hears how later ones were started', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const first = lockInstance(folder, start('one'), resolve)
    const second = lockInstance(folder, start('two'), nobody)
    expect([first.isFirst, second.isFirst]).toEqual([true, false])
    expect(await promise).toEqual(start('two'))
    first.release()
  })

  it('is free again once it was released, and separate for each folder', () => {
    const first = lockInstance(folder, start('one'), nobody)
    const elsewhere = lockInstance(join(folder, 'other'), start('one'), nobody)
    expect(elsewhere.isFirst).toBe(true)
    first.release()
    elsewhere.release()
    const again = lockInstance(folder, start('three'), nobody)
    expect(again.isFirst).toBe(true)
    again.release()
  })
})
