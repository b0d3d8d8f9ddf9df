import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportJson } from './report-json'
import { printedPdf } from './testing/printed-pdf'
import { reportModel } from './testing/report-model'
import { writeReport, type ReportRequest } from './write-report'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seventy-report-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const page = { title: 'A', language: 'en', css: 'p{}', body: '<article>Estimate</article>' }
const pages = (print: () => Promise<Uint8Array> = () => printedPdf()) => ({
  print,
  collect: () => Promise.resolve(page),
})

function request(change: Partial<ReportRequest> = {}): ReportRequest {
  return {
    model: reportModel(),
    path: join(folder, 'estimate.pdf'),
    format: 'pdf',
    pages: pages(),
    ...change,
  }
}

describe('a written report', () => {
  it('tells size, hash and pages of the very file on the disk', async () => {
    const written = await writeReport(request())
    const content = readFileSync(join(folder, 'estimate.pdf'))
    expect(written).toEqual({
      name: 'estimate.pdf',
      bytes: content.byteLength,
      sha256: createHash('sha256').update(content).digest('hex'),
      pages: 2,
    })
  })

  it('as JSON is the model, without anything being printed', async () => {
    const path = join(folder, 'estimate.json')
    const print = () => Promise.reject(new Error('Printed.'))
    const written = await writeReport(request({ path, format: 'json', pages: pages(print) }))
    expect(readFileSync(path, 'utf8')).toBe(reportJson(reportModel()))
    expect(written.pages).toBe(0)
  })

  it('is what the given finisher makes of the printed pages', async () => {
    const printed = await printedPdf({ pages: 1 })
    const finish = (pdf: Uint8Array) => Promise.resolve(pdf)
    await writeReport(request({ pages: pages(() => Promise.resolve(printed)), finish }))
    expect(new Uint8Array(readFileSync(join(folder, 'estimate.pdf')))).toEqual(printed)
  })

  it('takes the place of an older one and leaves nothing beside it', async () => {
    const { path } = request()
    writeFileSync(path, 'older')
    await writeReport(request())
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(folder)).toEqual(['estimate.pdf'])
  })
})

describe('a report in another form', () => {
  it.each([
    ['csv', /^\ufeffSection,Item,Value\r\n/],
    ['html', /^<!doctype html>[^]*<article>Estimate<\/article>/],
    ['xlsx', /^PK/],
  ] as const)('is a file of its own kind: %s', async (format, begins) => {
    const path = join(folder, `estimate.${format}`)
    const print = () => Promise.reject(new Error('Printed.'))
    const written = await writeReport(request({ path, format, pages: pages(print) }))
    expect(readFileSync(path, 'utf8')).toMatch(begins)
    expect(written).toMatchObject({ name: `estimate.${format}`, pages: 0 })
  })
})

describe('a report that cannot be made', () => {
  it('leaves the older file as it was when printing fails', async () => {
    const { path } = request()
    writeFileSync(path, 'older')
    const print = () => Promise.reject(new Error('The page could not be laid out.'))
    await expect(writeReport(request({ pages: pages(print) }))).rejects.toThrow(
      'could not be laid out',
    )
    expect(readFileSync(path, 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(['estimate.pdf'])
  })

  it('names the file that cannot be written, and leaves no draft behind', async () => {
    const path = join(folder, 'taken.pdf')
    mkdirSync(join(path, 'inside'), { recursive: true })
    await expect(writeReport(request({ path }))).rejects.toMatchObject({
      code: 'output-unwritable',
      details: { file: path },
    })
    expect(readdirSync(folder)).toEqual(['taken.pdf'])
    expect(readdirSync(path)).toEqual(['inside'])
  })

  it('says so where the folder does not exist, and makes none', async () => {
    const path = join(folder, 'nowhere', 'estimate.pdf')
    await expect(writeReport(request({ path }))).rejects.toMatchObject({
      code: 'output-unwritable',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
