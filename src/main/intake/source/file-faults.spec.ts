import { describe, expect, it } from 'vitest'
import {
  cancelled,
  changedWhileRead,
  emptyFile,
  fileName,
  notAFile,
  notText,
  tooLarge,
  unreadable,
  workbook,
} from './file-faults'

const path = '/clients/quill/usage.csv'

describe('the name of a file', () => {
  it.each([
    ['/clients/quill/usage.csv', 'usage.csv'],
    ['C:\\clients\\usage.csv', 'usage.csv'],
    ['usage.csv', 'usage.csv'],
    ['/clients/', '/clients/'],
  ])('of %s is %s', (whole, name) => {
    expect(fileName(whole)).toBe(name)
  })
})

describe('a fault of a whole file', () => {
  it.each([
    [emptyFile(path), 'file-empty'],
    [notAFile(path, 'it is a folder'), 'file-unreadable'],
    [tooLarge(path, 3 * 1024 ** 3, 2 * 1024 ** 3), 'file-too-large'],
    [changedWhileRead(path), 'file-changed'],
    [workbook(path), 'file-is-workbook'],
    [notText(path, 'it is a PDF'), 'file-not-text'],
  ])('has a code, the path, and a sentence that says what to do', (fault, code) => {
    expect(fault).toMatchObject({ code, details: { file: path } })
    expect(fault.message).toMatch(/^usage\.csv .+\. [A-Z].+\.$/)
  })

  it.each([
    ['ENOENT', 'it does not exist'],
    ['EACCES', 'you are not allowed to read it'],
    ['EBUSY', 'another program has locked it'],
  ])('puts %s of the system into words', (code, words) => {
    const fault = unreadable(path, Object.assign(new Error(code), { code }))
    expect(fault).toMatchObject({ code: 'file-unreadable', details: { file: path, reason: code } })
    expect(fault.message).toContain(words)
  })

  it('repeats what the system said where it has no words for it', () => {
    expect(unreadable(path, new Error('disk on fire')).message).toContain('disk on fire')
    expect(unreadable(path, 'no reason').details['reason']).toBe('no reason')
  })

  it('adds the place to what is no text', () => {
    expect(notText(path, 'a NUL byte', { row: 3, column: 'Month' }).details).toEqual({
      file: path,
      row: 3,
      column: 'Month',
    })
  })

  it('does not blame a file for a cancelled import', () => {
    expect(cancelled()).toMatchObject({ code: 'cancelled', details: {} })
  })
})
