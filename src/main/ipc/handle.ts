import type { Answer, Contract, Parsed, ProcedureName } from '../../shared/contract'
import { contract } from '../../shared/contract'
import { SeventyError, toErrorBody } from '../../shared/errors'
import type { Reply } from '../../shared/api'
import type { z } from 'zod'

/** Who called: enough to send events back to the same window. */
export interface Caller {
  send(channel: string, payload: unknown): void
}

/** One handler for each procedure of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [N in ProcedureName]: (
    input: Parsed<N>,
    caller: Caller,
  ) => Answer<N> | Promise<Answer<N>>
}

export interface HandleOptions<Event> {
  /** Registers a channel: `ipcMain.handle`. */
  readonly listen: (
    channel: string,
    listener: (event: Event, input: unknown) => Promise<Reply<unknown>>,
  ) => void
  readonly isTrusted: (event: Event) => boolean
  readonly callerOf: (event: Event) => Caller
  /** Parse outputs too: in development and tests. */
  readonly checkOutput: boolean
  /** Told of every fault of the program, for the log. */
  readonly onFault: (name: ProcedureName, error: unknown) => void
}

/**
 * Opens every procedure of the contract to the window: checks who calls, parses the input, runs
 * the handler and turns whatever it throws into a reply with code and details.
 */
export function handleContract<Event>(handlers: Handlers, options: HandleOptions<Event>): void {
  for (const name of Object.keys(contract) as ProcedureName[])
    handleProcedure(name, handlers, options)
}

/** Opens a single procedure; the print page of a run without a window needs no more. */
export function handleProcedure<N extends ProcedureName, Event>(
  name: N,
  handlers: Pick<Handlers, N>,
  options: HandleOptions<Event>,
): void {
  options.listen(name, (event, input) => reply(name, handlers, options, event, input))
}

async function reply<Event, N extends ProcedureName>(
  name: N,
  handlers: Pick<Handlers, N>,
  options: HandleOptions<Event>,
  event: Event,
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    if (!options.isTrusted(event)) {
      throw new SeventyError('internal', 'This page may not call Seventy.', { procedure: name })
    }
    const value = await handlers[name](parseInput(name, input), options.callerOf(event))
    if (options.checkOutput && !contract[name].job) contract[name].output.parse(value)
    return { ok: true, value }
  } catch (error) {
    const body = toErrorBody(error)
    if (body.code === 'internal') options.onFault(name, error)
    return { ok: false, error: body }
  }
}

function parseInput<N extends ProcedureName>(name: N, input: unknown): Parsed<N> {
  const schema: z.ZodType = (contract as Contract)[name].input
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data as Parsed<N>
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new SeventyError(
    'input-invalid',
    `${name}: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'invalid'}`,
    {
      procedure: name,
      issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    },
  )
}
