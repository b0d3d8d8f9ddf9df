import { z } from 'zod'

const colour = z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/)])

/**
 * How the reports of a firm look, or those for one partner. An empty text stands for what is not
 * chosen: for a partner that of the firm, for the firm the product's own.
 */
export const brandingSchema = z.strictObject({
  preparedBy: z.string().trim().max(120),
  preparedFor: z.string().trim().max(120),
  /** The class on the cover and in the footer, "Confidential". */
  confidentiality: z.string().trim().max(40),
  /** A line of the firm's own in the footer. */
  footer: z.string().trim().max(80),
  /** `#rrggbb`; carries text, and so has to stand out from paper as text does. */
  accent: colour,
  /** The second colour of charts. */
  second: colour,
  /** Marks every page as a draft. */
  draft: z.boolean(),
})
export type Branding = z.infer<typeof brandingSchema>
