import { adminLicences } from './admin-licences.ts'
import { adminProjects } from './admin-projects.ts'
import { adminRunning } from './admin-running.ts'
import { clearance } from './clearance.ts'
import { land } from './land.ts'
import { other } from './other.ts'
import type { Lexicon } from './shape.ts'
import { supportBusiness } from './support-business.ts'
import { supportPlaces } from './support-places.ts'

/** By topic code. A topic that the office adds later lives from its keywords and from what was decided. */
export const LEXICON: Lexicon = {
  ...land, ...adminProjects, ...adminRunning, ...adminLicences, ...clearance, ...supportBusiness, ...supportPlaces,
  ...other,
}
