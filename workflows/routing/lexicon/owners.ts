import { tradeOwners } from './owners-by-trade.ts'

/**
 * Who answers for a subject matter whatever the topic's usual lead is. `topics`: codes or beginnings of codes where it
 * holds; `weight` in units of log-odds against a usual lead of 2.
 */
export type OwnerRule = { reason: string; unit: string; topics: string[]; weight: number; words: string[] }

export const OWNERS: OwnerRule[] = [
  ...tradeOwners,
  {
    reason: 'ownerImmigration', unit: 'CATP', weight: 3, topics: [
      'admin.foreign_labour', 'admin.one_stop', 'support.labour_training',
    ],
    words: [
      'thị thực', 'visa', 'thẻ tạm trú', 'xuất nhập cảnh', 'nhập cảnh', 'xuất cảnh', 'hộ chiếu', 'tạm trú',
      'quản lý xuất nhập cảnh', 'miễn thị thực', 'thẻ apec', 'khai báo tạm trú',
    ],
  },
  {
    reason: 'ownerPolice', unit: 'CATP', weight: 2.2, topics: [
      'admin.inspection', 'admin.sectoral_licence', 'admin.construction_permit', 'clearance.enforcement',
      'admin.one_stop', 'other.civil_dispute', 'support.transport',
    ],
    words: [
      'cảnh sát giao thông', 'con dấu', 'an ninh trật tự', 'công an', 'cảnh sát', 'phòng cháy',
      'phòng cháy chữa cháy', 'dịch vụ bảo vệ', 'cầm đồ',
    ],
  },
  {
    reason: 'ownerTaxDebt', unit: 'CUCTHUE', weight: 2.4, topics: [
      'land.', 'admin.business_registration', 'support.fees', 'support.payment_arrears', 'clearance.cost_settlement',
      'admin.one_stop', 'admin.foreign_labour',
    ],
    words: [
      'nợ thuế', 'tiền chậm nộp', 'chậm nộp thuế', 'cưỡng chế hóa đơn', 'cưỡng chế thuế', 'truy thu', 'cục thuế',
      'chi cục thuế', 'miễn tiền thuê đất', 'giảm tiền thuê đất', 'miễn giảm tiền thuê đất', 'nộp tiền thuê đất',
      'khấu trừ tiền thuê đất', 'thuế đất', 'hoàn thuế', 'lệ phí trước bạ', 'lệ phí môn bài',
      'giảm tiền sử dụng đất', 'thuế đất phi nông nghiệp',
    ],
  },
  {
    reason: 'ownerFinance', unit: 'STC', weight: 1.8, topics: [
      'admin.bidding', 'support.credit', 'support.investment_incentive', 'support.tax_relief',
      'clearance.cost_settlement', 'support.materials',
    ],
    words: [
      'ngân sách', 'thẩm tra quyết toán', 'quyết toán vốn', 'tài sản công', 'hỗ trợ lãi suất từ ngân sách',
      'thẩm định giá', 'bình ổn giá', 'kê khai giá', 'giá dịch vụ công',
    ],
  },
  {
    reason: 'ownerGuarantee', unit: 'QBLTD', weight: 2.2, topics: ['support.credit'],
    words: ['quỹ bảo lãnh', 'quỹ bảo lãnh tín dụng', 'bảo lãnh tín dụng'],
  },
  {
    reason: 'ownerFund', unit: 'QDTPT', weight: 2.4, topics: ['support.credit', 'support.investment_incentive'],
    words: ['quỹ đầu tư phát triển', 'quỹ đầu tư'],
  },
  {
    reason: 'ownerPlanner', unit: 'SQHKT', weight: 1.8, topics: [
      'land.planning', 'admin.construction_permit', 'admin.investment', 'admin.cluster', 'support.worker_housing',
    ],
    words: [
      'quy hoạch chi tiết', '1/500', 'quy hoạch phân khu', 'tổng mặt bằng', 'chỉ giới đường đỏ', 'quy hoạch chung',
      'quy hoạch kiến trúc',
    ],
  },
  {
    reason: 'ownerInvestment', unit: 'SKHDT', weight: 1.6, topics: [
      'land.progress_extension', 'land.revocation', 'admin.planning', 'admin.cluster', 'support.payment_arrears',
      'other.sector_policy', 'land.allocation_lease',
    ],
    words: [
      'ký quỹ', 'chủ trương đầu tư', 'đầu tư công', 'giấy chứng nhận đầu tư', 'đăng ký đầu tư', 'bổ sung quy hoạch',
      'đăng ký thay đổi', 'lựa chọn nhà đầu tư',
    ],
  },
  {
    reason: 'ownerPower', unit: 'EVNHN', weight: 2, topics: [
      'support.infrastructure', 'clearance.graves_infra', 'admin.cluster',
    ],
    words: [
      'điện lực', 'lưới điện', 'trạm biến áp', 'cấp điện', 'di dời đường điện', 'di dời lưới điện', 'ngành điện',
      'đấu nối điện',
    ],
  },
]

/** Expressions that hold one of the words above by accident. */
export const OWNER_DECOYS = [
  'xã hội', 'hợp tác xã', 'nhà ở xã hội', 'bảo hiểm xã hội', 'thương binh và xã hội', 'xã hội hóa', 'hạ tầng xã hội',
  'bảo hiểm y tế', 'mạng lưới', 'văn hóa doanh nghiệp', 'bảo vệ môi trường', 'khu nhà ở công nhân',
]
