import type { Alert } from '../../../shared/alerts'
import { formatDate } from '../../format/dates'
import { formatCount } from '../../format/numbers'
import { stepWords } from '../../format/step-words'
import type { Texts } from '../partner/change-words'

/** The sentence that says what an alert is. */
export function alertWords(alert: Alert, t: Texts): string {
  const { kind, count, subject } = alert
  const values = {
    name: subject?.name ?? subject?.id ?? '',
    certifications: alert.certifications.join(', '),
    date: alert.date === null ? '' : formatDate(alert.date),
    steps: alert.steps.map((step) => stepWords(step, t)).join(' + '),
    metric: alert.metric === null ? '' : t(`metric.${alert.metric}.name`, {}),
    stream: alert.stream === null ? '' : t(`stream.${alert.stream}`, {}),
    count: formatCount(count),
  }
  if (kind === 'renewal-window')
    return t(`alerts.renewal-window.${alert.urgent ? 'open' : 'opens'}`, values)
  return t(`alerts.${kind}`, values, count)
}
