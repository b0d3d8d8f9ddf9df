import { SeventyError } from '../../../shared/errors'
import { readReport } from '../../reporting/read-report'
import { editionById } from '../../rules/registry'
import { verifyReport, type Comparison, type Verification } from '../../services/verify-report'
import { editionOption } from '../edition-option'
import type { CommandResult } from '../environment'
import { readOptions, usage } from '../options'

/**
 * `verify-report`: whether the pages of a PDF, the data attached to it and a score computed again from
 * them agree. Opens no workspace. `report-disagrees` when they do not.
 */
export async function runVerifyReport(args: readonly string[]): Promise<CommandResult> {
  const options = { edition: { type: 'string' } } as const
  const { values, positionals } = readOptions('verify-report', options, args)
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0)
    throw usage('verify-report takes one FILE.pdf. See: verify-report --help')
  const { own } = editionOption(values.edition)
  const result = verifyReport(
    await readReport(path),
    (id) => own.find((each) => each.id === id) ?? editionById(id),
  )
  const text = textOf(path, result)
  const differences = [...result.printed.differences, ...result.recomputed.differences]
  const document = { path, agrees: differences.length === 0, ...result }
  if (differences.length === 0) return { document, text }
  return { document, text, failure: disagreement(path, differences.length) }
}

function textOf(path: string, result: Verification): string {
  const { reportId, client, asOf, edition, total, printed, recomputed } = result
  return [
    `${path}: report ${reportId} of ${client}, ${asOf}, ${edition}`,
    `  attached data   ${total === null ? 'no data' : `${String(total)} points`}`,
    ...lines('  printed pages  ', printed),
    ...lines('  computed again ', recomputed),
    '',
  ].join('\n')
}

function lines(label: string, { compared, differences }: Comparison): string[] {
  const state = differences.length === 0 ? 'agree' : `${String(differences.length)} differ`
  return [
    `${label} ${state} (${String(compared)} compared)`,
    ...differences.map(
      ({ what, attached, found }) => `    ${what}: ${attached} attached, ${found}`,
    ),
  ]
}

function disagreement(path: string, differences: number): SeventyError {
  return new SeventyError(
    'report-disagrees',
    `${path} does not agree with itself (${String(differences)} differences). It was changed after it was exported; ask its author for the original.`,
    { file: path, differences },
  )
}
