/** The window's texts: a key, its values, and a number that chooses between singular and plural. */
type Texts = (key: string, values: Record<string, unknown>) => string

const named = ['step-1', 'step-2', 'step-3', 'pool']

/** A step of the certifications in a word or two; an edition may call its steps as it likes. */
export function stepWords(id: string, t: Texts): string {
  const key = named.includes(id) ? id : 'other'
  return t(`step.name.${key}`, { step: id.replaceAll('-', ' ') })
}
