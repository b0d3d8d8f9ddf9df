import { extname } from 'node:path'
import { browseFormat, type BrowseFormat } from '../../../shared/browse'
import { browseColumns, browseTables } from '../../../shared/browse-columns'
import { exportRows } from '../../reporting/export-rows'
import { Browse } from '../../services/browse/browse'
import { requireProfileNamed } from '../../services/profiles'
import { Scores } from '../../services/scores'
import { editionOption } from '../edition-option'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, oneOf, readOptions, required, usage } from '../options'
import { reading } from '../workspace'
import { scoreDate } from './score'

const options = {
  profile: { type: 'string' },
  table: { type: 'string' },
  out: { type: 'string' },
  search: { type: 'string' },
  'as-of': { type: 'string' },
  edition: { type: 'string' },
} as const

/** `data`: the rows of a data screen as a file; the ending of `--out` is the format. */
export async function runData(
  args: readonly string[],
  environment: CliEnvironment,
): Promise<CommandResult> {
  const { values, positionals } = readOptions('data', options, args)
  noWords(positionals, 'data')
  const name = required(values.profile, '--profile NAME', 'data')
  const wanted = required(values.table, `--table ${browseTables.join('|')}`, 'data')
  const table = oneOf(wanted, browseTables, '--table')
  const out = required(values.out, '--out FILE', 'data')
  const format = formatOf(out)
  const asOf = scoreDate(values['as-of'], environment)
  const { edition, own } = editionOption(values.edition)
  return reading(values, environment, async (workspace) => {
    const profile = requireProfileNamed(workspace, name)
    // Nothing else waits for this process.
    const browse = new Browse(workspace, new Scores(workspace, environment.clock, own), () =>
      Promise.resolve(),
    )
    const query = {
      ...{ profileId: profile.id, table, format, asOf, edition, search: values.search ?? '' },
      ...{ filters: [], sort: null, columns: browseColumns[table].map(({ id }) => id) },
    }
    const control = { progress: () => undefined, cancelled: () => false }
    const written = await exportRows(browse, query, out, control)
    return {
      document: { profile: profile.name, table, path: out, format, ...written },
      text: `${out}: ${profile.name}, ${String(written.rows)} rows, ${String(written.bytes)} bytes\n`,
    }
  })
}

function formatOf(out: string): BrowseFormat {
  const ending = extname(out).slice(1).toLowerCase()
  const format = browseFormat.options.find((each) => each === ending)
  if (format) return format
  throw usage(`--out takes a file ending in .csv or .xlsx, not "${out}".`)
}
