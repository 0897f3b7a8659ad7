import fc from 'fast-check'
import type { Actor } from '#app/access/actor.ts'
import type { Db } from '#db/client.ts'
import type { MoveInput } from '#workflows/resolution/moves.ts'
import { anIssue, routeTo, walk, type aHouse } from './issues.ts'

type House = Awaited<ReturnType<typeof aHouse>>
type Made = [keyof Omit<House, 'enterpriseId'>, MoveInput]

const letter = { letterNumber: '12/STNMT', letterDate: '2024-06-03' }
const routed: Made = ['coordinator', routeTo('STNMT')]
const accepted: Made[] = [routed, ['officer', { type: 'accept', note: undefined }]]
const answered: Made[] = [
  ['officer', { type: 'submitAnswer', text: 'Sở đã cấp giấy chứng nhận.', note: undefined }],
  ['head', { type: 'approve', ...letter, note: undefined }],
]
const done: Made[] = [
  ['officer', { type: 'fulfil', evidence: 'Giấy chứng nhận số 12.', commitment: undefined }],
  ['enterprise', { type: 'confirmSolved', satisfied: true, note: undefined }],
]
const disputed: Made = ['enterprise', { type: 'dispute', reason: 'explainsOnly', note: 'Chưa giải quyết.' }]
const extended: Made[] = [
  ['officer', { type: 'requestExtension', workingDays: 5, note: 'Cần khảo sát thực địa.' }],
  ['coordinator', { type: 'grantExtension', workingDays: 5, note: undefined }],
]
const promised: Made = [
  'officer', { type: 'commit', text: 'Trao giấy.', ownerUnit: 'STNMT', responsible: undefined, dueOn: '2024-12-31' },
]
const asked: Made = ['officer', { type: 'askEnterprise', question: 'Hồ sơ số mấy?' }]
const split: Made = [
  'coordinator', { type: 'split', rest: 'Cấp giấy chứng nhận.', text: 'Giảm tiền thuê đất.', note: undefined },
]
const refused: Made = ['coordinator', { type: 'refuse', legalGround: 'Điều 5', text: 'Không thuộc phạm vi tiếp nhận.' }]
const rerouted: Made = ['coordinator', { ...routeTo('SXD'), type: 'reroute', note: 'Đúng thẩm quyền hơn.' } as MoveInput]

/** Lives an issue may have, each made of real moves by those who may make them. */
export const lives: Made[][] = [
  [...accepted, ...answered, ...done],
  [...accepted, ...extended, ...answered, disputed, ...answered, ...done],
  [...accepted, ...answered, promised, ...done],
  [...accepted, asked, ['enterprise', { type: 'supply', text: 'Số 5.' }], ...answered],
  [routed, ['officer', { type: 'handBack', competentUnit: 'SXD', note: 'Không thuộc thẩm quyền.' }], ['coordinator', routeTo('SXD', { group: 'clearance', topic: 'clearance.compensation' })]],
  [...accepted, ['officer', { type: 'escalateUpward', authority: 'Bộ Tài nguyên và Môi trường', ...letter, note: undefined }]],
  [split, ...accepted, ...answered],
  [refused, ['enterprise', { type: 'reopen', note: 'Đề nghị xem lại.' }]],
  [['coordinator', { type: 'divert', track: 'complaint', guidance: 'Gửi theo Luật Khiếu nại.', note: undefined }]],
  [['enterprise', { type: 'withdraw', note: 'Đã được giải quyết.' }]],
  [['coordinator', routeTo('STNMT', { group: 'admin' })], rerouted],
]

export type History = { life: number; steps: number; hours: number[] }
const first = Date.parse('2024-05-28T02:00:00Z')

/** Which life, how far into it, and the hours between its moves. */
export const histories = fc.array(
  fc.record({
    life: fc.nat(lives.length - 1),
    steps: fc.nat(13),
    hours: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 4, maxLength: 10 },
)

/** Lives the histories through the one door for moves; all are over before July 2024 ends. */
export async function live(db: Db, house: House, conferenceId: number, plan: History[]): Promise<void> {
  for (const { life, steps, hours } of plan) {
    let at = first + hours[0]! * 3_600_000
    const { id } = await anIssue(db, { enterpriseId: house.enterpriseId, conferenceId, at: new Date(at) })
    for (const [index, [who, move]] of lives[life]!.slice(0, steps).entries()) {
      at += hours[(index + 1) % hours.length]! * 3_600_000
      await walk(db, id, [[house[who] as Actor, move]], new Date(at))
    }
  }
}
