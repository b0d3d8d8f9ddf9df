import { describe, expect, it } from 'vitest'
import { parseArguments } from './arguments.mjs'

describe('the command line of the stand-in', () => {
  it("takes Playwright's switches before the program's folder", () => {
    const parsed = parseArguments([
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '/app',
    ])
    expect(parsed).toMatchObject({ appPath: '/app', inspect: 0, debuggingPort: '0' })
    expect(parsed.switches.has('no-sandbox')).toBe(true)
  })

  it("leaves what follows the folder to the program, switches of the browser's names as well", () => {
    const parsed = parseArguments(['/app', 'report', '--inspect=1', '--out', 'x.pdf'])
    expect(parsed).toMatchObject({ appPath: '/app', inspect: undefined })
    expect(parsed.switches.size).toBe(0)
  })

  it('reads the port behind an address, and a default where none is given', () => {
    expect(parseArguments(['--inspect=127.0.0.1:5858']).inspect).toBe(5858)
    expect(parseArguments(['--inspect']).inspect).toBe(9229)
  })

  it('collects the scripts that have to run first', () => {
    expect(parseArguments(['-r', 'one.js', '--require', 'two.js', '/app'])).toMatchObject({
      preloads: ['one.js', 'two.js'],
      appPath: '/app',
    })
  })
})
