import { sql } from 'drizzle-orm'
import { defaultPolicies } from '#workflows/deadlines/policies.ts'
import { districtUnits } from '#workflows/routing/units.ts'
import type { Db } from '#db/client.ts'
import {
  calendarDays, deadlinePolicies, groups, schemeGroups, topicRoutes, topics, unitSuccessors, units, zones,
} from '#db/schema/index.ts'
import districtRows from './data/districts.json' with { type: 'json' }
import holidayRows from './data/holidays.json' with { type: 'json' }
import routeRows from './data/routing.json' with { type: 'json' }
import unitRows from './data/units.json' with { type: 'json' }
import zoneRows from './data/zones.json' with { type: 'json' }
import { seedWriting } from './writing.ts'

/** The four groups of the conference of 5 April 2024, and one for what fits none. */
const standardGroups = [
  { code: 'land', nameVi: 'Thủ tục đất đai', nameEn: 'Land' },
  { code: 'admin', nameVi: 'Thủ tục hành chính', nameEn: 'Administrative procedures' },
  { code: 'clearance', nameVi: 'Giải phóng mặt bằng', nameEn: 'Site clearance' },
  { code: 'support', nameVi: 'Chính sách hỗ trợ sản xuất, kinh doanh', nameEn: 'Support policy' },
  { code: 'other', nameVi: 'Nội dung khác', nameEn: 'Other' },
]

/** The date from which the 2025 routes hold: departments merged on 1 March 2025. */
const merger = '2025-03-01'

/** Units, topics, routes, zones, calendar and policies a new register starts with. Does nothing once units exist. */
export async function seedReference(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table units in share row exclusive mode`)
    const [known] = await tx.select({ code: units.code }).from(units).limit(1)
    if (known) return false
    await seedUnits(tx)
    await seedTopics(tx)
    await tx.insert(zones).values(
      zoneRows.map((zone) => ({
        name: zone.name_vi.normalize('NFC'),
        kind: zone.kind,
        district: zone.district,
        status: zone.status,
        verified: !zone.source.includes('to be confirmed'),
      })),
    )
    await tx.insert(calendarDays).values(holidayRows.filter(isDecided).map((day) => ({
      date: day.date, kind: day.kind, name: day.name_vi, source: day.source, verified: day.verified,
    })))
    await tx.insert(deadlinePolicies).values([...defaultPolicies])
    await seedWriting(tx)
    return true
  })
}

type DecidedKind = 'holiday' | 'swap_off' | 'workday'
/** A day that is only announced is not yet law: it stays a working day until somebody confirms it. */
const isDecided = <D extends { kind: string }>(day: D): day is D & { kind: DecidedKind } => day.kind !== 'pending'

async function seedUnits(db: Db) {
  const districts = districtUnits(districtRows.map((row) => ({ nameVi: row.name_vi })))
  await db.insert(units).values([
    ...unitRows.map((unit) => ({
      code: unit.code, nameVi: unit.name_vi, nameEn: unit.name_en ?? unit.name_vi, kind: unit.kind, parent: null,
      validFrom: unit.valid_from, validTo: unit.valid_to, note: unit.note, verified: unit.verified,
    })),
    ...districts.map((unit) => ({
      code: unit.code, nameVi: unit.nameVi, nameEn: unit.nameEn ?? unit.nameVi, kind: unit.kind, parent: unit.parent,
      validFrom: unit.validFrom, validTo: unit.validTo, note: null, verified: true,
    })),
  ])
  await db.insert(unitSuccessors).values([
    ...unitRows.flatMap((unit) => unit.successors.map((successor) => ({ unit: unit.code, successor }))),
    ...districts.flatMap((unit) => unit.successors.map((successor) => ({ unit: unit.code, successor }))),
  ])
}

async function seedTopics(db: Db) {
  await db.insert(groups).values(standardGroups)
  await db.insert(schemeGroups).values(standardGroups.map(({ code }, position) => ({ scheme: 'standard', group: code, position })))
  await db.insert(topics).values(routeRows.map((row) => ({
    code: row.topic, group: row.group, nameVi: row.name_vi, nameEn: row.name_en, keywords: row.keywords, note: row.note,
  })))
  await db.insert(topicRoutes).values(routeRows.flatMap((row) => [
    { topic: row.topic, validFrom: null, leadUnit: row.lead, leadInZone: row.lead_in_zone, coordinatingUnits: row.coord },
    { topic: row.topic, validFrom: merger, leadUnit: row.lead_2025, leadInZone: row.lead_in_zone_2025, coordinatingUnits: row.coord },
  ]))
}
