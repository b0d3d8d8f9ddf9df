import { expect, it } from 'vitest'
import { commandEntries, foundEntries, paletteGroups, partnerEntries } from './palette'
import { profile } from './testing/workspace'

const known = {
  ...commandEntries('linux'),
  partners: partnerEntries([profile(), profile({ id: 2, name: 'Ridge Peak', mpnId: null })]),
}
const nobody = { customers: [], people: [] }
const offered = (sought: string, recent: string[] = [], found = nobody) =>
  paletteGroups(known, found, sought, recent).map(({ id, entries }) => [
    id,
    entries.map(({ text }) => text),
  ])

it('offers every screen, command and partner while nothing is typed, lately chosen ones first', () => {
  const groups = paletteGroups(known, nobody, ' ', ['partner 2', 'go.plan', 'customer 1 gone'])
  expect(groups.map(({ id }) => id)).toEqual(['recent', 'screens', 'commands', 'partners'])
  expect(groups[0]?.entries.map(({ text }) => text)).toEqual(['Ridge Peak', 'Plan'])
  expect(groups.flatMap(({ entries }) => entries).map(({ key }) => key)).not.toContain(
    'palette.open',
  )
  const keys = groups.flatMap(({ entries }) => entries).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

it('finds by parts of words, by letters and by the partner id', () => {
  expect(offered('nca')).toEqual([['screens', ['Net customer adds']]])
  expect(offered('6148203')).toEqual([['partners', ['Halden Ridge Systems']]])
  expect(offered('ridge').at(-1)).toEqual(['partners', ['Ridge Peak', 'Halden Ridge Systems']])
})

it('puts what was chosen lately first among what fits', () => {
  expect(offered('ridge', ['partner 1']).at(-1)).toEqual([
    'partners',
    ['Halden Ridge Systems', 'Ridge Peak'],
  ])
})

it('shows customers and people that were found, by name or else by id', () => {
  const found = {
    customers: foundEntries('customer', 1, [{ id: 'tenant-1', name: null }]),
    people: foundEntries('person', 1, [{ id: 'ines@halden.example', name: 'Inês Almeida' }]),
  }
  const groups = paletteGroups(known, found as never, 'zzz', [])
  expect(groups.map(({ id }) => id)).toEqual(['customers', 'people'])
  expect(groups[0]?.entries[0]).toMatchObject({ text: 'tenant-1', note: '' })
  expect(groups[1]?.entries[0]).toMatchObject({ text: 'Inês Almeida', note: 'ines@halden.example' })
})

it('says which keys a command has', () => {
  expect(known.screens.find(({ key }) => key === 'go.plan')?.caps).toEqual(['Ctrl', '8'])
  expect(known.commands.find(({ key }) => key === 'history.back')?.caps).toEqual(['Alt', '←'])
})
