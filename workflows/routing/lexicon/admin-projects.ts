import type { Lexicon } from './shape.ts'

/** Procedures of a project: investment, building, planning, fire, environment, clusters, bidding. */
export const adminProjects: Lexicon = {
  'admin.investment': {
    strong: [
      'chủ trương đầu tư', 'chấp thuận chủ trương đầu tư', 'đăng ký đầu tư', 'giấy chứng nhận đăng ký đầu tư',
      'giấy chứng nhận đầu tư', 'điều chỉnh dự án', 'điều chỉnh chủ trương đầu tư', 'chấp thuận nhà đầu tư',
      'lựa chọn nhà đầu tư', 'thủ tục đầu tư', 'giấy phép đầu tư', 'cấp phép đầu tư', 'ký quỹ', 'tiền ký quỹ',
      'luật đầu tư', 'điều chỉnh quy mô dự án', 'tổng vốn đầu tư', 'tổng mức đầu tư', 'hồ sơ dự án',
      'điều chỉnh giấy chứng nhận', 'thẩm định dự án', 'phê duyệt dự án', 'đối tác công tư', 'thủ tục dự án',
      'chuyển đổi chủ đầu tư', 'dự án bt',
    ],
    usual: [
      'dự án đầu tư', 'điều chỉnh tiến độ', 'điều chỉnh quy mô', 'tăng vốn', 'nhà đầu tư nước ngoài',
      'triển khai dự án', 'thực hiện dự án', 'tiếp tục dự án', 'xin đầu tư', 'được đầu tư', 'mở rộng dự án',
      'thủ tục pháp lý', 'pháp lý dự án', 'thủ tục đầu tư xây dựng', 'bổ sung mục tiêu', 'mục tiêu dự án',
      'nâng công suất',
    ],
    weak: ['dự án', 'đầu tư', 'nhà đầu tư', 'trang trại', 'trung tâm thương mại', 'khu dân cư', 'khu đô thị'],
  },
  'admin.construction_permit': {
    strong: [
      'giấy phép xây dựng', 'cấp phép xây dựng', 'xin phép xây dựng', 'phép xây dựng', 'thẩm định thiết kế',
      'thẩm tra thiết kế', 'thiết kế cơ sở', 'nghiệm thu công trình', 'hoàn công', 'miễn giấy phép xây dựng',
      'thiết kế kỹ thuật', 'trật tự xây dựng', 'chứng chỉ năng lực', 'nghiệm thu xây dựng',
      'chứng chỉ hành nghề xây dựng', 'chất lượng công trình', 'bản vẽ thi công', 'nghiệm thu',
      'thẩm định thiết kế cơ sở', 'xây dựng không phép', 'thủ tục xây dựng',
    ],
    usual: [
      'xây dựng nhà xưởng', 'xây nhà xưởng', 'thiết kế', 'cải tạo nhà xưởng', 'công trình xây dựng',
      'chỉ giới xây dựng', 'định mức xây dựng', 'dự toán',
    ],
    weak: ['xây dựng', 'nhà xưởng', 'công trình'],
  },
  'admin.planning': {
    strong: [
      'quy hoạch 1/500', 'quy hoạch chi tiết', 'quy hoạch phân khu', 'quy hoạch chung', 'quy hoạch xây dựng',
      'quy hoạch đô thị', 'tổng mặt bằng', 'chỉ giới đường đỏ', 'thông tin quy hoạch', 'giấy phép quy hoạch',
      'đồ án quy hoạch', 'nhiệm vụ quy hoạch', 'chồng lấn quy hoạch', 'phê duyệt quy hoạch', 'điều chỉnh quy hoạch',
      'điều chỉnh quy hoạch cục bộ', 'chỉ tiêu quy hoạch', 'quy hoạch chi tiết 1/500', 'quy hoạch khu công nghiệp',
      'quy hoạch tỉnh', 'bổ sung quy hoạch', 'quy hoạch kiến trúc', 'chồng lấn với quy hoạch',
      'không phù hợp quy hoạch', 'phù hợp với quy hoạch', 'quy hoạch khoáng sản', 'chấp thuận tổng mặt bằng',
    ],
    usual: [
      'mật độ xây dựng', 'tầng cao', 'chiều cao công trình', 'quy hoạch treo', 'phù hợp quy hoạch', 'cốt nền',
      '1/500', '1/2000', 'vướng quy hoạch', 'quy hoạch vùng', 'hệ số sử dụng đất', 'quy hoạch phát triển',
    ],
    weak: ['quy hoạch', 'kiến trúc'],
  },
  'admin.fire': {
    strong: [
      'phòng cháy', 'phòng cháy chữa cháy', 'chữa cháy', 'cháy nổ', 'thẩm duyệt phòng cháy', 'nghiệm thu phòng cháy',
      'thẩm duyệt phòng cháy chữa cháy', 'nghiệm thu phòng cháy chữa cháy', 'cứu nạn cứu hộ', 'bậc chịu lửa',
      'thoát nạn', 'báo cháy', 'an toàn cháy', 'cảnh sát phòng cháy', 'qcvn 06', 'quy chuẩn phòng cháy',
      'bể nước chữa cháy', 'phòng chống cháy nổ', 'tiêu chuẩn phòng cháy',
    ],
    usual: ['thẩm duyệt', 'thẩm duyệt thiết kế', 'hỏa hoạn', 'sơn chống cháy', 'ngăn cháy', 'khoảng cách an toàn'],
  },
  'admin.environment': {
    strong: [
      'đánh giá tác động môi trường', 'giấy phép môi trường', 'đăng ký môi trường', 'kế hoạch bảo vệ môi trường',
      'hồ sơ môi trường', 'thủ tục môi trường', 'luật bảo vệ môi trường', 'quan trắc', 'quan trắc môi trường',
      'quan trắc tự động', 'khí thải', 'khí nhà kính', 'trách nhiệm mở rộng của nhà sản xuất', 'vận hành thử nghiệm',
      'kiểm tra về môi trường', 'kiểm tra môi trường', 'báo cáo tác động môi trường', 'tác động môi trường',
      'về môi trường', 'ký quỹ cải tạo phục hồi môi trường',
    ],
    usual: [
      'bảo vệ môi trường', 'ô nhiễm', 'ô nhiễm môi trường', 'gây ô nhiễm', 'tái chế', 'tín chỉ các bon', 'xả thải',
      'tiếng ồn', 'khói bụi', 'kinh tế tuần hoàn',
    ],
    weak: ['môi trường'],
  },
  'admin.cluster': {
    strong: [
      'thành lập cụm công nghiệp', 'tiến độ cụm công nghiệp', 'chủ đầu tư hạ tầng cụm công nghiệp',
      'mở rộng cụm công nghiệp', 'dự án cụm công nghiệp', 'quản lý cụm công nghiệp', 'chủ đầu tư cụm công nghiệp',
      'quy hoạch cụm công nghiệp', 'đầu tư cụm công nghiệp', 'phát triển cụm công nghiệp', 'thủ tục cụm công nghiệp',
      'bổ sung cụm công nghiệp', 'đầu tư hạ tầng cụm công nghiệp',
    ],
    usual: ['làng nghề', 'cụm công nghiệp làng nghề', 'vào cụm công nghiệp'],
    weak: ['cụm công nghiệp'],
  },
  'admin.bidding': {
    strong: [
      'đấu thầu', 'gói thầu', 'hồ sơ mời thầu', 'chỉ định thầu', 'hợp đồng trọn gói', 'luật đấu thầu',
      'bảo lãnh dự thầu', 'mua sắm công', 'chào hàng cạnh tranh', 'lựa chọn nhà thầu', 'thầu phụ', 'trúng thầu',
      'đấu thầu qua mạng', 'hồ sơ dự thầu', 'kết quả đấu thầu', 'mời thầu', 'dự thầu', 'đơn giá cố định',
      'tư cách nhà thầu', 'mua sắm tập trung',
    ],
    usual: [
      'trọn gói', 'điều chỉnh giá hợp đồng', 'hợp đồng xây dựng', 'hợp đồng thi công', 'xây lắp',
      'bảo lãnh thực hiện hợp đồng',
    ],
    weak: ['nhà thầu'],
  },
}
