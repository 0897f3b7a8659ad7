import type { By, Role } from './actor.ts'
import { newFacts, type Facts, type Move } from './facts.ts'
import type { MoveInput, MoveName } from './moves.ts'

/** People and moves for tests of the machine: one of each kind, with just enough in them. */
export const noon = '2024-04-08T05:00:00.000Z'
export const later = '2024-04-29T10:00:00.000Z'

const nobody = { unit: null, enterpriseId: null, associationId: null }
export const a = (role: Role | 'system', unit: string | null = null, personId = 1): By =>
  role === 'enterprise'
    ? { ...nobody, personId, role, enterpriseId: 7 }
    : role === 'association'
      ? { ...nobody, personId, role, associationId: 3 }
      : { ...nobody, personId: role === 'system' ? null : personId, role, unit }

/** Facts as they stand on the usual way into each state. */
export const facts = (of: Partial<Facts> = {}): Facts => ({ ...newFacts({ enterpriseId: 7, associationId: null }), ...of })

const letter = { letterNumber: '1/MAU', letterDate: '2024-04-10' }
export const samples: { [M in MoveName]: Extract<MoveInput, { type: M }> } = {
  route: { type: 'route', leadUnit: 'STNMT', coordinatingUnits: ['STC'], deadlineClass: 'simple', needsLeader: false, group: undefined, topic: undefined, note: undefined },
  reroute: { type: 'reroute', leadUnit: 'SXD', coordinatingUnits: [], deadlineClass: 'simple', needsLeader: false, group: undefined, topic: undefined, note: 'Đúng thẩm quyền' },
  split: { type: 'split', text: 'hai', rest: 'một', note: undefined },
  divert: { type: 'divert', track: 'complaint', guidance: 'Gửi cơ quan có thẩm quyền', note: undefined },
  refuse: { type: 'refuse', legalGround: 'Luật', text: 'Không thuộc phạm vi' },
  withdraw: { type: 'withdraw', note: 'Đã xong' },
  answerOnTheSpot: { type: 'answerOnTheSpot', leadUnit: 'STNMT', answeredBy: 'Giám đốc Sở', text: 'Đã rõ' },
  accept: { type: 'accept', note: undefined },
  handBack: { type: 'handBack', competentUnit: 'SXD', note: 'Không thuộc thẩm quyền' },
  askEnterprise: { type: 'askEnterprise', question: 'Số hồ sơ?' },
  supply: { type: 'supply', text: 'Số 5' },
  resume: { type: 'resume', note: undefined },
  requestOpinion: { type: 'requestOpinion', units: ['STC'], dueOn: undefined, unit: undefined, question: 'Ý kiến về giá?' },
  giveOpinion: { type: 'giveOpinion', text: 'Thống nhất' },
  noOpinion: { type: 'noOpinion', unit: 'STC' },
  cancelOpinion: { type: 'cancelOpinion', unit: 'STC', note: 'Không cần nữa' },
  urge: { type: 'urge', unit: 'STC' },
  submitAnswer: { type: 'submitAnswer', text: 'Trả lời', note: undefined },
  approve: { type: 'approve', ...letter, note: undefined },
  returnForRedraft: { type: 'returnForRedraft', note: 'Nêu rõ thời hạn' },
  requestExtension: { type: 'requestExtension', workingDays: 5, note: 'Phức tạp' },
  grantExtension: { type: 'grantExtension', workingDays: 5, note: undefined },
  declineExtension: { type: 'declineExtension', note: 'Không có căn cứ' },
  changeClass: { type: 'changeClass', deadlineClass: 'urgent', note: 'Ảnh hưởng sản xuất' },
  setDeadline: { type: 'setDeadline', dueOn: '2099-05-11', notice: '761/TB-UBND' },
  recomputeDeadline: {
    type: 'recomputeDeadline', reason: 'calendar', change: 1, reopenUntilThen: undefined,
    clocks: [{ clock: 'answer', unit: null, from: noon, to: later }],
  },
  escalateUpward: { type: 'escalateUpward', authority: 'Bộ Mẫu', ...letter, note: undefined },
  chaseUpward: { type: 'chaseUpward', ...letter, note: undefined },
  upwardAnswered: { type: 'upwardAnswered', ...letter, text: 'Bộ trả lời' },
  commit: { type: 'commit', text: 'Cấp trong tháng', ownerUnit: 'STNMT', responsible: undefined, dueOn: '2099-05-11', replaces: undefined },
  slip: { type: 'slip', commitment: 1, dueOn: '2099-06-10', note: 'Chờ thẩm định' },
  grantSlip: { type: 'grantSlip', commitment: 1, dueOn: '2099-06-10', note: undefined },
  declineSlip: { type: 'declineSlip', commitment: 1, note: 'Không có lý do khách quan' },
  fulfil: { type: 'fulfil', evidence: 'Biên bản bàn giao', evidenceUrl: undefined, commitment: undefined },
  break: { type: 'break', commitment: 1, note: 'Không bố trí được vốn' },
  confirmSolved: { type: 'confirmSolved', satisfied: true, reason: undefined, note: undefined },
  dispute: { type: 'dispute', reason: 'explainsOnly', note: 'Mới chỉ giải thích' },
  reopen: { type: 'reopen', note: 'Phát sinh lại' },
  close: { type: 'close', note: undefined },
  joinCluster: { type: 'joinCluster', cluster: 1, note: undefined },
  leaveCluster: { type: 'leaveCluster', note: undefined },
  claim: { type: 'claim', enterprise: 7, association: null, person: 20 },
  transferUnit: { type: 'transferUnit', from: 'STNMT', to: 'SXD', note: 'Đơn vị sáp nhập' },
}

export const make = (name: MoveName, by: By, at = noon): Move => ({ ...samples[name], by, at, reopenUntil: later }) as Move
