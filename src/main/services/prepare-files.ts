import type { FileChoices } from '../../shared/imports'
import type { ImportContext, ImportRequest } from './import-files'
import type { ReadOptions } from './intake-ports'

/**
 * The context in which the files of a request can be imported or checked, workbooks and archives
 * included. Throws `cancelled`; what is wrong with a file is told by the import.
 */
export async function prepareFiles(
  context: ImportContext,
  request: ImportRequest,
): Promise<ImportContext> {
  const layoutOf = layoutsFor(context, request)
  const files = request.paths.map((path, index) => ({
    path,
    options: { ...choicesFor(request, index), layoutOf },
  }))
  return { ...context, intake: await context.intake.prepare(files, context.control) }
}

/** What was decided about one file of a request. */
export function choicesFor(
  { dateOrder, decimal, choices }: ImportRequest,
  index: number,
): FileChoices {
  return { ...(dateOrder && { dateOrder }), ...(decimal && { decimal }), ...choices?.[index] }
}

/** What is known about files by their header: what the request says, else what the workspace has. */
export function layoutsFor(
  { workspace }: Pick<ImportContext, 'workspace'>,
  request: ImportRequest,
): NonNullable<ReadOptions['layoutOf']> {
  return (fingerprint) => request.layoutOf?.(fingerprint) ?? workspace.layout(fingerprint)
}
