/**
 * The faults that Seventy can report, each with the exit status the command line gives it.
 * A code is a promise to scripts: it may be added, never renamed (CLI.md "Exit status").
 */
export const errorCodes = {
  // 1: a fault of the program
  internal: 1,
  cancelled: 1,
  // 2: wrong usage
  usage: 2,
  // 3: input rejected, nothing stored
  'input-invalid': 3,
  'profile-exists': 3,
  'profile-name-invalid': 3,
  'file-unreadable': 3,
  'file-empty': 3,
  'file-header-only': 3,
  'file-not-text': 3,
  'file-is-workbook': 3,
  'file-unrecognised': 3,
  'file-ambiguous': 3,
  'mapping-invalid': 3,
  'layouts-file-invalid': 3,
  'file-too-large': 3,
  'file-changed': 3,
  'archive-too-large': 3,
  'archive-inflated-too-large': 3,
  'archive-ratio-too-high': 3,
  'archive-table-too-large': 3,
  'archive-damaged': 3,
  'archive-encrypted': 3,
  'archive-method-unknown': 3,
  'archive-nested': 3,
  'archive-without-table': 3,
  'archive-ambiguous': 3,
  'workbook-damaged': 3,
  'workbook-entities': 3,
  'workbook-encrypted': 3,
  'sheet-too-large': 3,
  'sheet-ambiguous': 3,
  'sheet-not-found': 3,
  'columns-missing': 3,
  'column-duplicate': 3,
  'columns-too-many': 3,
  'cell-too-long': 3,
  'quote-unbalanced': 3,
  'date-order-ambiguous': 3,
  'decimal-separator-ambiguous': 3,
  'rows-rejected': 3,
  // 3 as well: what is wrong with a row, when all rejected rows share one cause
  'month-invalid': 3,
  'date-invalid': 3,
  'tenant-id-invalid': 3,
  'number-invalid': 3,
  'number-out-of-range': 3,
  'flag-invalid': 3,
  'value-missing': 3,
  'fields-missing': 3,
  'fields-surplus': 3,
  'cell-error': 3,
  'formula-without-value': 3,
  'output-unwritable': 3,
  'report-unreadable': 3,
  'report-data-missing': 3,
  'report-data-invalid': 3,
  'report-inputs-missing': 3,
  'report-disagrees': 3,
  'branding-colour-too-light': 3,
  'edition-invalid': 3,
  'edition-id-taken': 3,
  'edition-built-in': 3,
  'backup-damaged': 3,
  'scenario-name-invalid': 3,
  'scenario-exists': 3,
  'scenario-customer-unknown': 3,
  'scenario-customer-twice': 3,
  'scenario-workload-unknown': 3,
  'scenario-certification-unknown': 3,
  'scenarios-too-many': 3,
  'import-withdrawn': 3,
  'import-in-force': 3,
  'name-known': 3,
  'name-unknown': 3,
  'data-changed': 3,
  'rows-too-many': 3,
  'view-name-invalid': 3,
  'view-exists': 3,
  'views-too-many': 3,
  'nothing-to-undo': 3,
  'nothing-to-redo': 3,
  'step-not-next': 3,
  'totals-invalid': 3,
  'actions-too-many': 3,
  'notes-too-many': 3,
  'snapshots-too-many': 3,
  // 4: not found
  'profile-not-found': 4,
  'workspace-not-found': 4,
  'edition-not-found': 4,
  'file-token-unknown': 4,
  'job-not-found': 4,
  'scenario-not-found': 4,
  'layout-not-found': 4,
  'import-not-found': 4,
  'name-not-treated': 4,
  'view-not-found': 4,
  'row-not-found': 4,
  'customer-not-found': 4,
  'action-not-found': 4,
  'note-not-found': 4,
  'snapshot-not-found': 4,
  // 5: workspace locked, damaged, foreign, or of a newer version
  'workspace-locked': 5,
  'workspace-damaged': 5,
  'workspace-newer': 5,
  'workspace-foreign': 5,
} as const

export type ErrorCode = keyof typeof errorCodes

/** What an error says beyond its message: the place (file, row, column, value) and whatever helps. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** An error as it crosses a process border or lands in JSON. */
export interface ErrorBody {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/**
 * The one error type that Seventy throws on purpose. `message` is a full sentence in plain words
 * that says what happened and what to do; `details` names the place.
 */
export class SeventyError extends Error {
  override readonly name = 'SeventyError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

/** Exit status of the command line for a code (CLI.md "Exit status"). */
export function exitStatus(code: ErrorCode): number {
  return errorCodes[code]
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value)
}

/** Any thrown value as a body that can be cloned and serialised; what is not ours is `internal`. */
export function toErrorBody(error: unknown): ErrorBody {
  if (error instanceof SeventyError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'internal',
    message: `Something went wrong inside Seventy: ${message}`,
    details: {},
  }
}

/** The inverse of {@link toErrorBody} on the other side of a border. */
export function fromErrorBody(body: ErrorBody): SeventyError {
  const code = isErrorCode(body.code) ? body.code : 'internal'
  return new SeventyError(code, body.message, body.details)
}
