import { PDFDocument } from '@cantoo/pdf-lib'

/** Number of pages of a PDF. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPageCount()
}
