import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventyWithPages } from './command-line'
import { fillWorkspace, type FilledWorkspace } from './filled-workspace'
import { readPdf, type ReadPdf } from './pdf'

/** The printed report, read back: words, structure, fonts, and the data inside it. */

// One filled workspace serves all tests of this file.
test.describe.configure({ mode: 'default' })

let filled: FilledWorkspace
let written: Record<string, ReadPdf>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  filled = fillWorkspace()
  written = {}
  for (const { name } of filled.partners) {
    const out = join(filled.folder, `${name}.pdf`)
    const run = print(name, out)
    expect(run.status, run.stderr).toBe(0)
    written[name] = await readPdf(out)
  }
})

test.afterAll(() => {
  filled.remove()
})

function print(name: string, out: string, ...more: string[]) {
  return seventyWithPages([
    'report',
    ...['--profile', name, '--as-of', '2023-12-15', '--out', out],
    ...['--workspace', filled.workspace, '--json', ...more],
  ])
}

const totals = ['84.0', '72.0', '70.0']

test('each report says client, total, edition and imprint', () => {
  for (const [index, { name }] of filled.partners.entries()) {
    const pdf = written[name]
    expect(pdf?.pages[0]).toContain(name)
    expect(pdf?.pages[1]).toContain(totals[index])
    expect(pdf?.text).toContain('security-2023-12')
    expect(pdf?.text).toContain(`from data supplied by ${name} on 2023-12-15`)
    expect(pdf?.text).toContain('Not issued, reviewed or endorsed by Microsoft.')
    expect(pdf?.text).not.toMatch(/official/i)
  }
})

test('a report with 72 points and a failed minimum does not say attained', () => {
  const pdf = written[filled.partners[1]?.name ?? '']
  expect(pdf?.pages[1]).toMatch(/Net customer adds/)
  expect(pdf?.pages[1]).toMatch(/misses|not attained|below/i)
})

test('a report is tagged, outlined, set in embedded fonts and drawn without pictures', () => {
  for (const pdf of Object.values(written)) {
    expect(pdf.tagged).toBe(true)
    expect(pdf.outline.length).toBeGreaterThan(0)
    expect([...pdf.fontKinds]).not.toContain('Type3')
    expect(pdf.embeddedFonts).toBeGreaterThan(0)
    expect(pdf.images).toBe(0)
  }
})

test('a report names its author and language, and carries its own data', () => {
  for (const [name, pdf] of Object.entries(written)) {
    expect(pdf.information['Language']).toMatch(/^en/)
    expect(pdf.information['Title']).toContain(name)
    expect(pdf.information['Creator']).toMatch(/^Seventy/)
    const data = JSON.parse(pdf.attachments['report-data.json'] ?? '{}') as { client?: string }
    expect(data.client).toBe(name)
  }
})

test('every page after the cover says whose it is, and which of how many', () => {
  for (const [name, { pages }] of Object.entries(written)) {
    expect(pages.length).toBeGreaterThanOrEqual(8)
    for (const [index, page] of pages.entries()) {
      if (index === 0) continue
      expect(page).toContain(name)
      expect(page).toMatch(new RegExp(`${String(index + 1)} of ${String(pages.length)}`))
    }
  }
})

test('the command tells size, hash and pages of what it wrote, also on Letter', () => {
  const out = join(filled.folder, 'letter.pdf')
  const run = print(filled.partners[0]?.name ?? '', out, '--page-size', 'Letter')
  expect(run.json()).toMatchObject({ path: out, format: 'pdf', bytes: readFileSync(out).length })
  expect(run.json<{ pages: number }>().pages).toBeGreaterThanOrEqual(8)
})
