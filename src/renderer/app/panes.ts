/** The parts of the window between which F6 moves: rail, content, inspector, status bar. */
const PANE = '[data-pane]'

/**
 * Puts the focus on the next pane (or with -1 the previous one) of those that can be seen, in the
 * order of the page, beginning anew after the last. The pane itself takes it, so that it is read out
 * and Tab goes on inside.
 */
export function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANE)].filter(isShown)
  if (panes.length === 0) return
  const here = document.activeElement?.closest<HTMLElement>(PANE)
  const at = here ? panes.indexOf(here) : step === 1 ? -1 : 0
  const next = panes[(at + step + panes.length) % panes.length]
  // A pane that was reached by the mouse still shows that it has the focus now.
  next?.focus({ preventScroll: true, focusVisible: true } as FocusOptions)
}

function isShown(pane: HTMLElement): boolean {
  return !pane.hidden && pane.getAttribute('aria-hidden') !== 'true'
}
