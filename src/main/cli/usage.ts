import { templatePages } from '../../shared/report-pages'
import { leverId } from '../../shared/plan'

export const commandNames = [
  'profile',
  'import',
  'imports',
  'score',
  'trend',
  'plan',
  'actions',
  'forecast',
  'report',
  'backup',
  'restore',
  'data',
  'verify-report',
  'verify',
  'sample',
] as const
export type CommandName = (typeof commandNames)[number]

export function isCommand(word: string | undefined): word is CommandName {
  return commandNames.some((name) => name === word)
}

const everywhere = `
  --workspace FILE   the workspace file; default: the app's own
  --json             one JSON document on stdout, nothing else there
  --help             this text`

/** What each command does, as `--help` prints it. */
export const usageOf: Readonly<Record<CommandName, string>> = {
  profile: `profile add --name NAME [--mpn ID]   add a partner profile (creates the workspace if there is none)
profile list                         list the profiles
profile remove NAME                  remove a profile with all its data
${everywhere}`,
  import: `import --profile NAME FILE…   import files; the kind is recognised by content

  --mode replace|append   replace (default): the months and locations a file covers take its rows; append: add to them
  --skip-bad-rows         leave bad rows out instead of stopping
  --rejects OUT.csv       save the rows that were left out, with the reason
  --date-order dmy|mdy    how to read 3/4/2023 when the column itself cannot decide
  --decimal comma|point   how to read 1,234 when the column itself cannot decide
  --mapping FILE.json     which column is which, where the header does not say it
  --sheet NAME            the sheet of a workbook, or the table within an archive, when several hold a report
${everywhere}`,
  imports: `imports --profile NAME   the imports of a partner, newest first: files, months, and which of them still count

imports withdraw ID     undo an import, however many came after it: everything is as if it had never been
imports restore ID      bring an undone import back
imports erase ID --yes  erase an undone import for good; this cannot be taken back
${everywhere}`,
  score: `score --profile NAME   one score

  --as-of YYYY-MM-DD     the score date; default: today
  --explain              also tells who and which rows (file and line) made each number, and what was left out
  --since YYYY-MM-DD     also tells what changed since that earlier date, and why
  --edition ID|FILE.json the rule edition, or a file with one; default: the partner's, else the one valid on that date
  --reading ID=VALUE     another reading of an open question; may be repeated
${everywhere}`,
  trend: `trend --profile NAME --from YYYY-MM --to YYYY-MM   the score on the first day of every month

  --edition ID|FILE.json one rule edition, or a file with one, for all months; default: the partner's, else the one valid on each day
  --reading ID=VALUE     another reading of an open question; may be repeated
${everywhere}`,
  plan: `plan --profile NAME   the ranked ways to the threshold, cheapest first

  --as-of YYYY-MM-DD     the score date; default: today
  --by YYYY-MM-DD        the day of the goal: known expiries and months that roll out are taken into account
  --effort LEVER=DAYS    what one of a lever takes; may be repeated; default: as saved for the partner
  --limit LEVER=NUMBER   how many of a lever at most; may be repeated; default: as saved for the partner
  --edition ID|FILE.json the rule edition; default: the one valid on the day of the goal
  --reading ID=VALUE     another reading of an open question; may be repeated
  levers: ${leverId.options.join(', ')}
${everywhere}`,
  actions: `actions --profile NAME   the actions of a partner: owner, due date, status, expected points

  --status open|in-progress|done|dropped   only those; may be repeated
${everywhere}`,
  forecast: `forecast --profile NAME   the score in the months to come if nothing is done, and why

  --as-of YYYY-MM-DD     the date to look ahead from; default: today
  --months N             how many months, 1 to 24; default: 6
  --usage steady|none    steady (default): every customer keeps the usage of the newest month; none: nobody uses anything
  --edition ID|FILE.json one rule edition for all months; default: the one valid on each day
  --reading ID=VALUE     another reading of an open question; may be repeated
${everywhere}`,
  report: `report --profile NAME --out FILE.pdf|.xlsx|.csv|.html|.json   one report; the ending is the format
report --all --out-dir DIR   one PDF for every partner with data, and the page of all of them

  --as-of YYYY-MM-DD     the score date; default: today
  --edition ID|FILE.json the rule edition, or a file with one; default: the partner's, else the one valid on that date
  --page-size A4|Letter  default: the workspace's setting
  --template NAME        full (default), brief (one page), change (since the month before), roster (people)
  --pages LIST           of the template's pages only these, joined by commas; default: all
                         full: ${templatePages.full.join(', ')}
  --id ID                issues a report again under its id: same data, same day, same bytes; default: a new id
${everywhere}`,
  backup: `backup --out FILE   copy the workspace, also while the app has it open; the copy is checked
${everywhere}`,
  restore: `restore FILE   put a backup in the place of the workspace, which is kept beside it; close the app first
${everywhere}`,
  data: `data --profile NAME --table TABLE --out FILE.csv|FILE.xlsx   the rows of a data screen as a file

  --table customers|people|azure|m365   what to write: one row a customer, person or stored row of usage
  --search TEXT          only rows whose customer, tenant id or person contains the text
  --as-of YYYY-MM-DD     the score date, for what counts; default: today
  --edition ID|FILE.json the rule edition, or a file with one; default: the partner's, else the one valid on that date
${everywhere}`,
  'verify-report': `verify-report FILE.pdf   whether pages, attached data and a score computed again from them agree

  --edition FILE.json    the rules, when the report was made with an edition of one's own
${everywhere}`,
  sample: `sample --out-dir DIR   write the files of three invented partners, to try an import with
${everywhere}`,
  verify: `verify   check the workspace: file, schema, references, and that every rollup equals its rows
${everywhere}`,
}

/** The overview of all commands. */
export const usageText = `Seventy keeps the partner capability score of several partners, offline.

${commandNames.map((name) => `${usageOf[name].split('\n')[0] ?? ''}`).join('\n')}

COMMAND --help tells more. Works with data exported from Microsoft Partner Center; every score is an estimate.
`
