import type { OwnerRule } from './owners.ts'

const trades = [
  'admin.sectoral_licence', 'admin.inspection', 'admin.regulation', 'support.sector', 'support.fees',
  'other.sector_policy',
]
const licences = [...trades, 'admin.one_stop', 'support.association']

export const tradeOwners: OwnerRule[] = [
  {
    reason: 'ownerForest', unit: 'SNNPTNT', weight: 2.6,
    topics: ['land.purpose_change', 'land.planning', 'land.allocation_lease', 'land.revocation', ...licences],
    words: [
      'rừng', 'đất rừng', 'lâm nghiệp', 'trồng rừng', 'rừng phòng hộ', 'rừng sản xuất', 'rừng tự nhiên', 'kiểm lâm',
      'khai thác gỗ', 'gỗ rừng trồng', 'lâm sản',
    ],
  },
  {
    reason: 'ownerFarming', unit: 'SNNPTNT', weight: 2.4, topics: trades,
    words: [
      'nông nghiệp', 'nông sản', 'thủy sản', 'chăn nuôi', 'kiểm dịch', 'thú y', 'bảo vệ thực vật', 'thủy lợi',
      'đê điều', 'phân bón', 'giống cây trồng', 'thức ăn chăn nuôi', 'tàu cá', 'đánh bắt', 'nuôi trồng', 'nuôi tôm',
      'nuôi heo', 'nuôi lợn', 'giết mổ', 'nông thôn mới', 'ocop', 'mã số vùng trồng', 'trồng trọt', 'nông dân',
      'cà phê', 'lúa gạo', 'trái cây', 'vùng nguyên liệu', 'nghề cá', 'dịch tả lợn', 'hồ tiêu', 'sầu riêng',
      'tôm giống', 'cây giống', 'con giống', 'hành lang đê', 'thoát lũ',
    ],
  },
  {
    reason: 'ownerMinerals', unit: 'STNMT', weight: 2.6,
    topics: [...trades, 'admin.planning', 'admin.investment', 'support.materials', 'land.planning'],
    words: [
      'khoáng sản', 'khai thác mỏ', 'cấp mỏ', 'mỏ đá', 'mỏ đất', 'mỏ cát', 'mỏ sét', 'mỏ than', 'mỏ', 'khai thác đá',
      'khai thác cát', 'khai thác than', 'thăm dò', 'trữ lượng', 'nước dưới đất', 'nước ngầm', 'tài nguyên nước',
      'khai thác nước', 'cấp quyền khai thác', 'quy hoạch khoáng sản', 'titan', 'đóng cửa mỏ', 'phục hồi môi trường',
      'giấy phép khai thác',
    ],
  },
  {
    reason: 'ownerHealth', unit: 'SYT', weight: 2.6, topics: licences,
    words: [
      'y tế', 'bệnh viện', 'phòng khám', 'khám chữa bệnh', 'thuốc chữa bệnh', 'đấu thầu thuốc', 'dược', 'dược phẩm',
      'nhà thuốc', 'trang thiết bị y tế', 'vật tư y tế', 'an toàn thực phẩm', 'an toàn vệ sinh thực phẩm',
      'vệ sinh an toàn thực phẩm', 'thực phẩm chức năng', 'mỹ phẩm', 'tiêm chủng', 'phòng chống dịch', 'xét nghiệm',
      'cách ly', 'vắc xin', 'bếp ăn',
    ],
  },
  {
    reason: 'ownerTransport', unit: 'SGTVT', weight: 2.6, topics: [
      ...licences, 'support.credit', 'support.infrastructure',
    ],
    words: [
      'vận tải', 'phù hiệu', 'đăng kiểm', 'bến xe', 'đường thủy', 'đường thủy nội địa', 'taxi', 'xe hợp đồng',
      'xe khách', 'lái xe', 'giấy phép lái xe', 'xe tải', 'tải trọng xe', 'thiết bị giám sát hành trình', 'phí bot',
      'bot', 'thu phí đường bộ', 'trạm thu phí', 'phí đường bộ', 'bảo trì đường bộ', 'luồng tuyến',
      'phương tiện thủy', 'cầu đường', 'cảng bến', 'bến thủy', 'xe buýt', 'xe container', 'quá tải',
    ],
  },
  {
    reason: 'ownerTrade', unit: 'SCT', weight: 2.2, topics: [
      'admin.inspection', 'admin.sectoral_licence', 'other.sector_policy', 'support.fees', 'admin.one_stop',
    ],
    words: [
      'quản lý thị trường', 'xăng dầu', 'khí hóa lỏng', 'rượu', 'thuốc lá', 'hóa chất', 'vật liệu nổ', 'hàng giả',
      'hàng lậu', 'hàng nhái', 'gian lận thương mại', 'an toàn điện', 'bán hàng đa cấp', 'khuyến mại', 'chợ',
      'siêu thị', 'trung tâm thương mại', 'bán lẻ', 'thủy điện', 'điện lực',
    ],
  },
  {
    reason: 'ownerBuilding', unit: 'SXD', weight: 2.2, topics: [
      ...trades, 'support.infrastructure', 'support.payment_arrears',
    ],
    words: [
      'cấp thoát nước', 'vật liệu xây dựng', 'chứng chỉ hành nghề xây dựng', 'kinh doanh bất động sản',
      'bất động sản', 'nhà ở', 'chung cư', 'xây dựng công trình', 'san nền', 'chiếu sáng', 'cây xanh', 'thoát nước',
      'cấp nước', 'đấu nối', 'hạ tầng kỹ thuật đô thị', 'khu đô thị', 'xi măng', 'gạch', 'định mức xây dựng',
      'đơn giá xây dựng',
    ],
  },
  {
    reason: 'ownerTourism', unit: 'SDL', weight: 2.6, topics: licences,
    words: [
      'du lịch', 'lữ hành', 'khách sạn', 'lưu trú du lịch', 'hướng dẫn viên', 'khách du lịch', 'điểm đến',
      'homestay', 'xếp hạng khách sạn',
    ],
  },
  {
    reason: 'ownerCulture', unit: 'SVHTT', weight: 2.6, topics: licences,
    words: [
      'quảng cáo', 'biển quảng cáo', 'karaoke', 'di tích', 'văn hóa', 'thể thao', 'lễ hội', 'biểu diễn nghệ thuật',
      'điện ảnh', 'bảo tàng', 'sân golf', 'bản quyền tác giả',
    ],
  },
  {
    reason: 'ownerEducation', unit: 'SGDDT', weight: 2.6, topics: licences,
    words: [
      'giáo dục', 'trường học', 'mầm non', 'trung tâm ngoại ngữ', 'trường tư thục', 'nhà trẻ', 'học sinh', 'du học',
      'sách giáo khoa',
    ],
  },
  {
    reason: 'ownerMedia', unit: 'STTTT', weight: 2.4, topics: [
      ...licences, 'support.technology', 'support.infrastructure',
    ],
    words: [
      'viễn thông', 'bưu chính', 'báo chí', 'xuất bản', 'trạm bts', 'sóng di động', 'cáp quang', 'internet',
      'an toàn thông tin', 'trò chơi điện tử', 'mạng xã hội', 'dịch vụ công trực tuyến', 'cổng dịch vụ công',
    ],
  },
  {
    reason: 'ownerJustice', unit: 'STP', weight: 2.2, topics: [
      'admin.sectoral_licence', 'admin.foreign_labour', 'admin.inspection', 'other.civil_dispute', 'admin.one_stop',
    ],
    words: [
      'lý lịch tư pháp', 'công chứng', 'luật sư', 'đấu giá tài sản', 'trợ giúp pháp lý', 'giám định tư pháp',
      'thừa phát lại', 'tư vấn pháp luật',
    ],
  },
]
