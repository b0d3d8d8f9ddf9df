import { createHash, randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SeventyError } from '../../shared/errors'
import type { ReportFormat, ReportModel } from '../../shared/report'
import { reportJson } from './report-json'

export interface ReportRequest {
  readonly model: ReportModel
  readonly path: string
  readonly format: ReportFormat
  /** Prints the report page; asked only for a PDF. */
  readonly print: (model: ReportModel) => Promise<Uint8Array>
  /** Finishes a printed report; a thread of its own may do it. */
  readonly finish?: (pdf: Uint8Array, model: ReportModel) => Promise<Uint8Array>
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
  const { model, path, format, print, finish = finishHere } = request
  const content =
    format === 'json'
      ? new TextEncoder().encode(reportJson(model))
      : await finish(await print(model), model)
  replaceFile(path, content)
  return {
    name: basename(path),
    bytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages: format === 'pdf' ? await pagesOf(content) : 0,
  }
}

// The PDF library is loaded when the first report is written, not when the program starts.

async function finishHere(pdf: Uint8Array, model: ReportModel): Promise<Uint8Array> {
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
