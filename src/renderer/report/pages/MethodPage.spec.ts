import { expect, it } from 'vitest'
import { score } from '../../app/testing/scores'
import { cells, english, mountInReport, reportModel } from '../testing/model'
import MethodPage from './MethodPage.vue'

const page = (...of: Parameters<typeof reportModel>) =>
  mountInReport(MethodPage, { model: reportModel(...of) })

it('the edition stands with its dates and its source', () => {
  const facts = page()
    .findAll('.facts > div')
    .map((each) => each.findAll('dt, dd').map((part) => part.text()))
  expect(facts).toEqual([
    ['Edition', 'Security, from December 2023 (security-2023-12)'],
    ['In force', '1 December 2023 to 30 June 2024'],
    ['Source', '“Solutions Partner for Security”, Microsoft Learn, dated 13 June 2023'],
    ['Retrieved', '1 December 2023'],
    [
      'Azure counts',
      'With Partner Admin Link, for services of the edition’s list, and not under Support, Internal, Benefit Program and Trial offers.',
    ],
    [
      'Microsoft 365 counts',
      'With Claiming Partner of Record, for workloads of the edition’s list; rows that repeat the same seats are taken once.',
    ],
  ])
})

it('a track stands with what the other one gives', () => {
  const others = [
    { edition: 'e', track: 'enterprise', total: 55, totalShown: 55, attained: false },
    { edition: 'n', track: 'new', total: null, totalShown: null, attained: false },
  ]
  const text = (...otherTracks: typeof others) =>
    page(score({ track: 'smb', otherTracks }))
      .get('.facts > div:last-child dd')
      .text()
  expect(text(...others)).toBe(
    'SMB; for comparison Enterprise 55.0 (not attained), new No data (not attained)',
  )
  expect(text()).toBe('SMB')
})

it('an edition that is in force still has no end', () => {
  const model = reportModel()
  const open = { ...model, edition: { ...model.edition, validTo: null } }
  expect(mountInReport(MethodPage, { model: open }).text()).toContain('from 1 December 2023')
})

it('every reading stands with what another would give', () => {
  const of = score({
    alternatives: [
      { reading: 'growthSteps', value: 'whole', total: 69.97, totalShown: 69.9, attained: false },
    ],
  })
  const rows = cells(page(of).get('table').element)
  expect(rows[1]).toEqual([
    'A stream that went down',
    'each stream counts at least 0, then both are added',
    'same result',
  ])
  expect(rows[2]).toEqual([
    'Part of a growth step',
    'counts in proportion',
    'whole steps only: 69.9 points, not attained',
  ])
  expect(rows).toHaveLength(7)
})

it('rounding and every term are explained', () => {
  const wrapper = page()
  expect(wrapper.text()).toContain('69.97 is shown as 69.9')
  expect(wrapper.findAll('.terms dt').map((term) => term.text())).toEqual(
    english.text.glossary.map(({ term }) => term),
  )
})

it('names that are treated as others stand with what they count as, and only then', () => {
  const given = score({
    warnings: [
      { code: 'unknown-service', message: 'Unknown.', count: 1, names: ['Coffee'] },
      { code: 'name-treated-as', message: 'Treated.', count: 1, names: ['Key Valt → Key Vault'] },
    ],
  })
  expect(
    page(given)
      .findAll('.treated li')
      .map((each) => each.text()),
  ).toEqual(['Key Valt → Key Vault'])
  expect(page().find('.treated').exists()).toBe(false)
})
