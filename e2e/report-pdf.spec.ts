import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventy, seventyWithPages } from './command-line'
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

test('a full report has its pages in order, each with its message as a heading', () => {
  const { outline } = written[filled.partners[1]?.name ?? ''] ?? { outline: [] }
  const told = outline.join('\n')
  expect(told).toContain(filled.partners[1]?.name ?? '')
  for (const { text } of Object.values(written)) {
    for (const page of [
      ...['Summary', 'Breakdown and change', 'Metric 1 of 4', 'Gap and ways'],
      ...[
        'History and outlook',
        'Action plan',
        'Data and provenance',
        'Method',
        'Annex',
        'Imprint',
      ],
    ])
      expect(text).toContain(page)
  }
})

test('the numbers on paper are those of the score, and causes add up', () => {
  for (const { name } of filled.partners) {
    const score = seventy([
      ...['score', '--profile', name, '--as-of', '2023-12-15', '--since', '2023-11-15', '--json'],
      ...['--workspace', filled.workspace],
    ]).json<{ total: number; metrics: { id: string; points: number }[] }>()
    const data = JSON.parse(written[name]?.attachments['report-data.json'] ?? '{}') as {
      score: typeof score
      changes: { difference: number; causes: { effect: number }[] }
    }
    expect(data.score.total).toBe(score.total)
    expect(data.score.metrics.map(({ points }) => points)).toEqual(
      score.metrics.map(({ points }) => points),
    )
    const sum = data.changes.causes.reduce((all, { effect }) => all + effect, 0)
    expect(sum).toBeCloseTo(data.changes.difference, 4)
    expect(written[name]?.pages[1]).toContain(`${score.total.toFixed(1)} of 100`)
  }
})

test('a brief is one page that says whose it is and carries its imprint', async () => {
  const [partner] = filled.partners
  const out = join(filled.folder, 'brief.pdf')
  const run = print(partner?.name ?? '', out, '--template', 'brief')
  expect(run.json()).toMatchObject({ pages: 1 })
  const { text } = await readPdf(out)
  expect(text).toContain(partner?.name)
  expect(text).toContain('Not issued, reviewed or endorsed by Microsoft.')
})

test('a web page has everything in one file and loads nothing', () => {
  const out = join(filled.folder, 'report.html')
  expect(print(filled.partners[0]?.name ?? '', out).status).toBe(0)
  const html = readFileSync(out, 'utf8')
  expect(html).toContain("default-src 'none'")
  expect(html).toContain('font/woff2;base64,')
  expect(html).not.toMatch(/<script|(?:src|href)="|url\((?!"?data:)/)
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
