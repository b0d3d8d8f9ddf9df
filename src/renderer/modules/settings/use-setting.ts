import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { defaultSettings } from '../../../shared/default-settings'
import type { Settings } from '../../../shared/settings'
import { notifyFailure } from '../../app/notices'
import { changeSettings } from '../../app/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'

/** One setting as a field takes it: kept when it is chosen; a failure is said, and the old one stays. */
export function useSetting<N extends keyof Settings>(name: N) {
  const { t } = useI18n()
  const workspace = useWorkspaceStore()
  return computed<Settings[N]>({
    get: () => workspace.settings?.[name] ?? defaultSettings[name],
    set: (value) => {
      changeSettings({ [name]: value }).catch((thrown: unknown) =>
        notifyFailure(t('error.settings'), thrown),
      )
    },
  })
}
