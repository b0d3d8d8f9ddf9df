import type { HistoryFile, ImportedMonth, ImportEntry } from '../../shared/import-history'

/** The imports of a partner for people, newest first, with every file and what became of its months. */
export function importsTable(imports: readonly ImportEntry[]): string {
  return imports.map(entryText).join('') || 'Nothing was imported yet.\n'
}

function entryText({ id, mode, importedAt, importedBy, withdrawnAt, files }: ImportEntry): string {
  const who = importedBy === null ? '' : ` by ${importedBy}`
  const undone = withdrawnAt === null ? '' : `, undone ${withdrawnAt}`
  return `${id}  ${importedAt}${who}, ${mode}${undone}\n${files.map(fileText).join('')}`
}

function fileText(file: HistoryFile): string {
  const rows = `${file.rowsAccepted} of ${file.rowsRead} rows`
  return `    ${file.name}: ${file.dataset}, ${rows}; ${standing(file)}\n      sha-256 ${file.sha256}\n`
}

/** Which months count and which do not, in runs of the same fate. */
function standing({ months, repeats }: HistoryFile): string {
  if (months.length === 0) return 'no rows'
  if (repeats !== null) return `repeats import ${repeats}`
  const runs: ImportedMonth[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run?.[0] && fateOf(run[0]) === fateOf(month)) run.push(month)
    else runs.push([month])
  }
  return runs.map((run) => `${span(run)}${run[0] ? fateOf(run[0]) : ''}`).join('; ')
}

function span(run: readonly ImportedMonth[]): string {
  const [first] = run
  const last = run.at(-1)
  if (!first?.month || !last?.month) return ''
  return first === last ? `${first.month} ` : `${first.month} to ${last.month} `
}

function fateOf({ state, replacedBy }: ImportedMonth): string {
  const by = replacedBy.length === 0 ? '' : ` by ${replacedBy.join(', ')}`
  if (state === 'in-force') return 'in force'
  if (state === 'in-part') return `in force in part, the rest replaced${by}`
  return state === 'withdrawn' ? 'undone' : `${state}${by}`
}
