import type { StepLabel, StepSummary } from './edits'

type Values = StepSummary['values']

/**
 * What steps are called, once: the menu ("Undo rename of customer …"), the command palette and the
 * messages of the window are made from this table. No zod here, so the window may use it.
 */
const words: Readonly<Record<StepLabel, (values: Values) => string>> = {
  'customer-renamed': ({ from, to }) => `rename of customer ${from ?? ''} to ${to ?? ''}`,
  'usage-added': ({ name, subject }) => `usage of ${name ?? ''} by ${subject ?? ''}`,
  'seats-added': ({ name, subject }) => `seats of ${name ?? ''} at ${subject ?? ''}`,
  'certification-added': ({ name, subject }) => `certification ${name ?? ''} of ${subject ?? ''}`,
  'row-changed': ({ name, subject }) => `change of ${name ?? ''} of ${subject ?? ''}`,
  'row-left-out': ({ name, subject }) => `leaving out ${name ?? ''} of ${subject ?? ''}`,
  'row-restored': ({ name, subject }) => `restoring ${name ?? ''} of ${subject ?? ''}`,
  'partner-renamed': ({ from, to }) => `rename of partner ${from ?? ''} to ${to ?? ''}`,
  'settings-changed': () => 'change of settings',
  'scenario-added': ({ name }) => `new scenario ${name ?? ''}`,
  'scenario-changed': ({ name }) => `change of scenario ${name ?? ''}`,
  'scenario-removed': ({ name }) => `removal of scenario ${name ?? ''}`,
  'edition-chosen': ({ edition }) =>
    edition ? `choice of edition ${edition}` : 'return to the edition of the date',
  'totals-typed': () => 'totals typed in',
  'totals-removed': () => 'removal of the totals typed in',
  'anniversary-set': () => 'change of the anniversary month',
  'action-added': ({ name }) => `new action ${name ?? ''}`,
  'action-changed': ({ name }) => `change of action ${name ?? ''}`,
  'action-moved': ({ name, status }) =>
    `action ${name ?? ''} to ${status?.replace('-', ' ') ?? ''}`,
  'action-removed': ({ name }) => `removal of action ${name ?? ''}`,
  'note-added': ({ name }) => `new note “${name ?? ''}”`,
  'note-changed': ({ name }) => `change of note “${name ?? ''}”`,
  'note-removed': ({ name }) => `removal of note “${name ?? ''}”`,
  'snapshot-taken': (values) => `snapshot ${snapshotName(values)}`,
  'snapshot-renamed': (values) => `new name of snapshot ${snapshotName(values)}`,
  'snapshot-removed': (values) => `removal of snapshot ${snapshotName(values)}`,
}

function snapshotName({ name, date }: Values): string {
  return name ? `${name} of ${date ?? ''}` : `of ${date ?? ''}`
}

/** A step in words that follow "Undo" or "Redo", with the partner where it is of one. */
export function stepWords({
  label,
  values,
  partner,
}: Pick<StepSummary, 'label' | 'values' | 'partner'>): string {
  const text = words[label](values)
  return partner === null || label === 'partner-renamed' ? text : `${text} (${partner})`
}
