import type { Archive } from '../archive/archive'
import { cellMarks } from '../csv/record'
import { EMPTY, type CellStore } from './cell-store'
import { elements, elementOf } from './sheet-elements'
import { scanPart } from './xml-part'
import type { XmlTarget } from './xml-scanner'
import { XmlText } from './xml-text'

/** The strings that cells of all sheets share, in the store of the workbook from its first content on. */
export class SharedStrings implements XmlTarget {
  private readonly first: number
  private readonly value = new XmlText()
  private readonly longOnes = new Set<number>()
  private inString = false
  private inText = false
  private phonetic = false
  /** How many there are. */
  count = 0

  constructor(private readonly store: CellStore) {
    this.first = store.size
  }

  /** Reads the part; `between` is called now and then and may throw to stop. */
  async read(archive: Archive, part: string, between: () => void): Promise<void> {
    await scanPart(archive, part, this, () => {
      between()
      return true
    })
    this.end()
  }

  /** Says that all of them were read. */
  end(): void {
    this.count = this.store.size - this.first
  }

  /** The content that a cell means by its number. */
  content(index: number): number {
    const content = this.first + index
    return this.store.start(content) === this.store.end(content) ? EMPTY : content
  }

  /** Whether a string has more characters than a cell may have. */
  isTooLong(index: number): boolean {
    return this.longOnes.has(index)
  }

  open(bytes: Buffer, name: number, nameEnd: number): void {
    switch (elementOf(bytes, name, nameEnd)) {
      case elements.si:
        this.inString = true
        this.value.clear()
        break
      case elements.t:
        this.inText = this.inString && !this.phonetic
        break
      case elements.rPh:
        this.phonetic = true
        break
    }
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    switch (elementOf(bytes, name, nameEnd)) {
      case elements.si:
        this.inString = false
        this.keep()
        break
      case elements.t:
        this.inText = false
        break
      case elements.rPh:
        this.phonetic = false
        break
    }
  }

  /** Runs of different fonts are one text; what stands between the runs is layout of the XML. */
  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (this.inText) this.value.take(bytes, from, to, literal)
  }

  settle(): void {
    this.value.settle()
  }

  private keep(): void {
    const { value, store } = this
    value.unescape()
    if (value.tooLong) {
      this.longOnes.add(store.size - this.first)
      value.clear()
    }
    store.append(value.bytes, value.from, value.to, cellMarks.text)
  }
}
