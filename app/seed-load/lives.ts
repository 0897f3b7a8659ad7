import { advance, type Step } from '#workflows/resolution/advance.ts'
import type { By } from '#workflows/resolution/actor.ts'
import { newFacts, type Position } from '#workflows/resolution/facts.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'

/** Stand-ins for the parties of an issue until it is given its own. */
export const parties = { lead: 'LEAD', second: 'SECOND', asked: 'ASKED' } as const
export const players = ['coordinator', 'leadOfficer', 'leadHead', 'secondOfficer', 'askedOfficer', 'filer', 'system'] as const
export type Player = (typeof players)[number]

const nobody = { unit: null, enterpriseId: null, associationId: null }
/** Numbers below nought stand for people, as the names above for units. */
export const by: Record<Player, By> = {
  coordinator: { ...nobody, personId: -1, role: 'coordinator', unit: 'VPUB' },
  leadOfficer: { ...nobody, personId: -2, role: 'officer', unit: parties.lead },
  leadHead: { ...nobody, personId: -3, role: 'head', unit: parties.lead },
  secondOfficer: { ...nobody, personId: -4, role: 'officer', unit: parties.second },
  askedOfficer: { ...nobody, personId: -5, role: 'officer', unit: parties.asked },
  filer: { ...nobody, personId: -6, role: 'enterprise', enterpriseId: -7 },
  system: { ...nobody, personId: null, role: 'system' },
}

/** A move, by whom, and after at most how many working days. */
type Line = [player: Player, move: MoveInput, days: number]
const none = undefined
const route = (leadUnit: string, coordinatingUnits: string[] = []): Line =>
  ['coordinator', { type: 'route', leadUnit, coordinatingUnits, deadlineClass: coordinatingUnits.length > 0 ? 'severalUnits' : 'simple', needsLeader: false, group: none, topic: none, note: none }, 2]
const accept: Line = ['leadOfficer', { type: 'accept', note: none }, 1]
const ask: Line = ['leadOfficer', { type: 'requestOpinion', units: [parties.asked], question: 'Đề nghị cho ý kiến về nội dung thuộc lĩnh vực quản lý.', dueOn: none, unit: none }, 1]
const opinion: Line[] = [ask, ['askedOfficer', { type: 'giveOpinion', text: 'Cơ bản thống nhất với nội dung dự thảo.' }, 4]]
const silence: Line[] = [ask, ['coordinator', { type: 'urge', unit: parties.asked }, 3], ['system', { type: 'noOpinion', unit: parties.asked }, 3]]
const submit: Line = ['leadOfficer', { type: 'submitAnswer', text: 'Đơn vị đã kiểm tra hồ sơ và giải quyết theo quy định.', note: none }, 4]
const approve: Line = ['leadHead', { type: 'approve', letterNumber: '12/MAU', letterDate: '2024-06-03', note: none }, 2]
const again: Line[] = [['leadHead', { type: 'returnForRedraft', note: 'Nêu rõ thời hạn thực hiện.' }, 1], submit]
const question: Line[] = [['leadOfficer', { type: 'askEnterprise', question: 'Đề nghị bổ sung số hồ sơ.' }, 1], ['filer', { type: 'supply', text: 'Số hồ sơ 15.' }, 3]]
const extend: Line[] = [['leadOfficer', { type: 'requestExtension', workingDays: 5, note: 'Cần khảo sát thực địa.' }, 4], ['coordinator', { type: 'grantExtension', workingDays: 5, note: none }, 1]]
const promise: Line = ['leadOfficer', { type: 'commit', text: 'Hoàn thành và bàn giao kết quả.', ownerUnit: parties.lead, responsible: none, dueOn: '2099-12-31', replaces: none }, 1]
const fulfil: Line = ['leadOfficer', { type: 'fulfil', evidence: 'Biên bản bàn giao.', evidenceUrl: none, commitment: none }, 12]
const confirm: Line = ['filer', { type: 'confirmSolved', satisfied: true, reason: none, note: none }, 5]
const close: Line = ['system', { type: 'close', note: none }, 15]
const dispute: Line = ['filer', { type: 'dispute', reason: 'explainsOnly', note: 'Mới giải thích, chưa giải quyết.' }, 5]
const handBack: Line = ['secondOfficer', { type: 'handBack', competentUnit: parties.lead, note: 'Không thuộc thẩm quyền.' }, 2]
const refuse: Line = ['leadOfficer', { type: 'refuse', legalGround: 'Luật Đất đai 2024', text: 'Không thuộc trường hợp được giải quyết.' }, 4]
const upward: Line[] = [
  ['leadOfficer', { type: 'escalateUpward', authority: 'Bộ Mẫu', letterNumber: '3/MAU', letterDate: '2024-05-02', note: none }, 3],
  ['leadOfficer', { type: 'chaseUpward', letterNumber: '9/MAU', letterDate: '2024-06-02', note: none }, 20],
  ['leadOfficer', { type: 'upwardAnswered', letterNumber: '88/BM', letterDate: '2024-07-02', text: 'Bộ thống nhất.' }, 20],
]

/** How often each life is led, of a hundred. Eight to fourteen events each where it is led to its end. */
const scripts: [share: number, lines: Line[]][] = [
  [24, [route(parties.lead, [parties.asked]), accept, ...opinion, submit, approve, fulfil, confirm]],
  [14, [route(parties.lead, [parties.asked]), accept, ...opinion, submit, ...again, approve, promise, fulfil, close]],
  [12, [route(parties.lead), accept, ...question, submit, approve, promise, fulfil, confirm]],
  [10, [route(parties.lead), accept, ...extend, submit, ...again, approve, fulfil, close]],
  [8, [route(parties.second), handBack, route(parties.lead, [parties.asked]), accept, ...silence, submit, approve]],
  [8, [route(parties.lead, [parties.asked]), accept, ...opinion, submit, approve, dispute, submit, approve, fulfil, confirm]],
  [8, [route(parties.second), handBack, route(parties.lead), accept, ...question, ask]],
  [6, [route(parties.lead), accept, ...question, refuse, ...again.slice(0, 1), refuse, approve]],
  [6, [route(parties.lead), accept, ...upward, submit, approve, fulfil, close]],
  [4, [route(parties.lead), accept, ...question, ...extend, submit, ...again, approve, promise]],
]

export type PlayedLine = { player: Player; days: number; step: Step }
export type Life = { share: number; lines: PlayedLine[] }

/** Each life led through the machine once; an issue's own history is it with other names and days. */
export const lives = (): Life[] =>
  scripts.map(([share, lines]) => {
    let position: Position = { state: 'received', facts: newFacts({ enterpriseId: -7, associationId: null }) }
    return {
      share,
      lines: lines.map(([player, move, days], number) => {
        const at = new Date(Date.UTC(2024, 0, 1 + number)).toISOString()
        // a bound of its own for each line, so that the facts say whose bound they keep
        const step = advance(position, { ...move, by: by[player], at, reopenUntil: new Date(Date.UTC(2099, 0, 1 + number)).toISOString() })
        if (!step.ok) throw new Error(`life of ${share} %: ${move.type} is refused in ${position.state}`)
        position = step.to
        return { player, days, step }
      }),
    }
  })
