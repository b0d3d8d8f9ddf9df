import { onScopeDispose, ref, watchEffect } from 'vue'
import { chooseFormats } from '../format/locale'
import { compact } from '../ui/density'
import { useSessionStore } from './session-store'
import { useWorkspaceStore } from './workspace-store'

/**
 * Puts appearance, contrast, density and the privacy blur on the root element, where tokens.css and
 * base.css read them, and says how numbers and dates are written. A system that asks for more contrast
 * gets it whatever was chosen.
 */
export function useAppearance(): void {
  const workspace = useWorkspaceStore()
  const session = useSessionStore()
  const moreContrast = useMoreContrast()
  watchEffect(() => {
    const root = document.documentElement
    const settings = workspace.settings
    const appearance = settings?.appearance ?? 'system'
    if (appearance === 'system') delete root.dataset['appearance']
    else root.dataset['appearance'] = appearance
    const high = settings?.contrast === 'high' || moreContrast.value
    root.dataset['contrast'] = high ? 'high' : 'normal'
    compact.value = settings?.density === 'compact'
    root.dataset['density'] = compact.value ? 'compact' : 'comfortable'
    if (settings) chooseFormats(settings.formats)
    root.dataset['privacy'] = session.privacy ? 'on' : 'off'
  })
}

/** Whether the system asks for more contrast, also when it begins to while the window is open. */
function useMoreContrast() {
  const query = window.matchMedia('(prefers-contrast: more)')
  const more = ref(query.matches)
  const look = () => (more.value = query.matches)
  query.addEventListener('change', look)
  onScopeDispose(() => query.removeEventListener('change', look))
  return more
}
