import { watchEffect } from 'vue'
import { useSessionStore } from './session-store'
import { useWorkspaceStore } from './workspace-store'

/** Puts the chosen appearance and the privacy blur on the root element, where tokens.css and base.css read them. */
export function useAppearance(): void {
  const workspace = useWorkspaceStore()
  const session = useSessionStore()
  watchEffect(() => {
    const root = document.documentElement
    const appearance = workspace.settings?.appearance ?? 'system'
    if (appearance === 'system') delete root.dataset['appearance']
    else root.dataset['appearance'] = appearance
    root.dataset['privacy'] = session.privacy ? 'on' : 'off'
  })
}
