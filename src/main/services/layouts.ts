import { SeventyError } from '../../shared/errors'
import type { FileChoices } from '../../shared/imports'
import {
  layoutsFileSchema,
  layoutsFormat,
  mappingSchema,
  type SavedLayout,
} from '../../shared/layouts'
import type { FileAccount, ReadOptions, TextFiles } from './intake-ports'
import type { Clock, WritableLayouts, WritableWorkspace } from './ports'

/** Larger than any file of layouts that somebody could have answered one by one. */
const FILE_BYTES = 16 * 1024 * 1024

/**
 * Keeps the answers about a file that was read, for the next one with its header: only answers of the
 * user's, and only when asked to. Answers given earlier stand where this file needed none.
 */
export function rememberLayout(
  { workspace, clock }: { readonly workspace: WritableLayouts; readonly clock: Clock },
  { mapping, dateOrder, decimal, remember }: FileChoices,
  { dataset, layout }: FileAccount,
): void {
  if (!remember || !layout || !(mapping ?? dateOrder ?? decimal)) return
  const known = workspace.layout(layout.fingerprint)
  workspace.saveLayout({
    ...layout,
    dataset,
    dateOrder: dateOrder ?? known?.dateOrder ?? null,
    decimal: decimal ?? known?.decimal ?? null,
    savedAt: clock.now(),
  })
}

/** Layouts as the text of a file that {@link importLayouts} takes. */
export function layoutsText(layouts: readonly SavedLayout[]): string {
  return `${JSON.stringify({ format: layoutsFormat, layouts }, null, 2)}\n`
}

/**
 * Takes the layouts of a file into the workspace; each takes the place of what was saved about the
 * same header. Throws what reading a text file throws, and `layouts-file-invalid`.
 */
export function importLayouts(
  workspace: WritableWorkspace & WritableLayouts,
  clock: Clock,
  files: TextFiles,
  path: string,
): { readonly count: number } {
  const { name, text } = files.read(path, FILE_BYTES)
  const layouts = layoutsIn(jsonOf(text), name, path)
  return workspace.transaction(() => {
    for (const layout of layouts) workspace.saveLayout(layout)
    workspace.audit({
      at: clock.now(),
      action: 'layouts-imported',
      subject: name,
      details: { count: layouts.length },
    })
    return { count: layouts.length }
  })
}

/**
 * Layouts from a file for one import: remembered ones that were saved as a file, each for files with
 * its header, or one mapping for all files. Throws as {@link importLayouts}.
 */
export function readMapping(files: TextFiles, path: string): NonNullable<ReadOptions['layoutOf']> {
  const { name, text } = files.read(path, FILE_BYTES)
  const json = jsonOf(text)
  const single = mappingSchema.safeParse(json)
  if (!single.success) {
    const layouts = layoutsIn(json, name, path)
    return (fingerprint) => layouts.find((layout) => layout.fingerprint === fingerprint)
  }
  const { dateOrder = null, decimal = null, ...mapping } = single.data
  return (fingerprint) => ({ ...mapping, fingerprint, dateOrder, decimal, savedAt: '' })
}

function layoutsIn(json: unknown, name: string, path: string): readonly SavedLayout[] {
  const parsed = layoutsFileSchema.safeParse(json)
  if (parsed.success) return parsed.data.layouts
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new SeventyError(
    'layouts-file-invalid',
    `${name} holds no mapping of columns${place === '' ? '' : ` (${place}: ${issue?.message ?? ''})`}. Choose a file that was saved from the list of remembered layouts.`,
    { file: path, place },
  )
}

/** Throws `layout-not-found`. */
export function removeLayout(
  workspace: WritableWorkspace & WritableLayouts,
  clock: Clock,
  fingerprint: string,
): void {
  workspace.transaction(() => {
    if (!workspace.removeLayout(fingerprint)) {
      throw new SeventyError(
        'layout-not-found',
        'This layout is no longer remembered. The list is out of date; open it again.',
        { fingerprint },
      )
    }
    workspace.audit({
      at: clock.now(),
      action: 'layout-removed',
      subject: fingerprint,
      details: {},
    })
  })
}

/** undefined for what is no JSON, which no schema takes. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
