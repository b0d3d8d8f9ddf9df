import { afterAll, beforeAll } from 'vitest'

const NAMES = ['clientWidth', 'clientHeight'] as const
type Name = (typeof NAMES)[number]

/** Gives every element of a spec a size, which a document without layout does not have. */
export function elementsHaveSize(width = 800, height = 480): void {
  const size: Readonly<Record<Name, number>> = { clientWidth: width, clientHeight: height }
  const restore: (() => void)[] = []
  beforeAll(() => {
    for (const name of NAMES) {
      const { owner, property } = whereItIs(name)
      restore.push(() => Object.defineProperty(owner, name, property))
      Object.defineProperty(owner, name, { configurable: true, get: () => size[name] })
    }
  })
  afterAll(() => {
    for (const undo of restore) undo()
  })
}

/** The prototype of elements that has the property; it need not be the one that is called HTMLElement. */
function whereItIs(name: Name) {
  let owner: object | null = document.createElement('div')
  while (owner !== null) {
    const property = Object.getOwnPropertyDescriptor(owner, name)
    if (property) return { owner, property }
    owner = Object.getPrototypeOf(owner) as object | null
  }
  throw new Error(`Elements have no ${name}.`)
}
