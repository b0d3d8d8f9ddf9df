import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it, onTestFinished } from 'vitest'
import { ATTACHMENT_NAME, finishPdf } from './finish-pdf'
import { readReport } from './read-report'
import { printedPdf } from './testing/printed-pdf'
import { reportModel } from './testing/report-model'

function fileOf(content: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-read-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'report.pdf')
  writeFileSync(path, content)
  return path
}

it('hands over the words of each page and the very data that were attached', async () => {
  const model = reportModel()
  const read = await readReport(fileOf(await finishPdf(await printedPdf(), model)))
  expect(read.pages).toEqual(['Page 1', 'Page 2'])
  expect(read.data).toEqual(model)
})

it('refuses what is no PDF, what is not there, and a PDF without the data of a report', async () => {
  await expect(readReport(fileOf('Month,ACR'))).rejects.toMatchObject({ code: 'report-unreadable' })
  await expect(readReport('/nowhere/report.pdf')).rejects.toMatchObject({
    ...{ code: 'report-unreadable', details: { file: '/nowhere/report.pdf' } },
  })
  await expect(readReport(fileOf(await printedPdf()))).rejects.toMatchObject({
    code: 'report-data-missing',
  })
})

it('refuses attached data that are no JSON', async () => {
  const document = await PDFDocument.load(await printedPdf())
  await document.attach(new TextEncoder().encode('{"score":'), ATTACHMENT_NAME)
  await expect(readReport(fileOf(await document.save()))).rejects.toMatchObject({
    code: 'report-data-invalid',
  })
})
