import type { useI18n } from 'vue-i18n'
import { ask, bridge } from '../../app/client'
import { notifyFailure } from '../../app/notices'
import { saving } from '../../app/workspace'

/** Keeps the score of the date that is shown; the message of the step says so, with a way back. */
export async function takeSnapshot(
  profileId: number,
  asOf: string | undefined,
  t: ReturnType<typeof useI18n>['t'],
): Promise<void> {
  try {
    await saving(() => ask(bridge().snapshots.take, { profileId, asOf }))
  } catch (thrown) {
    notifyFailure(t('snapshots.failed.take'), thrown)
  }
}
