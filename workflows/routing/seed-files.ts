import type { KnowledgeSource } from './knowledge.ts'

/** The shapes of the data files the product ships. */
export type SeedFiles = {
  routing: {
    topic: string
    group: string
    name_vi: string
    name_en: string
    lead: string | null
    coord: string[]
    lead_in_zone: string | null
    keywords: string[]
  }[]
  units: {
    code: string
    name_vi: string
    name_en: string
    kind: string
    valid_from: string | null
    valid_to: string | null
    successors: string[]
  }[]
  districts: { name_vi: string }[]
  zones: { name_vi: string; kind: string; district: string | null }[]
  labelledIssues: { text: string; group: string; topic: string; lead_unit: string | null; date?: string | null }[]
}

/** `lead_2025` is left out on purpose: it follows from `lead` and the successors of units, checked by a test. */
export function sourceFromSeedFiles(files: SeedFiles): KnowledgeSource {
  return {
    topics: files.routing.map((row) => ({
      code: row.topic,
      group: row.group,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      keywords: row.keywords,
      routes: [{ validFrom: null, leadUnit: row.lead, leadInZone: row.lead_in_zone, coordinatingUnits: row.coord }],
    })),
    units: files.units.map((row) => ({
      code: row.code,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      kind: row.kind,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      successors: row.successors,
    })),
    districts: files.districts.map(({ name_vi }) => ({ nameVi: name_vi })),
    zones: files.zones.map(({ name_vi, kind, district }) => ({ nameVi: name_vi, kind, district })),
    precedents: files.labelledIssues.map((row) => ({
      text: row.text,
      group: row.group,
      topic: row.topic,
      leadUnit: row.lead_unit,
      on: row.date ?? null,
    })),
  }
}
