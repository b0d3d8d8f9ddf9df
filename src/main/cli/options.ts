import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { SeventyError } from '../../shared/errors'
import type { CommandName } from './usage'

/** Options of every command (CLI.md). */
const common = {
  workspace: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig

type Common = typeof common
interface Strict<T extends ParseArgsOptionsConfig> {
  args: string[]
  options: Common & T
  strict: true
  allowPositionals: true
}

/** Reads the options of a command beside the common ones; throws `usage` for what it does not know. */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  command: CommandName,
  own: T,
  args: readonly string[],
): ReturnType<typeof parseArgs<Strict<T>>> {
  try {
    return parseArgs<Strict<T>>({
      args: [...args],
      options: { ...common, ...own },
      strict: true,
      allowPositionals: true,
    })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    throw usage(`${reason}. See: ${command} --help`)
  }
}

/** A `usage` error (exit status 2). */
export function usage(message: string): SeventyError {
  return new SeventyError('usage', message)
}

/**
 * Refuses words that a command has no use for; throws `usage`. A name of two words without quotes
 * would otherwise answer for another partner.
 */
export function noWords(words: readonly string[], command: CommandName): void {
  const [first] = words
  if (first === undefined) return
  throw usage(
    `${command} does not take "${first}"; put quotes around a name of several words. See: ${command} --help`,
  )
}

/** The value of an option that has to be there. */
export function required(value: string | undefined, option: string, command: CommandName): string {
  if (value !== undefined && value.trim() !== '') return value
  throw usage(`${command} needs ${option}. See: ${command} --help`)
}

/** The value if it is one of the allowed ones; throws `usage` naming them. */
export function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw usage(`${option} takes ${allowed.join(' or ')}, not "${value}".`)
}
