import { describe, expect, it } from 'vitest'
import { commandNames, isCommand, usageOf, usageText } from './usage'

describe('the help of the command line', () => {
  it.each(commandNames)(
    'has a text for %s that begins with it and names the common options',
    (name) => {
      expect(usageOf[name].startsWith(name)).toBe(true)
      for (const option of ['--workspace FILE', '--json', '--help'])
        expect(usageOf[name]).toContain(`\n  ${option}`)
    },
  )

  it('lists every command with its first line in the overview', () => {
    const overview = usageText.split('\n')
    for (const name of commandNames) expect(overview).toContain(usageOf[name].split('\n')[0])
    expect(overview).toHaveLength(commandNames.length + 5)
  })

  it('calls every score an estimate', () => {
    expect(usageText).toContain('every score is an estimate')
  })

  it('knows commands by their exact name', () => {
    expect(commandNames.every(isCommand)).toBe(true)
    for (const word of [undefined, '', 'Score', '--help', 'toString'])
      expect(isCommand(word)).toBe(false)
  })
})
