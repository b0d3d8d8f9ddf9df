import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { ReportModel } from '../../shared/report'
import { finishPdf } from './finish-pdf'
import { reportJson } from './report-json'
import { printedPdf } from './testing/printed-pdf'
import { reportModel } from './testing/report-model'

async function finished(change: Partial<ReportModel> = {}) {
  return finishPdf(await printedPdf(), reportModel(change))
}

/** As another program reads it; pdf.js takes its input away, so it gets a copy. */
async function read(pdf: Uint8Array) {
  const proxy = await getDocumentProxy(pdf.slice())
  return { proxy, ...(await getMeta(proxy)) }
}

const load = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false })

describe('the properties of a finished report', () => {
  it('name client, firm and program instead of the browser', async () => {
    const { info } = await read(await finished())
    expect(info).toMatchObject({
      Title: 'Halden Ridge Systems – Süd: partner capability score',
      Author: 'Northlight Advisory',
      Subject: 'Estimate of the partner capability score as of 2023-12-14',
      Creator: 'Seventy 0.1.0',
      Producer: 'Seventy 0.1.0',
    })
  })

  it('carry the day on which the report was prepared, not the clock', async () => {
    const document = await load(await finished({ preparedOn: '2023-12-15' }))
    const midnight = new Date('2023-12-15T00:00:00Z')
    expect([document.getCreationDate(), document.getModificationDate()]).toEqual([
      midnight,
      midnight,
    ])
  })

  it('say the language, and that a window shows the title', async () => {
    const { info, proxy } = await read(await finished())
    expect(info['Language']).toBe('en')
    expect(await proxy.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  })

  it('say nothing of the browser anywhere', async () => {
    const document = await load(await finished())
    const all = document.context.enumerateIndirectObjects().map(([, object]) => object.toString())
    expect(all.filter((text) => /Mozilla|Skia|2031/.test(text))).toEqual([])
  })

  it('do not claim a standard that nobody checked', async () => {
    const { metadata, info } = await read(await finished())
    expect(JSON.stringify([metadata, info])).not.toMatch(/pdfua/i)
  })
})

describe('the data attached to a report', () => {
  it('is the JSON of the model, found under its name', async () => {
    const { proxy } = await read(await finished())
    const attachments = [...((await proxy.getAttachments()) ?? [])]
    expect(attachments.map(([, { filename }]) => filename)).toEqual(['report-data.json'])
    const [id = ''] = attachments[0] ?? []
    const content = await proxy.getAttachmentContent(id)
    expect(new TextDecoder().decode(content ?? undefined)).toBe(reportJson(reportModel()))
  })

  it('says what kind of file it is', async () => {
    const [attachment] = (await load(await finished())).getAttachments()
    expect(attachment).toMatchObject({
      name: 'report-data.json',
      mimeType: 'application/json',
      description: 'The data of this report',
    })
  })
})

describe('a finished report', () => {
  it('has the pages it was printed with', async () => {
    const { proxy } = await read(await finished())
    const { text } = await extractText(proxy, { mergePages: false })
    expect(text).toEqual(['Page 1', 'Page 2'])
  })

  it('keeps tags and outline', async () => {
    const { catalog } = await load(await finished())
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('IDTree'))).toBe(
      true,
    )
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('true')
    expect(catalog.has(PDFName.of('Outlines'))).toBe(true)
  })

  it('is the same to the byte for the same pages and the same model', async () => {
    expect(await finished()).toEqual(await finished())
  })

  it('is the same whatever a browser printed before', async () => {
    const [fresh, warm] = await Promise.all([
      printedPdf({ firstTag: 12 }),
      printedPdf({ firstTag: 7_012 }),
    ])
    expect(fresh).not.toEqual(warm)
    expect(await finishPdf(warm, reportModel())).toEqual(await finishPdf(fresh, reportModel()))
  })

  it('is another file for another report', async () => {
    const id = async (reportId: string) => {
      const { context } = await load(await finished({ reportId }))
      return context.trailerInfo.ID?.toString()
    }
    expect(await id('7KM3-Q9XW')).toMatch(/^\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]$/)
    expect(await id('7KM3-Q9XW')).not.toBe(await id('7KM3-Q9XX'))
  })

  it('cannot be made of something that is no PDF', async () => {
    await expect(finishPdf(new TextEncoder().encode('no PDF'), reportModel())).rejects.toThrow()
  })
})
