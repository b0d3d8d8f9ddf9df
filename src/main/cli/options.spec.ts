import { describe, expect, it } from 'vitest'
import { noWords, oneOf, readOptions, required, usage } from './options'

const wrong = (message: string | RegExp) =>
  expect.objectContaining({
    code: 'usage',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  }) as Error

const own = {
  profile: { type: 'string' },
  mode: { type: 'string', default: 'replace' },
  reading: { type: 'string', multiple: true },
} as const

describe('the options of a command', () => {
  it('are its own, beside those that every command has', () => {
    const args = ['a.csv', '--profile', 'Acme', '--reading', 'a=1', '--reading=b=2', '--json', 'b']
    expect(readOptions('import', own, args)).toMatchObject({
      values: {
        profile: 'Acme',
        mode: 'replace',
        reading: ['a=1', 'b=2'],
        json: true,
        help: false,
      },
      positionals: ['a.csv', 'b'],
    })
    expect(readOptions('verify', {}, ['--workspace', 'w']).values.workspace).toBe('w')
  })

  it.each([
    [['--colour', 'red'], "Unknown option '--colour'. See: score --help"],
    [['--profile'], /^Option '--profile <value>' argument missing\. See: score --help$/],
    [['--json=yes'], /does not take an argument\. See: score --help$/],
    [['--profile', '--json'], /ambiguous.*See: score --help$/s],
  ])('%j are wrong usage', (args, message) => {
    expect(() => readOptions('score', own, args)).toThrow(wrong(message))
  })
})

describe('an option that has to be there', () => {
  it('is given back as it is', () => {
    expect(required(' Acme ', '--profile NAME', 'score')).toBe(' Acme ')
  })

  it.each([undefined, '', '  '])('is missed when it is %j', (value) => {
    expect(() => required(value, '--profile NAME', 'score')).toThrow(
      wrong('score needs --profile NAME. See: score --help'),
    )
  })
})

describe('an option with a choice', () => {
  it('takes one of the allowed values, in their spelling', () => {
    expect(oneOf('mdy', ['dmy', 'mdy'], '--date-order')).toBe('mdy')
  })

  it.each(['MDY', '', 'constructor'])('refuses "%s" and names them', (value) => {
    expect(() => oneOf(value, ['dmy', 'mdy'], '--date-order')).toThrow(
      wrong(`--date-order takes dmy or mdy, not "${value}".`),
    )
  })
})

describe('a command without words of its own', () => {
  it('refuses the first word it is given', () => {
    expect(() => noWords(['Corp', 'Ltd'], 'score')).toThrow(
      wrong(
        'score does not take "Corp"; put quotes around a name of several words. See: score --help',
      ),
    )
  })

  it('takes none', () => {
    expect(() => {
      noWords([], 'score')
    }).not.toThrow()
  })
})

describe('wrong usage', () => {
  it('has the code usage', () => {
    expect(usage('Nothing to do.')).toMatchObject({ code: 'usage', message: 'Nothing to do.' })
  })
})
