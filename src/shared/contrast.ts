/** Contrast of colours on paper (WCAG 2.2, 1.4.3 and 1.4.11). Stands by itself: the window uses it too. */

/** Text needs so much against its ground, and graphics so much. */
export const TEXT_CONTRAST = 4.5
export const GRAPHICS_CONTRAST = 3

const PAPER = '#ffffff'

/** Relative luminance of a colour `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
}

/** Contrast of a colour `#rrggbb` with white paper, 1 to 21. */
export function contrastOnPaper(colour: string): number {
  return (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05)
}

/** The same hue, only as dark as the contrast asks for; a colour that has it stays as it is. */
export function darkenedTo(colour: string, contrast: number): string {
  const parts = channels(colour)
  for (let percent = 100; percent > 0; percent--) {
    const darker = `#${parts.map((part) => hex(Math.floor((part * percent) / 100))).join('')}`
    if (contrastOnPaper(darker) >= contrast) return percent === 100 ? colour : darker
  }
  return '#000000'
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0')
}
