import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it('takes the first letters of the first two words that carry a name', () => {
  expect(initialsOf('Halden Ridge Systems')).toBe('HR')
  expect(initialsOf('Kestrel & Vale Security')).toBe('KV')
  expect(initialsOf('the Bank of Elm')).toBe('BE')
})

it('takes two letters of a single word', () => {
  expect(initialsOf('Alpenblick')).toBe('AL')
  expect(initialsOf('Q')).toBe('Q')
})

it('knows letters of every alphabet, and leaves out signs', () => {
  expect(initialsOf('östra (Åkerlöf)')).toBe('ÖÅ')
  expect(initialsOf('7-Eleven')).toBe('7E')
})

it('is empty for a name without a letter', () => {
  expect(initialsOf('– & –')).toBe('')
})
