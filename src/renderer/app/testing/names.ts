/* A span in the order of the Tab key only passes the focus on; the library of the notices makes two. */
const INTERACTIVE =
  'a[href], button, input, select, textarea, [tabindex="0"]:not(span, [role="radiogroup"]), [role="menuitem"], [role="menuitemradio"], [role="option"], [role="radio"], [role="switch"]'

/** What assistive technology calls an element, as far as this window names elements. */
export function accessibleName(element: Element): string {
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : textOf(document.getElementById(id))))
    .join(' ')
    .trim()
  const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`)
  const candidates = [
    labelled,
    element.getAttribute('aria-label') ?? '',
    textOf(label),
    textOf(element),
  ]
  return candidates.find((text) => text !== '') ?? ''
}

/** The text of an element without what is hidden from assistive technology. */
function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const hidden of copy?.querySelectorAll('[aria-hidden="true"]') ?? []) hidden.remove()
  return copy ? textOn(copy) : ''
}

/** Everything that can be operated, in the order of the page. */
export function controls(root: ParentNode = document.body): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(INTERACTIVE)].filter(
    (element) => element.closest('[aria-hidden="true"]') === null,
  )
}

/** The one control of that name; throws, naming those there are. */
export function control(name: string, root: ParentNode = document.body): HTMLElement {
  const found = controls(root).find((element) => accessibleName(element) === name)
  if (found) return found
  throw new Error(`No control “${name}” among: ${controls(root).map(accessibleName).join(' | ')}`)
}

/** The form field of that label. */
export function field(label: string): HTMLInputElement {
  return control(label) as HTMLInputElement
}

/** Controls that nobody could ask for by name. */
export function nameless(root: ParentNode = document.body): string[] {
  return controls(root)
    .filter((element) => accessibleName(element) === '')
    .map(({ outerHTML }) => outerHTML)
}

/** All text on screen, one blank between what stands in different elements. */
export function textOn(root: Node = document.body): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const parts: string[] = []
  while (walker.nextNode()) parts.push(walker.currentNode.textContent ?? '')
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

/** Types into a field as a person does, and leaves it. */
export function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Presses a key where the focus is. */
export function press(
  key: string,
  target: Element = document.activeElement ?? document.body,
): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }),
  )
}
