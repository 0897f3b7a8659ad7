import type { Lexicon } from './shape.ts'

/** Housing, networks, roads, materials, sectors. */
export const supportPlaces: Lexicon = {
  'support.worker_housing': {
    strong: [
      'nhà ở công nhân', 'nhà ở xã hội', 'nhà ở cho công nhân', 'ký túc xá', 'nhà trọ', 'nhà lưu trú',
      'chỗ ở cho công nhân', 'nhà ở cho người lao động', 'nhà ở cho chuyên gia', 'quỹ nhà ở', 'nhà giá rẻ',
      'khu nhà ở công nhân', 'nhà giá thấp', 'thiết chế công đoàn', 'nhà ở cho thuê', 'thiếu nhà ở',
      'nhà ở người lao động', 'chỗ ở công nhân', 'khu lưu trú', 'nhà ở thu nhập thấp', 'nhà ở chuyên gia',
      'xây nhà ở', 'nhà ở công nhân khu công nghiệp', 'con công nhân', 'trường mầm non', 'nhà trẻ',
    ],
    usual: [
      'chỗ ở', 'nhà ở', 'nơi ở', 'thuê trọ', 'tiện ích cho công nhân', 'bệnh viện cho công nhân', 'khu vui chơi',
    ],
  },
  'support.power': {
    strong: [
      'mất điện', 'cắt điện', 'cúp điện', 'cấp điện', 'nguồn điện', 'điện sản xuất', 'giá điện', 'tiền điện',
      'trạm biến áp', 'lưới điện', 'điện lực', 'sụt áp', 'điện áp', 'điện mặt trời', 'điện áp mái', 'điện mái nhà',
      'thiếu điện', 'điện ba pha', 'công suất điện', 'tiết giảm điện', 'ngành điện', 'đấu nối điện', 'mua điện',
      'bán điện', 'hệ thống điện', 'đường dây điện', 'đường điện trung thế', 'trạm điện', 'điện chập chờn',
      'mua bán điện trực tiếp', 'điện không ổn định', 'điện trung áp', 'công tơ', 'hạ tầng điện', 'điện cấp',
      'điện gió', 'cấp điện ổn định', 'điện cho sản xuất', 'quá tải điện', 'giờ cao điểm',
    ],
    usual: ['điện', 'điện năng', 'năng lượng tái tạo', 'gián đoạn'],
  },
  'support.water': {
    strong: [
      'nước sạch', 'cấp nước', 'giá nước', 'đường ống nước', 'nước sinh hoạt', 'nước máy', 'mất nước', 'thiếu nước',
      'nguồn nước', 'cấp nước sạch', 'áp lực nước', 'nước sản xuất', 'hệ thống nước', 'nhà máy nước',
      'thiếu nước sạch',
    ],
    usual: ['nước', 'giếng khoan'],
  },
  'support.drainage': {
    strong: [
      'thoát nước', 'ngập', 'ngập úng', 'úng ngập', 'ngập lụt', 'ngập nước', 'tiêu thoát nước', 'cống thoát nước',
      'hệ thống thoát nước', 'tiêu úng', 'nạo vét', 'thoát nước mưa', 'trạm bơm', 'úng lụt', 'kênh thoát nước',
    ],
    usual: ['cống', 'mưa lớn', 'mưa', 'triều cường', 'kênh mương'],
  },
  'support.wastewater_waste': {
    strong: [
      'nước thải', 'xử lý nước thải', 'trạm xử lý nước thải', 'chất thải', 'chất thải rắn', 'chất thải nguy hại',
      'rác thải', 'bãi rác', 'xử lý rác', 'thu gom rác', 'đấu nối nước thải', 'hệ thống xử lý nước thải', 'mùi hôi',
      'tro xỉ', 'xử lý chất thải', 'vận chuyển rác', 'bùn thải', 'rác thải công nghiệp', 'chất thải công nghiệp',
      'nhà máy xử lý rác', 'thu gom xử lý', 'rác công nghiệp', 'nhà máy xử lý nước thải', 'chất thải xây dựng',
      'xử lý nước thải tập trung',
    ],
    usual: ['rác', 'phế thải', 'phế liệu', 'bãi thải', 'xả thải'],
  },
  'support.transport': {
    strong: [
      'đường gom', 'nút giao', 'xe buýt', 'tuyến xe buýt', 'ùn tắc', 'tắc đường', 'giao thông', 'đường giao thông',
      'hạ tầng giao thông', 'cấm tải', 'giờ cấm', 'cấm giờ', 'cấm đường', 'xe tải', 'xe container', 'xe chở',
      'đường xuống cấp', 'sửa chữa đường', 'nâng cấp đường', 'mở rộng đường', 'tuyến đường', 'cầu vượt',
      'đấu nối giao thông', 'điểm đấu nối', 'đấu nối đường', 'đường đấu nối', 'đèn tín hiệu', 'đèn đường',
      'biển báo', 'bến xe', 'bãi đỗ xe', 'đường vào', 'quốc lộ', 'cao tốc', 'tỉnh lộ', 'vành đai', 'đường dẫn',
      'kết nối giao thông', 'xe khách', 'taxi', 'đường sắt đô thị', 'tải trọng', 'quá tải trọng', 'xe quá tải',
      'vận tải hành khách', 'đường hỏng', 'mặt đường', 'ổ gà', 'đường sá', 'đường liên xã', 'đường nội bộ',
      'luồng tuyến', 'xe hợp đồng', 'bến thủy', 'bến cảng', 'cảng biển', 'luồng hàng hải', 'đường thủy nội địa',
      'đường trục', 'làm đường', 'đường bộ', 'đường hẹp', 'an toàn giao thông', 'sân bay',
    ],
    usual: [
      'đường', 'vận tải', 'cầu', 'xe', 'lưu thông', 'đi lại', 'vận chuyển', 'bốc xếp', 'nạo vét luồng', 'đường sắt',
      'cảng', 'phương tiện', 'tàu',
    ],
  },
  'support.infrastructure': {
    strong: [
      'hạ tầng ngoài hàng rào', 'ngoài hàng rào', 'hạ tầng cụm công nghiệp', 'hạ tầng khu công nghiệp',
      'hạ tầng kỹ thuật', 'đấu nối hạ tầng', 'hạ tầng đồng bộ', 'đồng bộ hạ tầng', 'san nền', 'hạ tầng xã hội',
      'hạ tầng thiết yếu', 'hạ tầng xuống cấp', 'kết cấu hạ tầng', 'đầu tư hạ tầng', 'hoàn thiện hạ tầng',
      'cơ sở hạ tầng', 'hệ thống hạ tầng', 'hạ tầng chưa', 'hạ tầng không', 'hạ tầng yếu', 'chiếu sáng',
      'điện chiếu sáng', 'hệ thống chiếu sáng', 'nâng cấp hạ tầng', 'hạ tầng trong hàng rào', 'hạ tầng cụm',
      'hạ tầng khu',
    ],
    usual: [
      'hạ tầng', 'cấp thoát nước', 'đấu nối', 'cây xanh', 'hạng mục hạ tầng', 'chủ đầu tư hạ tầng', 'điện đường',
    ],
    weak: ['cụm công nghiệp', 'khu công nghiệp', 'đồng bộ'],
  },
  'support.technology': {
    strong: [
      'sở hữu trí tuệ', 'chuyển đổi số', 'đổi mới công nghệ', 'khoa học công nghệ', 'nhãn hiệu', 'sáng chế',
      'chuyển giao công nghệ', 'kiểu dáng công nghiệp', 'trí tuệ nhân tạo', 'phần mềm', 'công nghệ thông tin',
      'đổi mới sáng tạo', 'dữ liệu số', 'nghiên cứu khoa học', 'quỹ khoa học công nghệ', 'ứng dụng công nghệ',
      'công nghệ mới', 'sóng di động', 'cáp quang', 'viễn thông', 'internet', 'đo lường chất lượng', 'tự động hóa',
      'kinh tế số', 'an toàn thông tin', 'máy móc đã qua sử dụng', 'đề tài khoa học', 'chỉ dẫn địa lý',
      'truy xuất nguồn gốc', 'thẩm định công nghệ', 'nền tảng số', 'tiêu chuẩn quốc tế',
    ],
    usual: ['công nghệ', 'số hóa', 'bản quyền', 'máy móc thiết bị', 'dữ liệu', 'nghiên cứu', 'tiêu chuẩn kỹ thuật'],
  },
  'support.materials': {
    strong: [
      'vật liệu xây dựng', 'giá vật liệu', 'giá vật liệu xây dựng', 'san lấp', 'đất san lấp', 'đất đắp',
      'cát xây dựng', 'cát san lấp', 'đá xây dựng', 'thiếu vật liệu', 'bãi đổ thải', 'mỏ vật liệu', 'giá thép',
      'công bố giá', 'chỉ số giá xây dựng', 'vật liệu san nền', 'vật liệu san lấp', 'vật liệu không nung',
      'thiếu cát', 'đất dôi dư', 'nguồn vật liệu', 'khan hiếm vật liệu', 'vật liệu đắp', 'giá cát', 'đất đá thải',
      'bê tông', 'gạch', 'xi măng', 'nguyên vật liệu tăng',
    ],
    usual: ['vật liệu', 'trượt giá', 'bình ổn giá vật liệu', 'giá thị trường', 'biến động giá'],
    weak: ['cát', 'đá'],
  },
  'support.sector': {
    strong: [
      'chính sách ngành', 'bảo vệ sản xuất trong nước', 'bảo hộ sản xuất', 'giá xăng dầu', 'giá xăng', 'bình ổn giá',
      'hàng giả', 'hàng lậu', 'buôn lậu', 'gian lận thương mại', 'hàng kém chất lượng', 'hàng nhái',
      'cạnh tranh không lành mạnh', 'phát triển du lịch', 'vùng nguyên liệu', 'nguyên liệu đầu vào',
      'phát triển ngành', 'hợp tác xã', 'hạn chế nhập khẩu', 'giá nguyên liệu', 'phát triển nông nghiệp',
      'dịch tả lợn', 'hàng nhập khẩu', 'ngành dệt may', 'ngành da giày', 'ngành gỗ', 'ngành du lịch', 'ngành thép',
      'ngành ô tô', 'sản phẩm ocop', 'chính sách phát triển', 'ngành vận tải', 'hàng trung quốc', 'ngành thủy sản',
      'ngành than', 'giá bán lẻ', 'giá gạo', 'giá heo', 'chiết khấu xăng dầu',
    ],
    usual: [
      'du lịch', 'nông sản', 'chăn nuôi', 'thủy sản', 'nông nghiệp', 'nguyên liệu', 'dệt may', 'da giày', 'chợ',
      'ngành hàng', 'xăng dầu', 'bình ổn', 'cạnh tranh', 'nông dân', 'trồng trọt', 'lâm nghiệp', 'tàu cá',
      'đánh bắt',
    ],
    weak: ['ngành', 'chính sách', 'sản xuất trong nước'],
  },
  'support.association': {
    strong: [
      'trụ sở hiệp hội', 'hỗ trợ hiệp hội', 'hội doanh nghiệp', 'hiệp hội doanh nghiệp', 'trụ sở làm việc',
      'câu lạc bộ doanh nghiệp', 'thành lập hiệp hội', 'kinh phí cho hiệp hội', 'vai trò hiệp hội', 'thành lập hội',
      'hoạt động hiệp hội', 'kinh phí hoạt động hội', 'cho hiệp hội', 'của hiệp hội', 'hội nghề nghiệp',
      'hội doanh nhân',
    ],
    usual: ['hiệp hội', 'trụ sở', 'doanh nhân'],
  },
}
