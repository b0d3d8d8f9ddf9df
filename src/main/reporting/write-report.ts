import { createHash, randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SeventyError } from '../../shared/errors'
import type { PortfolioReport, Printable, ReportFormat, ReportModel } from '../../shared/report'
import { reportHtml, type PageParts } from './report-html'
import { reportJson } from './report-json'

export interface ReportRequest {
  readonly model: ReportModel
  readonly path: string
  readonly format: ReportFormat
  /** Lays the report page out, as a PDF or as HTML; asked only for these. */
  readonly pages: ReportPages
  /** Finishes a printed report; a thread of its own may do it. */
  readonly finish?: (pdf: Uint8Array, model: Printable) => Promise<Uint8Array>
}

/** The page of a report as the app's runtime lays it out. */
export interface ReportPages {
  /** As a PDF. */
  readonly print: (model: Printable) => Promise<Uint8Array>
  /** As the parts of an HTML document. */
  readonly collect: (model: Printable) => Promise<PageParts>
}

/** What was written: size in bytes, hash of the content, pages (0 for a format without pages). */
export interface WrittenReport {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly pages: number
}

/**
 * Makes a report and puts it in place in one step, so that a reader never sees half a file and a
 * failure leaves an older one as it was. Throws `output-unwritable`.
 */
export async function writeReport(request: ReportRequest): Promise<WrittenReport> {
  const { path, format } = request
  const content = await contentOf(request)
  return put(path, format, content)
}

/** Prints the page of all partners and puts it in place. Throws `output-unwritable`. */
export async function writePortfolio(
  report: PortfolioReport,
  path: string,
  pages: ReportPages,
): Promise<WrittenReport> {
  return put(path, 'pdf', await finishHere(await pages.print(report), report))
}

async function put(
  path: string,
  format: ReportFormat,
  content: Uint8Array,
): Promise<WrittenReport> {
  replaceFile(path, content)
  return {
    name: basename(path),
    bytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages: format === 'pdf' ? await pagesOf(content) : 0,
  }
}

async function contentOf(request: ReportRequest): Promise<Uint8Array> {
  const { model, format, pages, finish = finishHere } = request
  switch (format) {
    case 'pdf':
      return finish(await pages.print(model), model)
    case 'xlsx':
      return (await import('./report-workbook')).reportWorkbook(model)
    case 'csv':
      return encoded((await import('./report-csv')).reportCsv(model))
    case 'html':
      return encoded(reportHtml(await pages.collect(model)))
    case 'json':
      return encoded(reportJson(model))
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

// The libraries of PDF, workbook and CSV are loaded when the first report is written, not when the program starts.

async function finishHere(pdf: Uint8Array, model: Printable): Promise<Uint8Array> {
  const { finishPdf } = await import('./finish-pdf')
  return finishPdf(pdf, model)
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { countPages } = await import('./count-pages')
  return countPages(pdf)
}

/** Puts a file in place in one step; `what` is what messages call it. Throws `output-unwritable`. */
export function replaceFile(path: string, content: Uint8Array, what = 'report'): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeventyError(
      'output-unwritable',
      `The ${what} cannot be written to ${path} (${reason}). Close the file if it is open, or choose another folder.`,
      { file: path, reason },
      error,
    )
  }
}
