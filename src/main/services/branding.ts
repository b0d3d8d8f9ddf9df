import { brandingSchema, type Branding } from '../../shared/branding'
import {
  contrastOnPaper,
  darkenedTo,
  GRAPHICS_CONTRAST,
  TEXT_CONTRAST,
} from '../../shared/contrast'
import { SeventyError } from '../../shared/errors'
import { noBranding } from '../../shared/no-branding'
import type { ReadableWorkspace, WritableWorkspace } from './ports'
import { requireProfile } from './profiles'

const KEY = 'branding'

/** What is stored of one partner's branding, as any thread may read it. */
export interface ReadableBranding {
  branding(profileId: number): unknown
}

export interface WritableBranding extends ReadableBranding {
  setBranding(profileId: number, value: unknown): void
}

/** The firm's branding and what a partner has of its own. Throws `profile-not-found`. */
export function readBranding(
  workspace: ReadableWorkspace & ReadableBranding,
  profileId: number,
): { readonly firm: Branding; readonly partner: Branding } {
  const { id } = requireProfile(workspace, profileId)
  return { firm: parsed(workspace.setting(KEY)), partner: parsed(workspace.branding(id)) }
}

/** What a report for a partner looks like: its own choices before those of the firm. */
export function effectiveBranding(
  workspace: ReadableWorkspace & ReadableBranding,
  profileId: number,
): Branding {
  const { firm, partner } = readBranding(workspace, profileId)
  const of = (key: Exclude<keyof Branding, 'draft'>) => partner[key] || firm[key]
  return {
    ...{ preparedBy: of('preparedBy'), preparedFor: of('preparedFor') },
    ...{ confidentiality: of('confidentiality'), footer: of('footer') },
    ...{ accent: of('accent'), second: of('second'), draft: partner.draft || firm.draft },
  }
}

/**
 * Stores the branding of a partner, or with null that of the firm. Throws `profile-not-found`, and
 * `branding-colour-too-light` for a colour that cannot be read on paper, with the darker one that can.
 */
export function changeBranding(
  workspace: WritableWorkspace & WritableBranding,
  profileId: number | null,
  branding: Branding,
): Branding {
  requireContrast(branding.accent, TEXT_CONTRAST, 'text')
  requireContrast(branding.second, GRAPHICS_CONTRAST, 'a chart')
  workspace.transaction(() => {
    if (profileId === null) workspace.setSetting(KEY, branding)
    else workspace.setBranding(requireProfile(workspace, profileId).id, branding)
  })
  return branding
}

function requireContrast(colour: string, needed: number, carries: string): void {
  if (colour === '' || contrastOnPaper(colour) >= needed) return
  const contrast = Math.floor(contrastOnPaper(colour) * 10) / 10
  const darker = darkenedTo(colour, needed)
  throw new SeventyError(
    'branding-colour-too-light',
    `${colour} has a contrast of ${String(contrast)}:1 with paper; ${carries} needs ${String(needed)}:1. Take ${darker}, or another darker colour.`,
    { colour, contrast, needed, darker },
  )
}

/** What another version stored and this one does not understand is as if nothing were chosen. */
function parsed(stored: unknown): Branding {
  const read = brandingSchema.safeParse(stored)
  return read.success ? read.data : noBranding
}
