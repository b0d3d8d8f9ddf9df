import { describe, expect, it } from 'vitest'
import { exitStatus, fromErrorBody, SeventyError, toErrorBody, type ErrorBody } from './errors'

describe('errors', () => {
  it('keep code, message and place across a process border', () => {
    const error = new SeventyError('month-invalid', 'No such month.', { row: 7, value: '2023-13' })
    const back = fromErrorBody(JSON.parse(JSON.stringify(toErrorBody(error))) as ErrorBody)
    expect(back).toMatchObject({
      code: 'month-invalid',
      message: 'No such month.',
      details: { row: 7, value: '2023-13' },
    })
  })

  it('turn whatever else is thrown into an internal fault', () => {
    expect(toErrorBody(new TypeError('x is undefined'))).toMatchObject({
      code: 'internal',
      details: {},
    })
    expect(toErrorBody('a string').message).toContain('a string')
  })

  it('treat a code they do not know as an internal fault', () => {
    const foreign = { code: 'constructor', message: 'm', details: {} } as unknown as ErrorBody
    expect(fromErrorBody(foreign).code).toBe('internal')
  })

  it('give the exit status that the command line promises', () => {
    expect(
      ['internal', 'usage', 'file-empty', 'profile-not-found', 'workspace-newer'].map((code) =>
        exitStatus(code as ErrorBody['code']),
      ),
    ).toEqual([1, 2, 3, 4, 5])
  })
})
