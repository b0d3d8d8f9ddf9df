import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { createScreens } from '../../app/router'
import { chapterFor, chapterOf, chaptersWith, manual } from './manual'

const screens = new Set(
  createScreens(createMemoryHistory())
    .getRoutes()
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
)

describe('the manual', () => {
  it('explains screens that exist, each in one chapter', () => {
    const explained = manual.flatMap((chapter) => chapter.screens)
    expect(explained.filter((screen) => !screens.has(screen))).toEqual([])
    expect(new Set(explained).size).toBe(explained.length)
  })

  it('explains every screen but itself', () => {
    const explained = new Set(manual.flatMap((chapter) => chapter.screens))
    expect([...screens].filter((screen) => !explained.has(screen))).toEqual(['help'])
  })

  it('has chapters of different names with something in each section', () => {
    expect(new Set(manual.map(({ id }) => id)).size).toBe(manual.length)
    for (const { sections } of manual) {
      expect(sections.length).toBeGreaterThan(0)
      for (const { text, steps, points, table } of sections)
        expect([text, steps, points, table?.rows].flat().filter(Boolean).length).toBeGreaterThan(0)
    }
  })

  it('calls no score official, and names no rows of tables that are not as wide as their heads', () => {
    expect(JSON.stringify(manual).toLowerCase()).not.toContain('official')
    const tables = manual.flatMap(({ sections }) => sections.flatMap(({ table }) => table ?? []))
    for (const { head, rows } of tables)
      for (const row of rows) expect(row).toHaveLength(head.length)
  })

  it('opens at the chapter of a screen, else at the first', () => {
    expect(chapterFor('plan').id).toBe('plan')
    expect(chapterFor('nowhere')).toBe(manual[0])
    expect(chapterOf('rules').id).toBe('rules')
    expect(chapterOf('nowhere')).toBe(manual[0])
  })

  it('is searched for all words at once, whatever their case and wherever they stand', () => {
    expect(chaptersWith('executive VIEWER').map(({ id }) => id)).toEqual(['downloads'])
    expect(chaptersWith("client's")).toContain(manual[0])
    expect(chaptersWith('  ')).toHaveLength(manual.length)
    expect(chaptersWith('viewer nonsense')).toEqual([])
  })
})
