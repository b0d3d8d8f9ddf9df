// @ts-check
import { commandOf, shortcutsFor } from '../menu/shortcuts.mjs'
import { notImplemented } from '../start/report.mjs'

/** @typedef {import('./web-contents.mjs').WebContents} WebContents */

/** Keys of one page: first `before-input-event`, then the menu, as in Electron. */
export class Keyboard {
  /** @param {WebContents} contents */
  constructor(contents) {
    this.contents = contents
    contents.page.on('world', (context) => this.#tell(context))
    contents.on('newListener', (name) => {
      if (name === 'before-input-event') queueMicrotask(() => this.refresh())
    })
  }

  /** Tells all documents which keys belong to the menu. */
  refresh() {
    for (const context of this.contents.page.worlds.keys()) this.#tell(context)
  }

  /** @param {number} context */
  #tell(context) {
    const everyKey = this.contents.listenerCount('before-input-event') > 0
    this.contents.page.post(context, ['shortcuts', shortcutsFor(this.contents), everyKey])
  }

  /** @param {Electron.Input} input @param {number | null} command the menu item that the key belongs to */
  receive(input, command) {
    const event = {
      ...this.contents.createEvent(),
      preventDefault: () => {
        // The page has had its own turn already, and nobody can take that back.
        if (command === null)
          notImplemented('before-input-event: preventDefault of a key outside the menu')
        event.defaultPrevented = true
      },
    }
    this.contents.emit('before-input-event', event, input)
    if (command === null || event.defaultPrevented) return
    commandOf(command)?.run(this.contents, {
      triggeredByAccelerator: true,
      ctrlKey: input.control,
      shiftKey: input.shift,
      altKey: input.alt,
      metaKey: input.meta,
    })
  }
}
