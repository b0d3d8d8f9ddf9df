/** A share of paid seats that has to be active, as whole numbers: "15/100"; null asks for none. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** The shares that editions name; a handful, asked for once a customer. */
const known = new Map<string | null, Share>()

/** The share of an edition's text. */
export function shareOf(text: string | null): Share {
  const share = known.get(text) ?? parsed(text ?? '0')
  known.set(text, share)
  return share
}

function parsed(text: string): Share {
  const [numerator = 0, denominator = 1] = text.split('/').map(Number)
  return { numerator, denominator }
}

/**
 * How many of so many paid seats have to be active; 0 where none has to be. Exact: an edition's share
 * has four digits a side, so the product stays below 2^53.
 */
export function activeNeeded(
  { activeShare }: { readonly activeShare: string | null },
  paid: number,
): number {
  const { numerator, denominator } = shareOf(activeShare)
  return Math.floor((paid * numerator + denominator - 1) / denominator)
}
