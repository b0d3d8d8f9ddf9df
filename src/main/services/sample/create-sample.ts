import type { Profile } from '../../../shared/profiles'
import { importFiles, type ImportContext } from '../import-files'
import { addProfile } from '../profiles'
import { samplePartners, type PartnerPlan } from './partners'
import { azureTable, seatsTable, toCsv, trainingsTable } from './tables'

/** Keeps a text file where the user can look at it, and says where. */
export interface SampleFolder {
  write(fileName: string, text: string): string
}

/** The three files of an invented partner, as a client would have downloaded them. */
export function writeSampleFiles(folder: SampleFolder, partner: PartnerPlan): string[] {
  const stem = partner.name.toLowerCase().replaceAll(' ', '-')
  return [
    folder.write(`${stem}-azure-usage.csv`, toCsv(azureTable(partner))),
    folder.write(`${stem}-m365-usage.csv`, toCsv(seatsTable(partner))),
    folder.write(`${stem}-trainings.csv`, toCsv(trainingsTable(partner))),
  ]
}

/**
 * Adds the three invented partners by the way every client takes: files are written, recognised,
 * checked and imported. A partner that is there already stays as it is. Throws what an import throws.
 */
export function createSample(context: ImportContext, folder: SampleFolder): Profile[] {
  return samplePartners.map((partner, index) => {
    const known = context.workspace.profileByName(partner.name)
    if (known) return known
    const paths = writeSampleFiles(folder, partner)
    const profile = addProfile(context.workspace, context.clock, {
      name: partner.name,
      mpnId: partner.mpnId,
      sample: true,
    })
    const request = { profileId: profile.id, paths, mode: 'replace', skipBadRows: false } as const
    importFiles({ ...context, control: { ...context.control, progress: () => undefined } }, request)
    context.control.progress(index + 1, samplePartners.length)
    return profile
  })
}
