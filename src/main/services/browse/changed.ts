import { SeventyError } from '../../../shared/errors'

/** What was read does not belong together any more. */
export function changedMeanwhile(): SeventyError {
  return new SeventyError(
    'data-changed',
    'The data of this partner changed while it was being read. Ask again.',
  )
}
