import { readFileSync } from 'node:fs'
import { SeventyError } from '../../shared/errors'
import { ATTACHMENT_NAME } from './finish-pdf'

/** A report as its file has it. */
export interface ReadReport {
  /** The text that a reader sees, page by page. */
  readonly pages: readonly string[]
  /** The attached data, as it stands there. */
  readonly data: unknown
}

/**
 * Reads a printed report back: its words and the data attached to it. Throws `report-unreadable` for
 * what is not a PDF, `report-data-missing` for one without the data of a report, `report-data-invalid`
 * when they are no JSON.
 */
export async function readReport(path: string): Promise<ReadReport> {
  // The library is large, and no other command has a use for it.
  const { extractText, getDocumentProxy } = await import('unpdf')
  // What the library thinks of a file is nothing for stdout: a document in JSON stands there.
  const pdf = await opened(path, (bytes) => getDocumentProxy(bytes, { verbosity: 0 }))
  const { text } = await extractText(pdf, { mergePages: false })
  const attachments = (await pdf.getAttachments()) as ReadonlyMap<string, unknown> | null
  if (!attachments?.has(ATTACHMENT_NAME)) {
    throw new SeventyError(
      'report-data-missing',
      `${path} has no ${ATTACHMENT_NAME} attached. Take a report that Seventy exported, as it was exported: printing or saving it again leaves the data behind.`,
      { file: path },
    )
  }
  const content = (await pdf.getAttachmentContent(ATTACHMENT_NAME)) as Uint8Array | null
  return { pages: text, data: parsed(path, content ?? new Uint8Array()) }
}

async function opened<T>(path: string, open: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  try {
    return await open(new Uint8Array(readFileSync(path)))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeventyError(
      'report-unreadable',
      `${path} cannot be read as a PDF (${reason}). Check the path, and that the file arrived whole.`,
      { file: path, reason },
      error,
    )
  }
}

function parsed(path: string, content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content))
  } catch (error) {
    throw new SeventyError(
      'report-data-invalid',
      `The data attached to ${path} are not JSON. The file was changed after it was exported.`,
      { file: path },
      error,
    )
  }
}
