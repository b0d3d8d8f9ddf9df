import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventy, seventyWithPages } from './command-line'
import { fillWorkspace, type FilledWorkspace } from './filled-workspace'
import { readPdf, replaceData, type ReadPdf } from './pdf'
import { leavesOf, readInformation, readTags, tagsOf, type Tag } from './pdf-structure'

/** What paper and a screen reader need of a printed report, for a partner of any size. */

test.describe.configure({ mode: 'default' })

const EMPTY = 'Fernhill Start'
const MANY = 'Quillmere Group'
const CUSTOMERS = 2_000
const ID = '7KM3-Q9XW'

interface Printed {
  readonly path: string
  readonly pdf: ReadPdf
  readonly tags: Tag
}

let filled: FilledWorkspace
let printed: Readonly<Record<'sample' | 'empty' | 'many', Printed>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  filled = fillWorkspace()
  filled.run('profile', 'add', '--name', EMPTY)
  filled.run('profile', 'add', '--name', MANY)
  filled.run('import', '--profile', MANY, filled.file('many.csv', usageOf(CUSTOMERS)))
  printed = {
    sample: await read(filled.partners[1]?.name ?? '', 'sample.pdf'),
    empty: await read(EMPTY, 'empty.pdf'),
    many: await read(MANY, 'many.pdf'),
  }
})

test.afterAll(() => {
  filled.remove()
})

async function read(name: string, file: string): Promise<Printed> {
  const path = print(name, file)
  return { path, pdf: await readPdf(path), tags: await readTags(path) }
}

function print(name: string, file: string): string {
  const path = join(filled.folder, file)
  const run = seventyWithPages([
    ...['report', '--profile', name, '--as-of', '2023-12-15', '--id', ID],
    ...['--out', path, '--workspace', filled.workspace],
  ])
  expect(run.status, run.stderr).toBe(0)
  return path
}

/** Azure usage of so many customers, two thirds of them with some a year ago as well. */
function usageOf(customers: number): string {
  const lines = ['Month,CustomerTenantId,CustomerName,ServiceLevel2,AssociationType,ACR_USD']
  for (let each = 0; each < customers; each++) {
    const id = `${each.toString(16).padStart(8, '0')}-0000-4000-a000-000000000000`
    const row = (month: string, dollars: number) =>
      `${month},${id},"Customer ${String(each)}, Ltd",Sentinel,PAL,${String(dollars)}`
    if (each % 3 > 0) lines.push(row('2022-11-01', 2_000 + each))
    lines.push(row('2023-11-01', 1_500 + (each % 7) * 400))
  }
  return lines.join('\n')
}

test('every chart says in words what it shows, and every head of a table what it is the head of', () => {
  for (const { tags } of Object.values(printed)) {
    const figures = tagsOf(tags, /^Figure$/)
    expect(figures.length).toBeGreaterThanOrEqual(8)
    for (const { alt } of figures) expect(alt).toMatch(/\w.*[:.]/)
    const heads = tagsOf(tags, /^TH$/)
    expect(heads.length).toBeGreaterThan(30)
    expect(new Set(heads.map(({ scope }) => scope))).toEqual(new Set(['Column', 'Row']))
    for (const table of tagsOf(tags, /^Table$/)) expect(tagsOf(table, /^TH$/)).not.toHaveLength(0)
  }
})

test('no property of the file names the browser that printed it, or its machine', async () => {
  for (const { path, pdf } of Object.values(printed)) {
    const properties = (await readInformation(path)).join('\n')
    expect(properties).toContain('Seventy')
    expect(properties).not.toMatch(
      /chrom|skia|mozilla|gecko|webkit|electron|linux|windows|macintosh/i,
    )
    expect(pdf.information['Producer']).toMatch(/^Seventy/)
  }
})

test('the same data on the same day under the same id are the same bytes', () => {
  const again = print(filled.partners[1]?.name ?? '', 'again.pdf')
  expect(readFileSync(again).equals(readFileSync(printed.sample.path))).toBe(true)
})

test('an annex of 300 customers has its heads on every page and breaks no row', () => {
  const annex = tagsOf(printed.many.tags, /^Table$/).find(
    (table) => tagsOf(table, /^TR$/).length > 300,
  )
  const [head, ...rows] = annex ? tagsOf(annex, /^TR$/) : []
  expect(rows).toHaveLength(300)
  expect(annex?.pages.size).toBeGreaterThan(5)
  expect(head?.pages).toEqual(annex?.pages)
  const { pages } = printed.many.pdf
  for (const page of annex?.pages ?? [])
    expect(pages[page - 1]).toContain('Customer Net customer adds, Azure')
  expect(printed.many.pdf.text).toContain('2,000')
})

test('a row of a table is never on two pages', () => {
  for (const { tags } of Object.values(printed))
    for (const row of tagsOf(tags, /^TR$/))
      if (tagsOf(row, /^TD$/).length > 0) expect(row.pages.size).toBeLessThanOrEqual(1)
})

test('a heading is never left alone at the foot of a page', () => {
  for (const { path, tags } of Object.values(printed)) {
    const leaves = leavesOf(tags).filter(({ pages }) => pages.size > 0)
    for (const heading of tagsOf(tags, /^(H\d|Caption)$/)) {
      const last = leavesOf(heading).findLast(({ pages }) => pages.size > 0)
      const next = last && leaves[leaves.indexOf(last) + 1]
      const page = Math.max(...heading.pages)
      expect(next?.pages.has(page), `${path}, page ${String(page)}, ${heading.kind}`).toBe(true)
    }
  }
})

test('a partner without data gets pages that say so, never a zero', () => {
  const { pages, text } = printed.empty.pdf
  expect(pages[0]).toContain(EMPTY)
  expect(pages[1]).toContain('No data')
  expect(pages[1]).not.toMatch(/\b0\.0 of/)
  expect(text).toContain('No files were imported')
})

test('a report proves itself: pages, attached data and a score computed again agree', async () => {
  for (const { path } of Object.values(printed)) {
    const run = seventy(['verify-report', path, '--json'])
    expect(run.status, run.stderr).toBe(0)
    expect(run.json()).toMatchObject({ agrees: true, printed: { differences: [] } })
  }
})

test('a report whose attached data were changed does not', async () => {
  const { path, pdf } = printed.sample
  const forged = join(filled.folder, 'forged.pdf')
  const data = pdf.attachments['report-data.json']?.replace('"total": 72,', '"total": 92,') ?? ''
  await replaceData(path, forged, data)
  const run = seventy(['verify-report', forged])
  expect(run.status).toBe(3)
  expect(run.stderr).toContain('error[report-disagrees]')
  expect(run.stdout).toContain('total: 92 attached, 72')
})

test('no report is larger than a mail takes without thinking', () => {
  for (const { path } of Object.values(printed))
    expect(readFileSync(path).length).toBeLessThan(1_000_000)
})
