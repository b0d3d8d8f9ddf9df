import { describe, expect, it } from 'vitest'
import { acceleratorOf, commandIds, commands } from './commands'

describe('the command table', () => {
  it('has every command once', () => {
    expect(commands.map(({ id }) => id).toSorted()).toEqual(commandIds.toSorted())
  })

  it('gives no shortcut to two commands', () => {
    for (const platform of ['linux', 'darwin']) {
      const keys = commands.flatMap((command) => acceleratorOf(command, platform) ?? [])
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('goes back by the keys of the system', () => {
    const back = commands.find(({ id }) => id === 'history.back')
    expect(back && acceleratorOf(back, 'win32')).toBe('Alt+Left')
    expect(back && acceleratorOf(back, 'darwin')).toBe('CmdOrCtrl+[')
  })
})
