import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openReadable } from '../store/open'
import { printedPdf } from '../reporting/testing/printed-pdf'
import { commandLine } from './testing/command-line'

const pages = { collect: () => Promise.reject(new Error('Asked.')) }

async function withSample(print = () => printedPdf()) {
  const line = commandLine({ pages: { ...pages, print } })
  const { partners } = await line.json<{ partners: { name: string; files: string[] }[] }>(
    ...['sample', '--out-dir', join(line.folder, 'files')],
  )
  for (const { name, files } of partners.slice(0, 2)) {
    await line.run('profile', 'add', '--name', name)
    await line.run('import', '--profile', name, ...files)
  }
  await line.run('profile', 'add', '--name', 'Empty')
  return line
}

describe('report --all', () => {
  it('makes a report for every partner with data and the page of all, and tells how far it is', async () => {
    const line = await withSample()
    const folder = join(line.folder, 'reports')
    const run = await line.run('report', '--all', '--out-dir', folder, '--json')
    expect(run.status).toBe(0)
    expect(run.stderr).toContain('report 3 of 3: ')
    const document = JSON.parse(run.stdout) as {
      reports: { profile: string; status: string; sha256?: string }[]
      portfolio: { pages: number }
    }
    expect(document.reports.map(({ status }) => status).sort()).toEqual([
      ...['no-data', 'written', 'written'],
    ])
    expect(document.portfolio.pages).toBe(2)
    const store = openReadable(line.workspace)
    onTestFinished(() => store.close())
    const noted = store.profiles().map(({ id }) => store.exports(id).map(({ sha256 }) => sha256))
    const written = document.reports.map(({ sha256 }) => (sha256 ? [sha256] : []))
    expect(noted).toEqual(written)
    expect(readdirSync(folder)).toHaveLength(3)
    expect(readdirSync(folder)).toContain('Portfolio - score estimate 2023-12-15.pdf')
  })

  it('goes on after a partner that fails, and says so in status and account', async () => {
    let printed = 0
    const print = () =>
      printed++ === 0 ? Promise.reject(new Error('The page could not be laid out.')) : printedPdf()
    const line = await withSample(print)
    const folder = join(line.folder, 'reports')
    const run = await line.run('report', '--all', '--out-dir', folder, '--json')
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('1 of 3 reports could not be made')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('refuses a mixture of one and all, and a folder that is a file', async () => {
    const line = await withSample()
    const file = join(line.folder, 'taken')
    writeFileSync(file, '')
    const status = async (...args: string[]) => (await line.run('report', ...args)).status
    expect(await status('--all')).toBe(2)
    expect(await status('--all', '--profile', 'Empty', '--out-dir', line.folder)).toBe(2)
    expect(await status('--profile', 'Empty', '--out-dir', line.folder)).toBe(2)
    expect(await status('--all', '--out-dir', file)).toBe(3)
    expect(existsSync(join(line.folder, 'Portfolio - score estimate 2023-12-15.pdf'))).toBe(false)
  })
})
