import type { Bridge, Reply } from '../../shared/api'
import { fromErrorBody, toErrorBody, type SeventyError } from '../../shared/errors'

declare global {
  interface Window {
    readonly seventy: Bridge
  }
}

/** The bridge that the preload exposed. Asked for at each use, so a test can put its own there. */
export function bridge(): Bridge {
  return window.seventy
}

/**
 * Calls a function of the bridge and unwraps its answer; throws the SeventyError of a refusal.
 * The input is copied first: the border clones what it is given, and a Vue proxy cannot be cloned.
 */
export async function ask<I, T>(call: (input: I) => Promise<Reply<T>>, input: I): Promise<T> {
  return unwrap(await call(plain(input)))
}

/** The value of an answer; throws the SeventyError of a refusal. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw fromErrorBody(reply.error)
}

/** A copy without proxies and without `undefined`; everything in the contract is made of JSON values. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** Any thrown value as the error that screens know how to show. */
export function asSeventyError(thrown: unknown): SeventyError {
  return fromErrorBody(toErrorBody(thrown))
}
