import type { Overrides, Scenario } from '../../../shared/scenarios'
import type { WritableScenarios } from '../ports'
import type { NewStep, StepLog } from '../edits/ports'
import { Shelf } from './shelf'

/** Partners in memory with their scenarios, and what was written into the log. */
export class ScenarioShelf extends Shelf implements WritableScenarios, StepLog {
  readonly steps: NewStep[] = []
  readonly logged: { readonly action: string; readonly subject: string }[] = []
  private readonly kept = new Map<number, Scenario>()

  transaction<T>(work: () => T): T {
    return work()
  }

  audit(entry: { readonly action: string; readonly subject: string }): void {
    this.logged.push({ action: entry.action, subject: entry.subject })
  }

  addStep(step: NewStep): void {
    this.steps.push(step)
  }

  scenarios(profileId: number): readonly Scenario[] {
    return [...this.kept.values()].filter((each) => each.profileId === profileId)
  }

  scenarioById(id: number): Scenario | undefined {
    return this.kept.get(id)
  }

  scenarioByName(profileId: number, name: string): Scenario | undefined {
    return this.scenarios(profileId).find((each) => each.name.toLowerCase() === name.toLowerCase())
  }

  addScenario(
    scenario: { readonly profileId: number; readonly name: string; readonly overrides: Overrides },
    at: string,
  ): Scenario {
    const id = this.kept.size + 1
    const { profileId, name, overrides } = scenario
    const added = { id, profileId, name, overrides, createdAt: at, updatedAt: at }
    this.kept.set(id, added)
    return added
  }

  changeScenario(scenario: Pick<Scenario, 'id' | 'name' | 'overrides'>, at: string): void {
    const known = this.kept.get(scenario.id)
    if (known) this.kept.set(known.id, { ...known, ...scenario, updatedAt: at })
  }

  removeScenario(id: number): void {
    this.kept.delete(id)
  }
}
