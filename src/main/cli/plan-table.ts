import type {
  Candidate,
  LeverId,
  Plan,
  PlanSettingsPart,
  PlanStep,
  PlanWay,
} from '../../shared/plan'
import { titles } from './score-table'

/** What a step does, after its count. */
const ACTIONS: Readonly<Record<LeverId, string>> = {
  association: 'customer whose association is fixed',
  renewal: 'certification renewed before it expires',
  'near-azure-customer': 'near customer lifted over the Azure threshold',
  'near-m365-customer': 'near customer lifted over the Microsoft 365 threshold',
  'near-azure-deployment': 'near customer lifted to an Azure deployment',
  'near-m365-deployment': 'near customer lifted to a Microsoft 365 deployment',
  'azure-customer': 'new Azure customer',
  'm365-customer': 'new Microsoft 365 customer',
  'azure-deployment': 'new Azure deployment',
  'm365-deployment': 'new Microsoft 365 deployment',
  'azure-growth': 'step of Azure growth',
  'm365-growth': 'step of Microsoft 365 growth',
  'gate-certification': 'person more in a gate',
  'step-certification': 'person more in a scoring step',
}

/** A plan for a terminal: where it starts, and every way with its steps and names. */
export function planTable(client: string, plan: Plan): string {
  const day = plan.by ?? plan.asOf
  const lines = [
    `${client}, ways to ${String(plan.threshold)} points on ${day} under ${plan.edition}`,
    `  ${plan.totalShown.toFixed(1)} of ${String(plan.max)} points${plan.by === null ? '' : ' if nothing is done and every customer keeps the usage of the newest month'}`,
    ...remark('below the minimum', plan.minimumsMissed),
    ...remark('at the maximum', plan.saturated),
    ...remark('no data', plan.noData),
    ...remark('counted as it is, as a plan cannot say what changes it', plan.notPlanned),
    ...plan.saved.map((part) => `  ${part} saved for this partner: ${savedText(plan, part)}`),
    '',
    ...outcome(plan),
    ...plan.otherTracks.map(
      ({ edition, effort }) =>
        `  ${edition}: ${effort === null ? 'out of reach within the limits' : `${days(effort)} at least`}`,
    ),
    ...(plan.proven ? [] : ['  The search was cut short; there may be a cheaper way.']),
    '  An estimate from exported data; the authoritative score is the one shown in Microsoft Partner Center.',
  ]
  return `${lines.join('\n')}\n`
}

/** The saved numbers by lever. */
function savedText({ settings }: Plan, part: PlanSettingsPart): string {
  return Object.entries(settings[part])
    .map(([lever, number]) => `${lever} ${String(number)}`)
    .join(', ')
}

function remark(words: string, metrics: Plan['saturated']): string[] {
  return metrics.length === 0 ? [] : [`  ${words}: ${metrics.map((id) => titles[id]).join(', ')}`]
}

function outcome(plan: Plan): string[] {
  if (plan.attained) return ['The designation is attained; nothing needs to be done.']
  if (plan.ways.length === 0) {
    return [
      `No way within the limits: all levers together reach ${plan.reachable.toFixed(1)} points.`,
    ]
  }
  return plan.ways.flatMap((way, index) => [...wayLines(way, index + 1), ''])
}

function wayLines({ effort, totalShown, without, steps }: PlanWay, rank: number): string[] {
  const heading = without === null ? 'the cheapest' : `without ${without}`
  return [
    `${String(rank)}. ${days(effort)} to ${totalShown.toFixed(1)} points (${heading})`,
    ...steps.flatMap(stepLines),
  ]
}

function stepLines({
  lever,
  count,
  effort,
  points,
  certification,
  candidates,
}: PlanStep): string[] {
  const which = certification === null ? '' : ` (${certification.ids.join(' or ')})`
  const line = `   ${String(count).padStart(3)} × ${ACTIONS[lever]}${which}`
  return [
    `${line.padEnd(76)} ${days(effort).padStart(10)} ${points.toFixed(1).padStart(6)} points`,
    ...candidates.map((each) => `         ${candidateText(each)}`),
  ]
}

function candidateText({ id, name, missing, certification, expires }: Candidate): string {
  const lacks = [
    missing.usd === undefined ? '' : `USD ${missing.usd.toFixed(2)}`,
    seatsText(missing.paidSeats, 'paid'),
    seatsText(missing.activeSeats, 'active'),
  ].filter((each) => each !== '')
  const notes = [
    ...(lacks.length === 0 ? [] : [`lacks ${lacks.join(' and ')}`]),
    ...(certification === undefined
      ? []
      : [`${certification}${expires === undefined ? '' : ` until ${expires}`}`]),
  ]
  return [name === '' ? id : name, ...notes].join(', ')
}

function seatsText(seats: number | undefined, kind: 'paid' | 'active'): string {
  return seats === undefined ? '' : `${String(seats)} ${kind} ${seats === 1 ? 'seat' : 'seats'}`
}

function days(effort: number): string {
  return effort === 1 ? '1 day' : `${String(effort)} days`
}
