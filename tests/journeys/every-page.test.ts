import { AxeBuilder } from '@axe-core/playwright'
import { desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { acceptDirective } from '#app/directives/accept-directive.server.ts'
import { askDirective } from '#app/directives/ask-directive.server.ts'
import { askView } from '#app/directives/ask-view.server.ts'
import { explainDirective } from '#app/directives/explain-directive.server.ts'
import { joinSimilar } from '#app/clusters/join-similar.server.ts'
import { conclusionView } from '#app/conclusions/conclusion-view.server.ts'
import { draftConclusion } from '#app/conclusions/draft-conclusion.server.ts'
import { saveTask } from '#app/conclusions/save-task.server.ts'
import { signOffConclusion } from '#app/conclusions/sign-off-conclusion.server.ts'
import { registerFromDisk } from '#app/i18n/from-disk.server.ts'
import { inviteParticipants } from '#app/conferences/invite-participants.server.ts'
import { openConference } from '#app/conferences/open-conference.server.ts'
import { openPublicForm } from '#app/conferences/public-form.server.ts'
import { issueFigures } from '#app/issued/issue-figures.server.ts'
import { issueView } from '#app/issues/issue-view.server.ts'
import { answerQuestion } from '#app/issues/filing/answer-question.server.ts'
import { previewMinutes } from '#app/imports/minutes/preview-minutes.server.ts'
import { previewImport } from '#app/imports/preview-import.server.ts'
import { createVerdictLink } from '#app/verdicts/create-verdict-link.server.ts'
import { saveView } from '#app/views/save-view.server.ts'
import { conclusionTasks } from '#db/schema/index.ts'
import { conferences, enterprises } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { newPage, troublesOf } from '#tests/support/browser.ts'
import { aConference, annexBytes, annexName, importAnnex } from '#tests/support/conferences.ts'
import { testDatabase } from '#tests/support/database.ts'
import { labelledMinutes } from '#tests/support/labelled-minutes.ts'
import { issuesInEveryState, peopleOf, wholeHouse, type House } from '#tests/support/every-state.ts'
import { inTurns } from '#tests/support/in-turns.ts'
import { anIssue, routeTo, walk } from '#tests/support/issues.ts'
import { aSeries, publicationsAt } from '#tests/support/published.ts'
import { loadBuild, startApp } from '#tests/support/server.ts'
import { pageOf } from '#tests/support/signed-in.ts'
import { roles } from '#workflows/resolution/actor.ts'
import { samples } from '#workflows/resolution/sample-moves.ts'

type Visit = { path: string; by?: Actor; status?: number; language?: 'vi' | 'en' }

registerFromDisk()
const { db, url } = await testDatabase()
let app: Awaited<ReturnType<typeof startApp>>
let house: House
let visits: Visit[]
beforeAll(async () => {
  await seedReference(db)
  house = await wholeHouse(db)
  app = await startApp({ databaseUrl: url })
  visits = [...(await issuePages()), ...(await clusterPages()), ...(await conferencePages()), ...(await issuedPages()), ...(await pagesBefore()), ...(await filingPages()), ...(await directivePages()), ...lists(), ...administration()]
  visits.push({ path: '/' }, { path: '/sign-in' }, { path: '/sign-in', language: 'en' }, { path: '/no/such/page', status: 404 })
})
afterAll(() => app.close())

const widths = [{ width: 1280, height: 800 }, { width: 360, height: 740 }]

/** The page of an issue in every state, the form of every move once, and a filer's own pages. */
async function issuePages(): Promise<Visit[]> {
  const issues = await issuesInEveryState(db, house)
  await walk(db, issues.committed.id, [[house.officer, samples.slip]])
  const visits: Visit[] = []
  const seen = new Set<string>()
  for (const [state, { code }] of Object.entries(issues)) {
    for (const by of Object.values(peopleOf(house))) {
      const view = await issueView(db, code, { actor: by, language: 'vi' })
      const moves = (view?.openMoves ?? []).filter((move) => !seen.has(move))
      for (const move of moves) visits.push({ path: `/issues/${code}?move=${move}`, by })
      moves.forEach((move) => seen.add(move))
    }
    const inLine = state === 'diverted' ? house.enterprise : ['received', 'refused', 'withdrawn'].includes(state) ? house.coordinator : house.officer
    visits.push({ path: `/issues/${code}`, by: inLine })
  }
  const { awaitingEnterprise, answered, committed, closed } = issues
  for (const { code } of [awaitingEnterprise, committed, closed]) visits.push({ path: `/issues/${code}`, by: house.enterprise })
  visits.push({ path: `/issues/${closed.code}`, by: house.auditor, language: 'en' }, { path: `/issues/${closed.code}`, by: house.leader })
  visits.push({ path: `/issues/${awaitingEnterprise.code}/reply`, by: house.enterprise }, { path: `/issues/${answered.code}/verdict`, by: house.enterprise })
  visits.push({ path: `/issues/${answered.code}/verdict`, by: house.enterprise, language: 'en' }, { path: `/issues/${issues.received.code}/filed`, by: house.enterprise })
  const verdict = await createVerdictLink(db, { personId: house.enterprise.personId, issueId: answered.id, kind: 'filer.approve' }, new Date())
  visits.push({ path: `/v/${verdict}` }, { path: `/v/${'a'.repeat(43)}`, status: 404 })
  visits.push({ path: `/issues/${issues.inProgress.code}/notes`, by: house.officer }, { path: `/issues/${answered.code}?compare=1..1`, by: house.head })
  return [...visits, { path: '/issues/KN00-0', by: house.officer, status: 404 }]
}

/** Two issues that ask the same, in a cluster as its readers see it, and what a unit that ended leaves behind. */
async function clusterPages(): Promise<Visit[]> {
  const { coordinator, officer, leader, admin } = house
  const text = 'Đề nghị nâng tĩnh không cầu vượt Mai Dịch cho xe siêu trường.'
  const [one, two, three] = [await anIssue(db, { text }), await anIssue(db, { text }), await anIssue(db, { text })]
  for (const { id } of [one, two]) await walk(db, id, [[coordinator, routeTo('STNMT')], [officer, { type: 'accept', note: undefined }]])
  const cluster = await joinSimilar(db, coordinator, { id: one.id, version: 3 }, { id: two.id, version: 3 })
  const page = `/clusters/${cluster}`
  return [
    { path: page, by: coordinator }, { path: page, by: officer }, { path: page, by: leader, language: 'en' }, { path: '/clusters/999', by: officer, status: 404 },
    { path: `/issues/${three.code}/similar`, by: coordinator }, { path: `/issues/${three.code}/similar`, by: coordinator, language: 'en' },
    { path: '/hand-over', by: coordinator }, { path: '/hand-over', by: house.officer, status: 403 },
    { path: '/admin/units/STNMT/hand-over', by: coordinator }, { path: '/admin/units/STNMT/hand-over', by: admin, language: 'en' },
  ]
}

/** Figures that were issued, as they stand and counted again, and those who may not read them. */
async function issuedPages(): Promise<Visit[]> {
  const { leader, coordinator, auditor, secretary, head } = house
  const list: Visit[] = [{ path: '/reports/issued', by: secretary }]
  const one = `/reports/issued/${await issueFigures(db, leader, { title: 'Kết quả giải quyết kiến nghị quý I', question: 'by=unit&from=2024-01-01' })}`
  return [
    ...list, { path: '/reports/issued', by: leader, language: 'en' }, { path: '/reports/issued', by: head, status: 403 }, { path: '/reports/issued/new?by=unit&from=2024-01-01', by: leader },
    { path: '/reports/issued/new', by: coordinator, language: 'en' }, { path: '/reports/issued/new', by: auditor, status: 403 },
    { path: one, by: leader }, { path: `${one}?recount=yes`, by: auditor }, { path: `${one}?recount=yes`, by: coordinator, language: 'en' }, { path: '/reports/issued/999999', by: leader, status: 404 },
  ]
}

async function conferencePages(): Promise<Visit[]> {
  const { coordinator, secretary, leader } = house
  const id = await aConference(db, coordinator)
  await importAnnex(db, id, coordinator)
  const issued = await aConference(db, coordinator)
  await draftConclusion(db, issued, coordinator)
  await saveTask(db, issued, null, { seen: null, text: 'Báo cáo kết quả rà soát', leadUnit: 'STNMT', coordinatingUnits: ['STC'], dueOn: '2026-12-15', product: null, issues: [] }, coordinator)
  const { notice } = await conclusionView(db, coordinator, String(issued), 'vi')
  await signOffConclusion(db, issued, { seen: notice!.seen, number: '761/TB-UBND', issuedOn: '2026-11-20', authority: null, signerPosition: 'CHÁNH VĂN PHÒNG', signerName: 'Nguyễn Văn Mẫu' }, coordinator)
  const preview = await previewImport(db, await aConference(db, secretary), { name: annexName, bytes: annexBytes() }, secretary)
  const minutes = await previewMinutes(db, await aConference(db, secretary), { name: 'bien-ban.txt', text: labelledMinutes('danh-so').text }, secretary)
  return [
    ...['', '/import'].map((rest) => ({ path: `/conferences/${id}${rest}`, by: coordinator })),
    { path: `/conferences/${id}?group=land`, by: leader, language: 'en' },
    { path: `/imports/${preview.id}`, by: secretary }, { path: `/imports/${minutes.id}`, by: secretary }, { path: `/imports/${minutes.id}`, by: coordinator, language: 'en' },
    { path: `/conferences/${id}/desk`, by: secretary }, { path: `/conferences/${id}/desk`, by: coordinator, language: 'en' },
    { path: `/conferences/${id}/hall`, by: leader }, { path: `/conferences/${id}/report`, by: leader }, { path: `/conferences/${id}/report`, by: coordinator, language: 'en' }, { path: `/conferences/${id}/desk`, by: leader, status: 403 },
    { path: `/conferences/${id}/conclusion`, by: leader }, { path: `/conferences/${issued}/conclusion`, by: leader, language: 'en' },
    { path: `/conferences/${id}/minutes`, by: secretary }, { path: `/conferences/${issued}/minutes`, by: leader }, { path: `/conferences/${issued}/minutes`, by: coordinator, language: 'en' },
    { path: `/conferences/${id}/minutes`, by: house.officer, status: 403 },
    ...(await draftPages(id)),
    ...(await seriesPages()),
    { path: '/conferences', by: coordinator },
    { path: '/conferences/new', by: secretary },
    ...['group', 'unit', 'coordinating', 'topic', 'zone', 'district', 'month'].map((by) => ({ path: `/reports/resolution?by=${by}`, by: leader })),
    { path: `/reports/resolution?conference=${id}`, by: leader, language: 'en' },
    ...['', '?period=month', '?period=all', '?from=5/4/2024', '?from=31/2/2024&to=x'].map((asked) => ({ path: `/reports${asked}`, by: leader })),
    { path: '/reports?period=quarter', by: coordinator, language: 'en' }, { path: '/reports?period=all', by: house.officer },
    ...['/reports/open', '/reports/open?by=group&asOf=2025-01-31', '/reports/time?answeredFrom=2020-01-01', '/reports/promises', '/reports/promises?by=conference', '/commitments/list?box=overdue', '/upward?by=document']
      .map((path) => ({ path, by: leader })),
    { path: '/reports/open?by=state', by: house.officer, language: 'en' }, { path: '/reports/time', by: house.head, language: 'en' }, { path: '/reports/promises', by: house.auditor, language: 'en' },
    { path: '/commitments/list?box=made', by: house.officer, language: 'en' }, { path: '/issues?answeredFrom=2020-01-01&heldBy=lead&heldUnit=STNMT', by: leader },
    { path: '/reports/time', by: house.enterprise, status: 403 },
    { path: '/reports/compare?period=month&by=group', by: leader }, { path: '/reports/compare?counting=now&from=x', by: coordinator, language: 'en' },
    { path: '/reports/since?box=received&way=in', by: leader }, { path: '/reports/since?box=openOverdue&way=out', by: house.auditor, language: 'en' },
  ]
}

/** A notice of conclusions as a draft, with its forms. */
async function draftPages(conference: number): Promise<Visit[]> {
  const { coordinator, secretary } = house
  await draftConclusion(db, conference, secretary)
  await saveTask(db, conference, null, { seen: null, text: 'Báo cáo kết quả rà soát', leadUnit: 'STNMT', coordinatingUnits: ['STC'], dueOn: null, product: 'Báo cáo', issues: [] }, secretary)
  const page = `/conferences/${conference}/conclusion`
  const [task] = await db.select({ id: conclusionTasks.id }).from(conclusionTasks).orderBy(desc(conclusionTasks.id)).limit(1)
  return [{ path: page, by: coordinator }, { path: page, by: secretary }, { path: `${page}/tasks/new`, by: secretary }, { path: `${page}/tasks/${task!.id}`, by: coordinator, language: 'en' }]
}

/** A conference still to come, with everybody on its list and its form open. */
async function pagesBefore(): Promise<Visit[]> {
  const { coordinator, secretary, leader, enterprise, association } = house
  const { id } = await openConference(db, { title: 'Hội nghị sắp tới', heldOn: '2099-03-10', collectUntil: '2099-02-20', newSeries: 'Chuỗi Mẫu' }, secretary)
  await openPublicForm(db, secretary, id)
  const names = await db.select({ name: enterprises.name }).from(enterprises).limit(60)
  await inviteParticipants(db, secretary, id, [...names.map(({ name }) => ({ kind: 'enterprise' as const, name })), { kind: 'unit', name: 'STNMT', delegate: 'Ông Mẫu' }])
  await inviteParticipants(db, secretary, await aConference(db, secretary), [{ kind: 'guest', delegate: 'Bà Mẫu', position: 'Chuyên gia' }])
  const [form] = await db.select({ key: conferences.publicFormKey }).from(conferences).where(eq(conferences.id, id))
  const page = `/conferences/${id}`
  return [
    { path: `${page}/plan`, by: secretary }, { path: `${page}/plan`, by: coordinator, language: 'en' }, { path: `${page}/plan`, by: leader, status: 403 },
    { path: `${page}/participants`, by: secretary }, { path: `${page}/participants?edit=1`, by: secretary }, { path: `${page}/participants`, by: coordinator, language: 'en' },
    { path: `${page}/participants`, by: enterprise, status: 403 }, { path: `/conferences/${id + 1}/participants`, by: secretary },
    { path: `${page}/readiness`, by: secretary }, { path: `${page}/readiness`, by: coordinator, language: 'en' }, { path: `${page}/report`, by: secretary },
    { path: `${page}/qr`, by: secretary }, { path: `/conferences/${id + 1}/qr`, by: secretary, status: 404 },
    { path: '/invitations', by: enterprise }, { path: '/invitations', by: association, language: 'en' }, { path: '/invitations', by: secretary, status: 403 },
    { path: '/issues/claim', by: enterprise }, { path: '/issues/claim', by: association, language: 'en' },
    { path: `/f/${form!.key}` }, { path: `/f/${form!.key}`, language: 'en' }, { path: '/f/status' }, { path: '/f/aaaaaaaaaaaa', status: 404 },
  ]
}

/** What a conference takes up from the one before it, and what of that one is public or on its way. */
async function seriesPages(): Promise<Visit[]> {
  const { coordinator, secretary, leader, auditor } = house
  const [first, next] = await aSeries(db, 'Đối thoại với doanh nghiệp')
  const codes = await publicationsAt(db, house, first)
  const [carry, publication] = [`/conferences/${next}/carry-over`, `/conferences/${first}/publication`]
  return [
    { path: carry, by: secretary }, { path: carry, by: coordinator, language: 'en' }, { path: `${carry}?by=zone&rows=all`, by: leader }, { path: `${carry}?leaveOut=${codes.none}`, by: secretary },
    { path: `/conferences/${first}/carry-over`, by: auditor }, { path: `/issues?carriedTo=${next}&column=unresolved`, by: leader }, { path: carry, by: house.officer, status: 403 },
    { path: publication, by: coordinator }, { path: `${publication}?publish=preview`, by: leader }, { path: publication, by: auditor, language: 'en' }, { path: publication, by: house.head, status: 403 },
    ...Object.values(codes).map((code) => ({ path: `${publication}/${code}`, by: coordinator })),
    { path: `${publication}/${codes.draft}`, by: leader }, { path: `${publication}/${codes.published}`, by: secretary, language: 'en' },
    { path: `/issues/${codes.published}`, by: house.enterprise, language: 'en' },
    { path: '/published' }, { path: '/published?q=cap+giay' }, { path: '/published?q=khongco', language: 'en' }, { path: `/published/${codes.published}` },
    { path: `/published/${codes.published}`, language: 'en' }, { path: `/published/${codes.approved}`, status: 404 },
  ]
}

/** Explanations asked for: one to be given, one to be judged, one that is over; and views that were kept. */
async function directivePages(): Promise<Visit[]> {
  const { leader, coordinator, head, officer, auditor } = house
  const list = '/issues?unit=STNMT&box=open'
  const { usualDay: dueOn } = await askView(db, leader, { params: new URLSearchParams({ about: list }), language: 'vi' })
  const asked = { about: list, issue: null, unit: 'STNMT', text: 'Vì sao còn kiến nghị quá hạn?', dueOn, mandate: null }
  const [open, judged, over] = [await askDirective(db, asked, leader), await askDirective(db, asked, leader), await askDirective(db, asked, leader)]
  for (const id of [judged, over]) await explainDirective(db, id, { seen: 1, text: 'Do chờ ý kiến.', issues: [] }, head)
  await acceptDirective(db, over, { seen: 2, text: 'Đồng ý.', mandate: null }, leader)
  const { code } = await anIssue(db)
  await saveView(db, { name: 'Quá hạn', share: 'everybody', address: '/issues?overdue=yes' }, coordinator)
  const about = encodeURIComponent(list)
  return [
    { path: '/directives', by: leader }, { path: '/directives?box=open&unit=STNMT', by: auditor, language: 'en' }, { path: '/directives', by: officer }, { path: '/directives', by: house.enterprise, status: 403 },
    { path: `/directives/${open}`, by: head }, { path: `/directives/${judged}`, by: coordinator }, { path: `/directives/${judged}`, by: leader, language: 'en' }, { path: `/directives/${over}`, by: officer },
    { path: '/directives/999', by: leader, status: 404 }, { path: `/directives/new?about=${about}`, by: leader }, { path: `/directives/new?issue=${code}`, by: coordinator }, { path: '/directives/new', by: head, status: 403 },
    { path: '/views', by: coordinator }, { path: `/views?save=${about}`, by: leader }, { path: '/views', by: officer, language: 'en' }, { path: '/views', by: house.enterprise, status: 403 },
  ]
}

async function filingPages(): Promise<Visit[]> {
  const { enterprise, association, enterpriseId } = house
  const contact = { contactName: 'Nguyễn Thị Mẫu', contactPhone: '0912 345 678', contactEmail: '' }
  const answers = { conference: 'none', text: 'Đề nghị gia hạn thuê đất.', group: 'land', zone: '', district: 'Đông Anh', ...contact }
  await answerQuestion(db, { personId: enterprise.personId, answers, page: 'check' })
  await answerQuestion(db, { personId: association.personId, answers: { ...answers, member: String(enterpriseId) }, page: 'check' })
  const pages = ['', '/conference', '/text', '/group', '/place', '/contact', '/check'].map((page) => ({ path: `/issues/new${page}`, by: enterprise }))
  return [...pages, { path: '/issues/new/member', by: association }, { path: '/issues/new/check', by: association, language: 'en' }]
}

function lists(): Visit[] {
  const { admin, auditor, ...workers } = peopleOf(house)
  const mine = Object.values(workers).map((by) => ({ path: '/work', by }))
  const register = [auditor, house.enterprise, house.officer, house.coordinator].map((by) => ({ path: '/issues', by }))
  const filtered: Visit[] = [{ path: '/issues?q=giai+chung+nhan&overdue=yes', by: auditor }, { path: '/issues', by: house.enterprise, language: 'en' }]
  const promises: Visit[] = [house.officer, house.coordinator].map((by) => ({ path: '/commitments', by }))
  promises.push({ path: '/commitments?state=overdue', by: auditor, language: 'en' }, { path: '/work?queue=slips', by: house.head })
  const together: Visit[] = [house.officer, house.leader].map((by) => ({ path: '/upward', by }))
  together.push({ path: '/upward?state=answered', by: auditor, language: 'en' }, { path: '/upward', by: house.enterprise, status: 403 })
  together.push({ path: '/work?queue=awaitingOpinions', by: house.officer }, { path: '/work?queue=handedBack', by: house.leader })
  const own = [...promises, ...together, { path: '/audit', by: auditor }, { path: '/audit/notes', by: auditor }, { path: '/audit/notes', by: house.leader, status: 403 }, ...[auditor, admin, house.officer].map((by) => ({ path: '/audit/exports', by })), { path: '/audit/exports?what=minutes&from=2026-01-01', by: auditor, language: 'en' as const }, { path: '/notices', by: house.officer }, { path: '/notices', by: house.enterprise }, { path: '/account', by: admin }, { path: '/account/absence', by: house.officer }]
  return [...mine, ...register, ...filtered, ...own, { path: '/admin', by: house.officer, status: 403 }]
}

function administration(): Visit[] {
  const { admin, officer } = house
  const pages = ['', '/units', '/units/STNMT', '/units/new', '/people', `/people/${officer.personId}`, `/people/${officer.personId}/absence`, '/people/new', '/people/new?role=officer', '/topics']
  const more = ['/topics/new', '/topics/land.allocation_lease', '/groups', '/zones', '/policies', '/policies/new', '/calendar', '/calendar/new', '/calendar/2026-09-02', '/calendar/import',
    '/calendar/moved?date=2026-09-02', '/policies/moved?clock=answer&class=simple&amount=7&unit=day&convention=A&validFrom=2026-01-01', '/log', '/templates', '/citations']
  return [...[...pages, ...more].map((page) => ({ path: `/admin${page}`, by: admin })), { path: '/admin/units', by: admin, language: 'en' }]
}

test('every page that the application can show is among those looked at', async () => {
  const { routes } = await loadBuild()
  const pathOf = (id: string | undefined): string[] => (id && routes[id] ? [...pathOf(routes[id].parentId), routes[id].path ?? ''] : [])
  const shown = Object.values(routes).filter(({ module }) => module.default).map(({ id }) => `/${pathOf(id).filter(Boolean).join('/')}`)
  const known = visits.map(({ path }) => path.split('?')[0]!)
  const literal = new Set(shown.filter((path) => !/[:*]/.test(path)))
  const looked = (path: string) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`)
    return known.some((one) => (literal.has(one) ? one === path : pattern.test(one)))
  }
  expect([...new Set(shown)].filter((path) => !looked(path))).toEqual([])
})

test.each(['nobody', ...roles])('every page of %s, on a desk and on a phone, is accessible, fits its width, has a title and a heading and no fault', { timeout: 150_000 }, async (role) => {
  const theirs = visits.filter(({ by }) => (by?.role ?? 'nobody') === role)
  expect(theirs.length).toBeGreaterThan(0)
  const findings = await inTurns([...new Set(theirs.map(({ by }) => by))], 2, async (by) => {
    const page = by ? await pageOf(db, app.origin, by) : await newPage({ baseURL: app.origin })
    const found: string[] = []
    for (const visit of theirs.filter((one) => one.by === by)) found.push(...(await findingsOn(page, visit)).map((one) => `${visit.path}: ${one}`))
    return found
  })
  expect(findings, findings.join('\n')).toEqual([])
})

async function findingsOn(page: Page, { path, status = 200, language = 'vi' }: Visit): Promise<string[]> {
  const before = troublesOf(page).length
  const plain = language === 'vi' && !path.includes('?')
  await page.setViewportSize(widths[0]!)
  await page.context().addCookies([{ name: 'lang', value: language, url: app.origin }])
  const response = await page.goto(path)
  const found = response?.status() === status ? [] : [`answered ${response?.status()}`]
  const { pathname, search } = new URL(page.url())
  if (pathname + search !== path) found.push(`went to ${pathname + search}`)
  const [title, headings, lang] = [await page.title(), await page.locator('h1').allTextContents(), await page.locator('html').getAttribute('lang')]
  if (!/\S · \S/.test(title)) found.push(`has the title «${title}»`)
  if (headings.length !== 1 || !headings[0]?.trim()) found.push(`has the headings ${JSON.stringify(headings)}`)
  if (lang !== language) found.push(`is in ${lang}`)
  const text = (await page.locator('body').innerText()) + title
  found.push(...(text.match(/\b(?:access|admin|audit|before|carry|clusters|commitments|common|conclusions|conferences|deadlines|desk|directives|documents|exports|filing|handover|imports|issued|issues|moves|notices|overview|prose|publication|replica|reports|routing|schedules|times|verdict|views|work):[a-z][\w.]+|\{\{|undefined|\[object/g) ?? []).map((raw) => `shows «${raw}»`))
  for (const size of widths) found.push(...(await faultsAt(page, size, size.width > 400 || plain)))
  return [...found, ...troublesOf(page).slice(before).filter((trouble) => status === 200 || !trouble.includes(String(status)))]
}

/** The forms of moves, and pages in English, are made of the same parts: axe reads them once. */
async function faultsAt(page: Page, size: { width: number; height: number }, read: boolean): Promise<string[]> {
  await page.setViewportSize(size)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const faults = wide > 0 ? [`at ${size.width}, is ${wide} px too wide`] : []
  if (!read) return faults
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze()
  return [...faults, ...violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `at ${size.width}, ${help}: ${html.slice(0, 200)}`))]
}
