import { useI18n } from 'vue-i18n'

/** What a track is called; one that an edition brings along is called as the edition does. */
export function useTrackName(): (track: string | null) => string {
  const { t, te } = useI18n()
  return (track) => {
    if (track === null) return ''
    return te(`track.${track}`) ? t(`track.${track}`) : track
  }
}
