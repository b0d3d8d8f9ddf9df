import { SeventyError } from '../../shared/errors'
import type { FileChoices } from '../../shared/imports'
import type { FileInspection } from '../../shared/inspection'
import type { FileInspector, WorkControl } from './intake-ports'
import type { ReadableLayouts } from './ports'

export interface InspectRequest {
  readonly paths: readonly string[]
  /** What was decided about single files, in the order of the paths. */
  readonly choices?: readonly FileChoices[] | undefined
}

/**
 * Looks at the first rows of files, also within workbooks and archives; one that cannot be looked into
 * says why, and hides none of the others.
 */
export async function inspectFiles(
  {
    workspace,
    inspector,
    control,
  }: {
    readonly workspace: ReadableLayouts
    readonly inspector: FileInspector
    readonly control: WorkControl
  },
  { paths, choices }: InspectRequest,
): Promise<FileInspection[]> {
  const layoutOf = (fingerprint: string) => workspace.layout(fingerprint)
  const files = paths.map((path, index) => ({ path, options: { ...choices?.[index], layoutOf } }))
  const prepared = await inspector.prepare(files, control)
  return files.map(({ path, options }) => {
    try {
      return prepared.inspect(path, options)
    } catch (error) {
      if (!(error instanceof SeventyError)) throw error
      return { ...nothing, error: { code: error.code, message: error.message } }
    }
  })
}

const nothing: FileInspection = {
  error: null,
  dataset: null,
  by: null,
  candidates: [],
  columns: [],
  mapping: {},
  missing: [],
  rows: 0,
  whole: false,
  dates: [],
  numbers: [],
}
