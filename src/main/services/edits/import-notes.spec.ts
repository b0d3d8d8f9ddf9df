import { expect, it } from 'vitest'
import { notesByHand } from './import-notes'

it('says how many changes by hand an import takes away, and which rows stay beside it', () => {
  const notes = notesByHand({ changesLost: 1, entriesKept: 3 })
  expect(notes.map(({ code, count }) => [code, count])).toEqual([
    ['changes-by-hand-replaced', 1],
    ['entered-by-hand-kept', 3],
  ])
  expect(notes[0]?.message).toMatch(/^1 change by hand will be lost/)
  expect(notes[1]?.message).toMatch(/^3 rows entered by hand/)
})

it('says nothing where nothing was done by hand', () => {
  expect(notesByHand({ changesLost: 0, entriesKept: 0 })).toEqual([])
  expect(notesByHand(undefined)).toEqual([])
})
