import type { FileReport } from '../../../shared/imports'
import type { ImportWriter } from '../ports'

/** What an import does to changes by hand is said before it is agreed to; nothing of it is silent. */
export function notesByHand(
  byHand: ImportWriter['byHand'][number] | undefined,
): FileReport['notes'] {
  const { changesLost = 0, entriesKept = 0 } = byHand ?? {}
  const [changes, rows] = [counted(changesLost, 'change'), counted(entriesKept, 'row')]
  return [
    {
      ...{ code: 'changes-by-hand-replaced', count: changesLost },
      message: `${changes} by hand will be lost: this file replaces the rows that were changed. Change them again after the import if they are still wrong.`,
    },
    {
      ...{ code: 'entered-by-hand-kept', count: entriesKept },
      message: `${rows} entered by hand for the same months stay and count beside this file. Leave out what the file now holds as well.`,
    },
  ].filter(({ count }) => count > 0)
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
