import { z } from 'zod'
import type { ErrorCode } from './errors'
import { fileToken } from './primitives'

/** One line of the contract: who answers, what goes in, what comes out, and which errors there are. */
export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly runs: 'desktop' | 'reader' | 'writer'
  readonly job: boolean
  readonly input: I
  readonly output: O
  readonly errors: readonly ErrorCode[]
}

/** A procedure that reads one small text file, and what can be wrong with it. */
export const oneFile = z.strictObject({ files: z.array(fileToken).length(1) })
export const textFileErrors = [
  'file-token-unknown',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-changed',
] as const satisfies readonly ErrorCode[]

/** The threads that answer. */
export type Runs = Procedure['runs']

/** A procedure that answers with its output. */
export function procedure<R extends Runs, I extends z.ZodType, O extends z.ZodType>(
  runs: R,
  input: I,
  output: O,
  errors: readonly ErrorCode[] = [],
) {
  return { runs, job: false as const, input, output, errors }
}

/** A procedure that answers with the id of a job. */
export function job<R extends Runs, I extends z.ZodType, O extends z.ZodType>(
  runs: R,
  input: I,
  output: O,
  errors: readonly ErrorCode[] = [],
) {
  return { runs, job: true as const, input, output, errors }
}
