import { expect, it } from 'vitest'
import texts from '../locales/en.json'
import { gaugeWordsEn } from './score-gauge-words'

it('has a verdict for each state, and only one of them says attained outright', () => {
  const verdicts = Object.entries(gaugeWordsEn.verdicts)
  expect(verdicts.map(([state]) => state).toSorted()).toEqual(
    Object.keys(texts.attainment).toSorted(),
  )
  expect(verdicts.filter(([, words]) => words === 'Attained').map(([state]) => state)).toEqual([
    'attained',
  ])
})

it('shows the total with a decimal and the ends of the scale without', () => {
  expect([gaugeWordsEn.points(72), gaugeWordsEn.whole(100)]).toEqual(['72.0', '100'])
  expect(gaugeWordsEn.ofMax('100')).toBe('of 100 points')
})
