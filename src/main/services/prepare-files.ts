import type { FileChoices } from '../../shared/imports'
import type { ImportContext, ImportRequest } from './import-files'

/**
 * The context in which the files of a request can be imported or checked, workbooks and archives
 * included. Throws `cancelled`; what is wrong with a file is told by the import.
 */
export async function prepareFiles(
  context: ImportContext,
  request: ImportRequest,
): Promise<ImportContext> {
  const files = request.paths.map((path, index) => ({ path, options: choicesFor(request, index) }))
  return { ...context, intake: await context.intake.prepare(files, context.control) }
}

/** What was decided about one file of a request. */
export function choicesFor({ dateOrder, choices }: ImportRequest, index: number): FileChoices {
  return { ...(dateOrder && { dateOrder }), ...choices?.[index] }
}
