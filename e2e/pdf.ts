import { readFileSync, writeFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader, a screen reader and a printer find in a PDF file. */
export interface ReadPdf {
  /** Text of each page, white space folded. */
  readonly pages: readonly string[]
  readonly text: string
  readonly tagged: boolean
  /** Titles of the first level of the outline. */
  readonly outline: readonly string[]
  /** Kinds of the fonts; "Type3" would be letters drawn as pictures. */
  readonly fontKinds: ReadonlySet<string>
  readonly embeddedFonts: number
  /** Pictures of pixels; charts have to be drawn as lines. */
  readonly images: number
  readonly information: Readonly<Record<string, unknown>>
  readonly attachments: Readonly<Record<string, string>>
}

export async function readPdf(path: string): Promise<ReadPdf> {
  const bytes = readFileSync(path)
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(proxy, { mergePages: false })
  const pages = text.map((page) => page.replaceAll(/\s+/g, ' '))
  const outline = (await proxy.getOutline()) as readonly { title: string }[] | null
  const mark = (await proxy.getMarkInfo()) as { Marked?: boolean } | null
  const { info } = (await proxy.getMetadata()) as unknown as { info: Record<string, unknown> }
  const names = [...(((await proxy.getAttachments()) as Map<string, unknown> | null) ?? [])]
  const attachments = await Promise.all(
    names.map(async ([name]) => {
      const content = (await proxy.getAttachmentContent(name)) as Uint8Array | null
      return [name, new TextDecoder().decode(content ?? new Uint8Array())] as const
    }),
  )
  return {
    pages,
    text: pages.join(' '),
    tagged: mark?.Marked === true,
    outline: outline?.map(({ title }) => title) ?? [],
    information: info,
    attachments: Object.fromEntries(attachments),
    ...(await objectsOf(bytes)),
  }
}

async function objectsOf(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const fontKinds = new Set<string>()
  let embeddedFonts = 0
  let images = 0
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : 'dict' in object ? object.dict : undefined
    if (!(dict instanceof PDFDict)) continue
    const subtype = dict.get(PDFName.of('Subtype'))?.toString() ?? ''
    if (dict.get(PDFName.of('Type')) === PDFName.of('Font')) fontKinds.add(subtype.slice(1))
    if (dict.has(PDFName.of('FontFile2')) || dict.has(PDFName.of('FontFile3'))) embeddedFonts += 1
    if (subtype === '/Image') images += 1
  }
  return { fontKinds, embeddedFonts, images }
}

/** Writes a copy of a report whose attached data are others. */
export async function replaceData(from: string, to: string, data: string): Promise<void> {
  const document = await PDFDocument.load(readFileSync(from), { updateMetadata: false })
  const { context } = document
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const isData =
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile')
    if (isData) context.assign(ref, context.flateStream(data, { Type: 'EmbeddedFile' }))
  }
  writeFileSync(to, await document.save())
}
