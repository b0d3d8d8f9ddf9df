import { createHash } from 'node:crypto'
import { AFRelationship, PDFDocument, PDFHexString } from '@cantoo/pdf-lib'
import type { Printable } from '../../shared/report'
import { renumberTags } from './renumber-tags'
import { reportJson } from './report-json'

/** The name under which a reader finds the data of the report in the list of attachments. */
export const ATTACHMENT_NAME = 'report-data.json'

/** What the printed pages are written in; a screen reader chooses its voice by it. */
const LANGUAGE = 'en'

/**
 * Makes a printed page a document: title, language, author, subject and dates of the report instead
 * of the browser's own, and its data as an attachment. Pages, tags and outline stay as printed.
 *
 * Nothing depends on the clock or on chance: the dates are the day on which the report was prepared,
 * the file's identifier is computed from the model, so the same pages and the same model give the
 * same bytes (PRODUCT.md "The report"). Conformance to PDF/UA is not claimed anywhere.
 *
 * Throws what pdf-lib throws when `pdf` is not a PDF.
 */
export async function finishPdf(pdf: Uint8Array, model: Printable): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const data = reportJson(model)
  renumberTags(document)
  describe(document, model)
  await attachData(document, data, model)
  identify(document, data)
  // Object streams halve what the many small objects of a tag tree take; they came with PDF 1.5.
  return document.save({ rewrite: true, useObjectStreams: true })
}

function describe(document: PDFDocument, model: Printable): void {
  const prepared = dateOf(model.preparedOn)
  const program = `Seventy ${model.appVersion}`
  const whole = model.template === 'portfolio'
  const title = whole ? 'Portfolio' : model.client
  const asOf = whole ? model.asOf : model.score.asOf
  document.setTitle(`${title}: partner capability score`, { showInWindowTitleBar: true })
  document.setSubject(`Estimate of the partner capability score as of ${asOf}`)
  document.setAuthor(model.firm)
  document.setCreator(program)
  document.setProducer(program)
  document.setLanguage(LANGUAGE)
  document.setCreationDate(prepared)
  document.setModificationDate(prepared)
}

async function attachData(
  document: PDFDocument,
  data: string,
  { preparedOn }: Printable,
): Promise<void> {
  const prepared = dateOf(preparedOn)
  await document.attach(new TextEncoder().encode(data), ATTACHMENT_NAME, {
    mimeType: 'application/json',
    description: 'The data of this report',
    creationDate: prepared,
    modificationDate: prepared,
    afRelationship: AFRelationship.Data,
  })
}

/** The identifier of the file (ISO 32000-2, 14.4), from its data instead of from the time of writing. */
function identify({ context }: PDFDocument, data: string): void {
  const digest = PDFHexString.of(createHash('sha256').update(data).digest('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([digest, digest])
}

/** Midnight UTC, whatever the time zone of the machine. */
function dateOf(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`)
}
