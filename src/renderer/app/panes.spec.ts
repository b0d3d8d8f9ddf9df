import { afterEach, beforeEach, expect, it } from 'vitest'
import { movePane } from './panes'

beforeEach(() => {
  document.body.innerHTML = `
    <header data-pane id="rail" tabindex="-1"><a href="#" id="link">Portfolio</a></header>
    <main data-pane id="content" tabindex="-1"><aside data-pane id="inspector" tabindex="-1"></aside></main>
    <footer data-pane id="status" tabindex="-1"></footer>`
})
afterEach(() => {
  document.body.innerHTML = ''
})
const here = () => document.activeElement?.id

it('goes from pane to pane, and from the last to the first', () => {
  const visited = Array.from({ length: 5 }, () => {
    movePane(1)
    return here()
  })
  expect(visited).toEqual(['rail', 'content', 'inspector', 'status', 'rail'])
})

it('goes back likewise', () => {
  const visited = Array.from({ length: 3 }, () => {
    movePane(-1)
    return here()
  })
  expect(visited).toEqual(['status', 'inspector', 'content'])
})

it('starts at the pane in which the focus is', () => {
  document.getElementById('link')?.focus()
  movePane(1)
  expect(here()).toBe('content')
})

it('leaves out what is not shown, and does nothing where there is no pane', () => {
  document.getElementById('content')?.setAttribute('aria-hidden', 'true')
  document.getElementById('link')?.focus()
  movePane(1)
  expect(here()).toBe('inspector')
  document.body.innerHTML = ''
  expect(() => movePane(1)).not.toThrow()
})
