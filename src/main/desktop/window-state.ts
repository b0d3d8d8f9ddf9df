import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
})
const stateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean() })

export type Bounds = z.infer<typeof boundsSchema>
export type WindowState = z.infer<typeof stateSchema>

export const minimumSize = { width: 1024, height: 700 } as const
const idealSize = { width: 1280, height: 800 } as const

/** As much of the title bar as one needs to drag a window back. */
const GRIP = 80

/**
 * Where the window opens: where it was, if a part one can grip still lies on a screen that exists,
 * never larger than that screen; else the ideal size in the middle of the first screen.
 */
export function fitToScreens(
  saved: WindowState | undefined,
  workAreas: readonly Bounds[],
): WindowState {
  const [first] = workAreas
  const home = saved && workAreas.find((area) => isGrippable(saved.bounds, area))
  if (saved && home) return { bounds: shrinkInto(saved.bounds, home), maximized: saved.maximized }
  if (!first) return { bounds: { x: 0, y: 0, ...idealSize }, maximized: saved?.maximized ?? false }
  const width = Math.min(idealSize.width, first.width)
  const height = Math.min(idealSize.height, first.height)
  const x = first.x + Math.floor((first.width - width) / 2)
  const y = first.y + Math.floor((first.height - height) / 2)
  return { bounds: { x, y, width, height }, maximized: saved?.maximized ?? false }
}

function isGrippable(bounds: Bounds, area: Bounds): boolean {
  const overlap =
    Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return overlap >= GRIP && bounds.y >= area.y && bounds.y <= area.y + area.height - GRIP
}

function shrinkInto(bounds: Bounds, area: Bounds): Bounds {
  return {
    ...bounds,
    width: Math.min(bounds.width, area.width),
    height: Math.min(bounds.height, area.height),
  }
}

/** The saved state, or undefined when there is none or it cannot be understood. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // A first start has no file, and a broken one only costs the window's place.
    return undefined
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(state))
}
