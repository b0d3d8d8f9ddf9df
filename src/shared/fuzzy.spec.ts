import { expect, it } from 'vitest'
import { fitOf, fitting } from './fuzzy'

const found = (sought: string, texts: readonly string[], loose = false) =>
  fitting(texts, (text) => text, sought, loose)

it('a text fits whatever its case and accents', () => {
  expect(found('AMELIE', ['Amélie Roux'])).toEqual(['Amélie Roux'])
})

it('every word has to be met, in any order', () => {
  expect(found('growth usage', ['Usage growth', 'Azure usage'])).toEqual(['Usage growth'])
})

it('the beginning comes before the beginning of a word, and that before the inside of one', () => {
  expect(found('port', ['Support', 'Export report', 'Your portfolio', 'Portfolio'])).toEqual([
    'Portfolio',
    'Your portfolio',
    'Support',
    'Export report',
  ])
})

it('equal texts keep their order, and nothing typed keeps all of them', () => {
  expect(found('re', ['Rules', 'Report', 'Redo'])).toEqual(['Report', 'Redo'])
  expect(found(' ', ['b', 'a'])).toEqual(['b', 'a'])
})

it('letters in their order fit only when asked for, from the beginning of a word on', () => {
  expect(found('uag', ['Usage growth'])).toEqual([])
  expect(found('uag', ['Gauge', 'Usage growth', 'Azure usage'], true)).toEqual([
    'Usage growth',
    'Azure usage',
  ])
  expect(fitOf('sgr', true)('Usage growth')).toBeNull()
  expect(fitOf('ug', true)('Usage growth')).toBeNull()
})
