import { z } from 'zod'

/** The lists of names that an edition has. An offer or association of any verdict is a known name. */
export const nameKind = z.enum(['service', 'workload', 'offer', 'association', 'certification'])
export type NameKind = z.infer<typeof nameKind>

export const knownName = z.string().trim().min(1).max(300)

/** What the consultant says a name stands for that no edition knows. */
export const treatedNameSchema = z.object({
  kind: nameKind,
  /** As the files spell it. */
  name: z.string(),
  treatAs: z.string(),
  /** ISO 8601 in UTC. */
  addedAt: z.string(),
})
export type TreatedName = z.infer<typeof treatedNameSchema>

export const treatedNamesSchema = z.object({
  treated: z.array(treatedNameSchema),
  /** By kind: every name that some edition knows, in the order of the alphabet. */
  known: z.record(nameKind, z.array(z.string())),
})
export type TreatedNames = z.infer<typeof treatedNamesSchema>
