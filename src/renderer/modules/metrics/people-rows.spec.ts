import { expect, it } from 'vitest'
import { metricDetail, people } from '../../app/testing/details'
import { filterPeople, personRows, shortTitle } from './people-rows'

const rows = personRows(people, metricDetail('intermediate-certifications').steps)
const titles = (found: typeof rows | readonly (typeof rows)[number][]) =>
  found.map(({ certification }) => certification.id)

it('has one row for each certification of each person, each with a key of its own', () => {
  expect(titles(rows)).toEqual(['AZ-500', 'SC-100', 'AZ-500', 'SC-200', 'SC-300'])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

it('names the steps that the certification itself counts for, not those of the person', () => {
  expect(rows.map(({ steps }) => steps)).toEqual([['step-1'], ['step-3'], [], ['step-2'], []])
})

it('shows what counts, or what does not', () => {
  expect(titles(filterPeople(rows, 'counts', ''))).toEqual(['AZ-500', 'SC-100', 'SC-200'])
  expect(titles(filterPeople(rows, 'not', ''))).toEqual(['AZ-500', 'SC-300'])
})

it('finds by name, by address, by certification and by its number', () => {
  expect(titles(filterPeople(rows, 'all', 'okafor'))).toEqual(['SC-300'])
  expect(titles(filterPeople(rows, 'all', ' tomas.berg@halden '))).toEqual(['AZ-500', 'SC-200'])
  expect(titles(filterPeople(rows, 'all', 'Cybersecurity'))).toEqual(['SC-100'])
  expect(titles(filterPeople(rows, 'counts', 'az-500'))).toEqual(['AZ-500'])
})

it('shortens what every title begins with, and nothing else', () => {
  expect(shortTitle('Microsoft Certified: Azure Security Engineer Associate')).toBe(
    'Azure Security Engineer Associate',
  )
  expect(shortTitle('Microsoft 365 Certified: Security Administrator Associate')).toBe(
    'Security Administrator Associate',
  )
  expect(shortTitle('Certified: as written')).toBe('Certified: as written')
})
