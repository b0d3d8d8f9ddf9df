export type Fill = string | CanvasPattern

/** Colours and fills of charts as the theme in force gives them. */
export interface ChartColours {
  readonly ink: string
  readonly inkSoft: string
  readonly hairline: string
  readonly control: string
  readonly surface: string
  readonly accent: string
  readonly short: string
  /** Fills that differ without their colour. */
  readonly solid: Fill
  readonly hatched: Fill
  readonly dotted: Fill
}

const TILE = 6

/** Reads the tokens where `element` stands. A canvas cannot, so they are resolved on a probe. */
export function readColours(element: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  element.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const accent = read('accent')
  const soft = read('accent-soft')
  const colours = {
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    hairline: read('hairline'),
    control: read('control'),
    surface: read('surface'),
    accent,
    short: read('short'),
    solid: accent,
    hatched: tile(accent, soft, drawHatch),
    dotted: tile(accent, soft, drawDots),
  }
  probe.remove()
  return colours
}

type Draw = (context: CanvasRenderingContext2D) => void

function tile(colour: string, ground: string, draw: Draw): Fill {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = TILE
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.fillStyle = ground
  context.fillRect(0, 0, TILE, TILE)
  context.fillStyle = context.strokeStyle = colour
  draw(context)
  return context.createPattern(canvas, 'repeat') ?? colour
}

function drawHatch(context: CanvasRenderingContext2D): void {
  context.lineWidth = 2
  context.beginPath()
  for (const offset of [-TILE, 0, TILE]) {
    context.moveTo(offset - 1, TILE + 1)
    context.lineTo(offset + TILE + 1, -1)
  }
  context.stroke()
}

function drawDots(context: CanvasRenderingContext2D): void {
  context.beginPath()
  context.arc(TILE / 2, TILE / 2, TILE / 3, 0, 2 * Math.PI)
  context.fill()
}
