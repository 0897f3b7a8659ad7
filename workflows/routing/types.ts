/** Dates are local days, 'yyyy-MM-dd'; both ends of a validity are inclusive and null means open. */
export type RoutingUnit = {
  code: string
  nameVi: string
  nameEn: string
  kind: string
  parent?: string | null
  validFrom: string | null
  validTo: string | null
  successors: string[]
}

/** Who leads and coordinates from a day on. Units by any code of their line; the right one of the day is looked up. */
type RoutingRoute = {
  validFrom: string | null
  leadUnit: string | null
  leadInZone: string | null
  coordinatingUnits: string[]
}

export type RoutingTopic = {
  code: string
  group: string
  nameVi: string
  nameEn: string
  keywords: string[]
  routes: RoutingRoute[]
}

/** `nameVi` with its kind: «huyện Thường Tín». */
export type District = { nameVi: string }

/** `kind`: `park` (khu công nghiệp), `cluster` (cụm công nghiệp), `highTech` (khu công nghệ cao). */
export type Zone = { nameVi: string; kind: string; district: string | null }

/** What a person decided before. */
export type Precedent = { text: string; group: string; topic: string; leadUnit: string | null; on?: string | null }

/** Rendered through the `routing` texts. The params `unit`, `former` and `topic` are codes: see `nameReason`. */
export type Reason = { key: string; params: Record<string, string | number> }

export type Candidate = {
  group: string
  topic: string
  leadUnit: string
  coordinatingUnits: string[]
  /** Share of belief, 0..1, over all candidates considered. */
  score: number
  reasons: Reason[]
}

export type Suggestion = Omit<Candidate, 'score'> & { confidence: number; alternatives: Candidate[] }

export type RoutingRequest = {
  text: string
  on: string
  group?: string | null
  zone?: string | null
  district?: string | null
  proposedUnit?: string | null
}
