import { SeventyError } from '../../shared/errors'
import type { SavedRejects } from '../../shared/import-review'
import { checkFiles, type ImportContext, type ImportRequest } from './import-files'

/** Checks files only to save their bad rows; where there are none, no file is made. Throws as {@link checkFiles}. */
export function saveRejects(
  context: ImportContext,
  { target, ...request }: ImportRequest & { readonly target: string },
): SavedRejects {
  if (request.paths.includes(target)) {
    throw new SeventyError(
      'output-unwritable',
      'The list of bad rows would take the place of a file that is being imported. Choose another name.',
      { file: target },
    )
  }
  const rejects = context.intake.rejectsTo(target)
  try {
    checkFiles({ ...context, rejected: rejects }, request)
    return { name: target.replace(/^.*[\\/]/, ''), rows: rejects.saved }
  } finally {
    rejects.discard()
  }
}
