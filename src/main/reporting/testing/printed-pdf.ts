import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'

interface Printing {
  readonly pages?: number
  /** From which number on the browser counted its tags. */
  readonly firstTag?: number
}

/**
 * A PDF as a browser prints it: its own name and clock in the properties, tags with ids that go on
 * from the page before, a table whose cell names its head, and an outline.
 */
export async function printedPdf({ pages = 2, firstTag = 12 }: Printing = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (let page = 0; page < pages; page++)
    document.addPage([595, 842]).drawText(`Page ${String(page + 1)}`)
  document.setTitle('report.html')
  document.setAuthor('nobody')
  document.setCreator('Mozilla/5.0 HeadlessChrome')
  document.setProducer('Skia/PDF m140')
  document.setCreationDate(new Date('2031-05-06T07:08:09Z'))
  document.setModificationDate(new Date('2031-05-06T07:08:09Z'))
  addTags(document, firstTag)
  return document.save({ useObjectStreams: false })
}

function addTags({ context, catalog }: PDFDocument, firstTag: number): void {
  const id = (offset: number) => PDFString.of(`node${String(firstTag + offset).padStart(8, '0')}`)
  const root = context.nextRef()
  const head = context.register(
    context.obj({ Type: 'StructElem', S: 'TH', P: root, ID: id(0), Alt: PDFString.of('Points') }),
  )
  const cell = context.register(
    context.obj({
      Type: 'StructElem',
      S: 'TD',
      P: root,
      ID: id(3),
      A: [{ O: 'Table', Headers: [id(0)] }],
    }),
  )
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [head, cell],
      IDTree: { Names: [id(0), head, id(3), cell], Limits: [id(0), id(3)] },
    }),
  )
  const entry = context.register(context.obj({ Title: PDFString.of('Summary') }))
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('Outlines'), context.obj({ Type: 'Outlines', First: entry, Last: entry }))
}
