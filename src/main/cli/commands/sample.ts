import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeventyError } from '../../../shared/errors'
import { writeSampleFiles } from '../../services/sample/create-sample'
import { samplePartners } from '../../services/sample/partners'
import type { CliEnvironment, CommandResult } from '../environment'
import { noWords, readOptions, required } from '../options'

const options = { 'out-dir': { type: 'string' } } as const

/** `sample`: writes the files of the invented partners, to try an import with. */
export function runSample(args: readonly string[], _environment: CliEnvironment): CommandResult {
  const { values, positionals } = readOptions('sample', options, args)
  noWords(positionals, 'sample')
  const folder = required(values['out-dir'], '--out-dir DIR', 'sample')
  const write = (fileName: string, text: string) => writeInto(folder, fileName, text)
  const partners = samplePartners.map((partner) => ({
    name: partner.name,
    mpnId: partner.mpnId,
    files: writeSampleFiles({ write }, partner),
  }))
  const text = partners
    .map(({ name, files }) => `${name}\n${files.map((file) => `  ${file}\n`).join('')}`)
    .join('')
  return { document: { partners }, text }
}

function writeInto(folder: string, fileName: string, text: string): string {
  const path = join(folder, fileName)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
    return path
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeventyError(
      'output-unwritable',
      `The sample cannot be written to ${path} (${reason}).`,
      { file: path },
      error,
    )
  }
}
