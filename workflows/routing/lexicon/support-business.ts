import type { Lexicon } from './shape.ts'

/** Money, markets and people. */
export const supportBusiness: Lexicon = {
  'support.credit': {
    strong: [
      'vay vốn', 'lãi suất', 'tín dụng', 'bảo lãnh tín dụng', 'quỹ bảo lãnh', 'quỹ đầu tư phát triển', 'vốn vay',
      'giãn nợ', 'cơ cấu nợ', 'cơ cấu lại nợ', 'cơ cấu lại thời hạn trả nợ', 'khoanh nợ', 'khoản vay',
      'tài sản thế chấp', 'tài sản bảo đảm', 'vốn lưu động', 'gói tín dụng', 'tiếp cận vốn', 'nguồn vốn vay',
      'hạ lãi suất', 'hỗ trợ lãi suất', 'vốn ưu đãi', 'nợ xấu', 'hạn mức tín dụng', 'ngoại tệ', 'giảm lãi suất',
      'tỷ giá', 'vay ưu đãi', 'cho vay', 'tín chấp', 'ngân hàng', 'ngân hàng thương mại', 'vay ngân hàng',
      'quỹ tín dụng', 'tiếp cận tín dụng', 'lãi vay', 'nợ ngân hàng', 'đáo hạn', 'thanh toán quốc tế', 'trả nợ',
      'tiếp cận nguồn vốn', 'thiếu vốn', 'quỹ hỗ trợ', 'phương án vay', 'giãn nợ ngân hàng', 'hỗ trợ vốn',
      'vốn tín dụng', 'vay tiền',
    ],
    usual: ['vay', 'thế chấp', 'giải ngân', 'nguồn vốn', 'vốn sản xuất', 'trái phiếu', 'cho thuê tài chính'],
    weak: ['vốn'],
  },
  'support.tax_relief': {
    strong: [
      'miễn giảm thuế', 'gia hạn thuế', 'giảm thuế', 'miễn thuế', 'gia hạn nộp thuế', 'gia hạn thời hạn nộp thuế',
      'giãn thuế', 'giãn nộp thuế', 'hoãn nộp thuế', 'giảm thuế giá trị gia tăng', 'giảm thuế thu nhập doanh nghiệp',
      'hoãn thuế', 'miễn hoặc giảm thuế', 'giảm thuế suất', 'miễn giảm thuế phí', 'chính sách miễn giảm',
      'giảm thuế đất', 'miễn thuế đất', 'giảm thuế môi trường', 'miễn giảm gia hạn thuế', 'giãn hoãn thuế',
      'miễn thuế thu nhập', 'giảm thuế tiêu thụ đặc biệt', 'giảm thuế phí',
    ],
    usual: ['miễn giảm', 'giãn hoãn', 'thuế đất', 'gánh nặng thuế'],
  },
  'support.investment_incentive': {
    strong: [
      'ưu đãi đầu tư', 'hưởng ưu đãi', 'chính sách ưu đãi', 'cơ chế ưu đãi', 'khuyến khích đầu tư',
      'danh mục ưu đãi', 'địa bàn ưu đãi', 'ưu đãi thuế', 'xúc tiến đầu tư', 'kêu gọi đầu tư', 'thu hút nhà đầu tư',
      'hỗ trợ doanh nghiệp nhỏ và vừa', 'khởi nghiệp', 'diện ưu đãi', 'đối tượng ưu đãi', 'mức ưu đãi',
      'hỗ trợ sau đầu tư', 'chính sách hỗ trợ doanh nghiệp', 'chính sách thu hút',
    ],
    usual: ['ưu đãi', 'hỗ trợ khởi nghiệp', 'thu hút đầu tư', 'hỗ trợ đầu tư'],
    weak: ['doanh nghiệp nhỏ và vừa', 'cơ chế hỗ trợ', 'chính sách hỗ trợ'],
  },
  'support.trade_promotion': {
    strong: [
      'xúc tiến thương mại', 'hội chợ', 'triển lãm', 'thị trường xuất khẩu', 'tìm kiếm thị trường', 'quảng bá',
      'quảng bá sản phẩm', 'thương hiệu', 'tiêu thụ sản phẩm', 'kết nối cung cầu', 'kết nối giao thương',
      'kết nối tiêu thụ', 'đơn hàng giảm', 'đơn hàng xuất khẩu', 'thiếu đơn hàng', 'thuế đối ứng',
      'phòng vệ thương mại', 'hàng tồn kho', 'thương mại điện tử', 'mở rộng thị trường', 'kích cầu',
      'thị trường tiêu thụ', 'đầu ra sản phẩm', 'đầu ra cho sản phẩm', 'hỗ trợ xuất khẩu', 'đẩy mạnh xuất khẩu',
      'xuất khẩu hàng hóa', 'kim ngạch xuất khẩu', 'hiệp định thương mại', 'sàn thương mại điện tử', 'hàng việt nam',
    ],
    usual: [
      'xuất khẩu', 'xúc tiến', 'đơn hàng', 'siêu thị', 'tiêu thụ', 'giao thương', 'logistics', 'bán hàng',
      'đối tác nước ngoài', 'sức mua',
    ],
  },
  'support.key_products': {
    strong: [
      'công nghiệp chủ lực', 'công nghiệp hỗ trợ', 'sản phẩm chủ lực', 'sản phẩm công nghiệp chủ lực', 'khuyến công',
      'nội địa hóa', 'tỷ lệ nội địa hóa', 'chuỗi cung ứng', 'chuỗi giá trị', 'cơ khí chế tạo', 'linh kiện',
      'sản phẩm công nghiệp', 'nhà cung cấp nội địa', 'doanh nghiệp vệ tinh', 'công nghiệp nông thôn tiêu biểu',
    ],
    usual: ['công nghiệp chế biến chế tạo', 'doanh nghiệp fdi', 'liên kết sản xuất', 'ngành cơ khí'],
  },
  'support.labour_training': {
    strong: [
      'đào tạo nghề', 'tuyển dụng', 'tuyển dụng lao động', 'tay nghề', 'thiếu lao động', 'nguồn nhân lực',
      'nhân lực', 'lao động lành nghề', 'đào tạo lao động', 'sàn giao dịch việc làm', 'hội chợ việc làm',
      'khan hiếm lao động', 'giới thiệu việc làm', 'trường nghề', 'giáo dục nghề nghiệp', 'liên kết đào tạo',
      'nhân lực chất lượng cao', 'cung ứng lao động', 'đào tạo nguồn nhân lực', 'đào tạo nhân lực',
      'thiếu hụt lao động', 'khó tuyển', 'tuyển lao động', 'đăng tuyển', 'tuyển không đủ', 'thiếu người làm',
      'thiếu thợ', 'lao động tại chỗ', 'tuyển công nhân', 'thiếu công nhân', 'lao động chất lượng cao',
      'lao động phổ thông', 'nguồn lao động', 'lao động kỹ thuật', 'lao động qua đào tạo', 'cao đẳng nghề',
      'dạy nghề', 'hỗ trợ đào tạo',
    ],
    usual: [
      'đào tạo', 'bồi dưỡng', 'tập huấn', 'việc làm', 'thực tập', 'tay nghề cao', 'thu hút nhân lực',
      'nâng cao trình độ', 'giữ chân lao động', 'biến động lao động',
    ],
    weak: ['lao động'],
  },
  'support.payment_arrears': {
    strong: [
      'nợ đọng', 'nợ xây dựng', 'nợ xây dựng cơ bản', 'nợ đọng xây dựng cơ bản', 'chưa thanh toán',
      'chậm thanh toán', 'nợ nhà thầu', 'thanh toán khối lượng', 'chưa được thanh toán', 'thanh toán công trình',
      'vốn xây dựng cơ bản', 'quyết toán công trình', 'chủ đầu tư nợ', 'nợ vốn', 'thanh toán nợ',
      'nghiệm thu thanh toán', 'tạm dừng thanh toán', 'chậm trả tiền', 'nợ tiền', 'chưa trả tiền', 'chưa trả hết',
      'trả tiền cho nhà thầu', 'tiền cho nhà thầu', 'chậm giải ngân thanh toán', 'thanh toán vốn', 'nợ doanh nghiệp',
      'trả nợ doanh nghiệp', 'bố trí vốn thanh toán', 'thanh toán tiền', 'ngân sách nợ', 'chậm quyết toán',
      'thanh quyết toán', 'thanh toán dứt điểm', 'bố trí vốn trả nợ', 'còn bị nợ', 'vẫn nợ', 'nợ khối lượng',
    ],
    usual: [
      'thanh toán', 'quyết toán', 'công nợ', 'giải ngân vốn đầu tư công', 'tạm ứng', 'vốn đầu tư công', 'bố trí vốn',
    ],
  },
  'support.fees': {
    strong: [
      'lệ phí', 'phí hạ tầng', 'phí hạ tầng khu công nghiệp', 'phí bot', 'trạm thu phí', 'phí đường bộ',
      'phí cầu đường', 'phí thẩm định', 'phí bảo trì đường bộ', 'mức phí', 'giảm phí', 'miễn phí hạ tầng', 'thu phí',
      'phí cảng biển', 'phí hạ tầng cảng biển', 'phí sử dụng', 'phí bảo vệ môi trường', 'phí quản lý', 'phí dịch vụ',
      'giá dịch vụ', 'phí và lệ phí', 'phí lệ phí', 'các loại phí', 'phí bến bãi', 'nộp phí', 'phí đỗ xe',
      'phí vận hành', 'giá vé', 'phí sử dụng hạ tầng',
    ],
    usual: ['phí', 'cước', 'giảm giá dịch vụ', 'khoản thu', 'bot'],
  },
}
