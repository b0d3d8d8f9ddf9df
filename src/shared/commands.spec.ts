import { describe, expect, it } from 'vitest'
import { commandIds, commands } from './commands'

describe('the command table', () => {
  it('has every command once', () => {
    expect(commands.map(({ id }) => id).toSorted()).toEqual(commandIds.toSorted())
  })

  it('gives no shortcut to two commands', () => {
    const keys = commands.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
