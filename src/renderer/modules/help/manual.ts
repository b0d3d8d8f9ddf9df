import english from '../../locales/manual.en.json'

/** One heading of a chapter with what stands below it, in this order. */
export interface Section {
  readonly heading: string
  readonly text?: readonly string[]
  /** To be done one after the other. */
  readonly steps?: readonly string[]
  readonly points?: readonly string[]
  readonly table?: {
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
}

export interface Chapter {
  readonly id: string
  readonly title: string
  readonly lead: string
  /** Names of the screens that it explains. */
  readonly screens: readonly string[]
  readonly sections: readonly Section[]
}

/** The manual, in the order in which it is read. */
export const manual: readonly Chapter[] = english

/** The chapter with this id, or the first one. */
export function chapterOf(id: string | undefined): Chapter {
  const [first] = manual
  const chapter = manual.find((each) => each.id === id) ?? first
  if (!chapter) throw new RangeError('The manual has no chapter.')
  return chapter
}

/** The chapter that explains a screen, or the first one. */
export function chapterFor(screen: string): Chapter {
  return chapterOf(manual.find(({ screens }) => screens.includes(screen))?.id)
}

/** Chapters that hold every word that is sought, wherever in them it stands. */
export function chaptersWith(sought: string): readonly Chapter[] {
  const words = fold(sought).split(/\s+/).filter(Boolean)
  return manual.filter((chapter) => {
    const all = fold(textOf(chapter))
    return words.every((word) => all.includes(word))
  })
}

function textOf({ title, lead, sections }: Chapter): string {
  const parts = sections.flatMap(({ heading, text = [], steps = [], points = [], table }) => [
    ...[heading, ...text, ...steps, ...points],
    ...(table ? [table.head, ...table.rows].flat() : []),
  ])
  return [title, lead, ...parts].join(' ')
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}
