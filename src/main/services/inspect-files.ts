import { SeventyError } from '../../shared/errors'
import type { FileChoices } from '../../shared/imports'
import type { FileInspection } from '../../shared/inspection'
import type { FileInspector, ReadableLayouts } from './ports'

export interface InspectRequest {
  readonly paths: readonly string[]
  /** What was decided about single files, in the order of the paths. */
  readonly choices?: readonly FileChoices[] | undefined
}

/** Looks at the first rows of files; one that cannot be looked into says why, and hides none of the others. */
export function inspectFiles(
  {
    workspace,
    inspector,
  }: {
    readonly workspace: ReadableLayouts
    readonly inspector: FileInspector
  },
  { paths, choices }: InspectRequest,
): FileInspection[] {
  const layoutOf = (fingerprint: string) => workspace.layout(fingerprint)
  return paths.map((path, index) => {
    try {
      return inspector.inspect(path, { ...choices?.[index], layoutOf })
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
