import type { Lexicon } from './shape.ts'

/** Procedures of a running enterprise: registration, tax, customs, labour, licences, inspection, service. */
export const adminRunning: Lexicon = {
  'admin.business_registration': {
    strong: [
      'đăng ký kinh doanh', 'đăng ký doanh nghiệp', 'giấy chứng nhận đăng ký doanh nghiệp',
      'giấy chứng nhận đăng ký kinh doanh', 'thành lập doanh nghiệp', 'thành lập công ty', 'giải thể',
      'giải thể doanh nghiệp', 'phá sản', 'thay đổi đăng ký', 'thay đổi nội dung đăng ký',
      'chuyển đổi hộ kinh doanh', 'hộ kinh doanh chuyển đổi', 'lên doanh nghiệp', 'mã ngành', 'tên doanh nghiệp',
      'người đại diện theo pháp luật', 'tạm ngừng kinh doanh', 'đăng ký thay đổi', 'cổ phần hóa', 'thủ tục giải thể',
      'bổ sung ngành nghề', 'chuyển trụ sở', 'thay đổi trụ sở', 'thay đổi người đại diện',
    ],
    usual: [
      'ngành nghề kinh doanh', 'địa điểm kinh doanh', 'cổ đông', 'phần vốn góp', 'mua cổ phần', 'văn phòng đại diện',
      'chi nhánh', 'thoái vốn', 'vốn điều lệ', 'hộ kinh doanh cá thể',
    ],
    weak: ['hộ kinh doanh'],
  },
  'admin.tax': {
    strong: [
      'hoàn thuế', 'hóa đơn', 'hóa đơn điện tử', 'kê khai thuế', 'khai thuế', 'quyết toán thuế',
      'thuế giá trị gia tăng', 'hoàn thuế giá trị gia tăng', 'thuế thu nhập doanh nghiệp', 'thuế thu nhập cá nhân',
      'nợ thuế', 'chậm nộp thuế', 'tiền chậm nộp', 'khấu trừ thuế', 'mã số thuế', 'thanh tra thuế', 'kiểm tra thuế',
      'cưỡng chế thuế', 'tờ khai thuế', 'cưỡng chế hóa đơn', 'truy thu thuế', 'nộp thuế', 'thuế nhà thầu',
      'giao dịch liên kết', 'thuế tiêu thụ đặc biệt', 'thuế tài nguyên', 'lệ phí môn bài', 'ấn định thuế',
      'chi phí được trừ', 'thuế khoán', 'thủ tục thuế', 'cơ quan thuế', 'ngành thuế', 'phạt thuế', 'tính thuế',
      'thuế suất', 'nghĩa vụ thuế', 'khai nộp thuế', 'xóa nợ thuế',
    ],
    usual: [
      'chính sách thuế', 'đại lý thuế', 'máy tính tiền', 'thuế môn bài', 'kế toán', 'báo cáo tài chính',
      'chế độ kế toán', 'tạm hoãn xuất cảnh', 'chứng từ',
    ],
    weak: ['thuế', 'kê khai', 'tiền phạt'],
  },
  'admin.customs': {
    strong: [
      'hải quan', 'thông quan', 'xuất nhập khẩu', 'xuất nhập khẩu tại chỗ', 'xuất khẩu tại chỗ', 'nhập khẩu tại chỗ',
      'mã hs', 'thuế nhập khẩu', 'thuế xuất khẩu', 'tờ khai hải quan', 'kiểm tra chuyên ngành', 'kiểm hóa',
      'kho ngoại quan', 'doanh nghiệp chế xuất', 'tạm nhập tái xuất', 'giấy chứng nhận xuất xứ',
      'sản xuất xuất khẩu', 'hàng gia công', 'thủ tục nhập khẩu', 'thủ tục xuất khẩu', 'chi cục hải quan',
      'cửa khẩu', 'thủ tục hải quan', 'hàng nhập khẩu bị giữ', 'áp mã', 'phân loại hàng hóa', 'chống bán phá giá',
    ],
    usual: [
      'xuất xứ', 'container', 'cảng cạn', 'gia công', 'nguyên liệu nhập khẩu', 'nhập khẩu máy móc',
      'nhập khẩu thiết bị', 'quá cảnh', 'phế liệu nhập khẩu',
    ],
    weak: ['nhập khẩu', 'xuất khẩu'],
  },
  'admin.foreign_labour': {
    strong: [
      'giấy phép lao động', 'lao động nước ngoài', 'lao động người nước ngoài', 'người lao động nước ngoài',
      'người nước ngoài', 'chuyên gia nước ngoài', 'thị thực', 'visa', 'thẻ tạm trú', 'xuất nhập cảnh', 'nhập cảnh',
      'hộ chiếu', 'lao động là người nước ngoài', 'quản lý xuất nhập cảnh', 'lý lịch tư pháp', 'gia hạn visa',
      'xuất cảnh', 'miễn thị thực',
    ],
    usual: [
      'tạm trú', 'cách ly', 'nhà quản lý nước ngoài', 'chuyên gia kỹ thuật', 'hợp pháp hóa lãnh sự', 'thẻ apec',
      'chuyên gia hàn quốc', 'chuyên gia nhật bản', 'chuyên gia trung quốc',
    ],
    weak: ['chuyên gia'],
  },
  'admin.labour': {
    strong: [
      'làm thêm giờ', 'giờ làm thêm', 'tăng ca', 'tiền lương', 'lương tối thiểu', 'lương tối thiểu vùng',
      'đình công', 'ngừng việc', 'hợp đồng lao động', 'thang bảng lương', 'nội quy lao động', 'thỏa ước lao động',
      'an toàn lao động', 'vệ sinh lao động', 'tai nạn lao động', 'bộ luật lao động', 'luật lao động',
      'kinh phí công đoàn', 'trợ cấp thôi việc', 'sa thải', 'thời giờ làm việc', 'làm đêm', 'làm ban đêm',
      'lao động chưa thành niên', 'cho thuê lại lao động', 'tranh chấp lao động', 'quan hệ lao động',
      'đóng kinh phí công đoàn', 'tuổi nghỉ hưu',
    ],
    usual: [
      'công đoàn', 'nghỉ việc', 'mất việc', 'nhảy việc', 'chế độ cho người lao động', 'xuất khẩu lao động', 'lương',
      'nghỉ lễ', 'nghề nặng nhọc', 'người cao tuổi', 'người khuyết tật', 'lao động nữ',
    ],
    weak: ['người lao động', 'công nhân', 'lao động'],
  },
  'admin.social_insurance': {
    strong: [
      'bảo hiểm xã hội', 'bảo hiểm y tế', 'bảo hiểm thất nghiệp', 'trợ cấp thất nghiệp', 'đóng bảo hiểm',
      'nợ bảo hiểm', 'chậm đóng bảo hiểm', 'chốt sổ', 'sổ bảo hiểm', 'nợ bảo hiểm xã hội', 'thai sản', 'ốm đau',
      'quỹ bảo hiểm', 'hưu trí', 'đóng bảo hiểm xã hội', 'chế độ bảo hiểm', 'cơ quan bảo hiểm', 'giám định bảo hiểm',
      'khám chữa bệnh bảo hiểm',
    ],
    usual: ['mức đóng', 'bảo hiểm', 'tử tuất'],
  },
  'admin.inspection': {
    strong: [
      'thanh tra', 'thanh tra kiểm tra', 'thanh kiểm tra', 'kiểm tra chồng chéo', 'đoàn kiểm tra', 'đoàn thanh tra',
      'kiểm tra nhiều lần', 'kế hoạch thanh tra', 'kiểm tra đột xuất', 'quản lý thị trường', 'kết luận thanh tra',
      'thanh tra chồng chéo', 'nhiều đoàn', 'đón đoàn', 'đoàn vào làm việc', 'tiếp đoàn', 'tiếp nhiều đoàn',
      'kiểm tra liên ngành', 'hậu kiểm', 'xử phạt vi phạm hành chính', 'kiểm tra trùng lặp', 'kiểm toán',
      'thanh kiểm tra nhiều', 'kiểm tra quá nhiều', 'lực lượng kiểm tra', 'cảnh sát giao thông', 'kiểm tra xử phạt',
    ],
    usual: ['kiểm tra', 'xử phạt', 'mức phạt', 'vi phạm hành chính', 'bị phạt', 'dừng xe', 'việc kiểm tra'],
  },
  'admin.one_stop': {
    strong: [
      'một cửa', 'chậm trả lời', 'cải cách hành chính', 'cải cách thủ tục hành chính', 'dịch vụ công',
      'dịch vụ công trực tuyến', 'trả kết quả', 'đùn đẩy', 'né tránh', 'sợ trách nhiệm', 'sợ sai', 'hồ sơ quá hạn',
      'cổng dịch vụ công', 'nộp hồ sơ trực tuyến', 'một cửa liên thông', 'công khai thủ tục',
      'bổ sung hồ sơ nhiều lần', 'đi lại nhiều lần', 'xin cho', 'không trả lời', 'chưa trả lời', 'chưa được trả lời',
      'văn bản trả lời', 'đùn đẩy trách nhiệm', 'chậm giải quyết', 'giải quyết chậm', 'bộ phận một cửa',
      'chỉ số pci', 'chữ ký số', 'đường dây nóng', 'giải quyết thủ tục hành chính', 'thái độ cán bộ',
      'không phản hồi', 'giải quyết hồ sơ', 'trả lời doanh nghiệp', 'phối hợp giữa các sở',
      'sáp nhập đơn vị hành chính', 'chính quyền hai cấp',
    ],
    usual: [
      'thủ tục hành chính', 'thời gian giải quyết', 'quá hạn', 'công văn', 'minh bạch', 'công khai', 'cán bộ',
      'công chức', 'đối thoại',
    ],
    weak: [
      'rườm rà', 'kéo dài thời gian', 'phiền hà', 'đơn giản hóa', 'rút ngắn thời gian', 'rút ngắn thủ tục', 'chậm',
      'thủ tục', 'hồ sơ', 'trả lời', 'phối hợp',
    ],
  },
  'admin.regulation': {
    strong: [
      'rà soát văn bản', 'sửa đổi văn bản', 'văn bản chồng chéo', 'văn bản quy phạm pháp luật',
      'quy định chồng chéo', 'hướng dẫn thi hành', 'bãi bỏ', 'quy định của thành phố', 'luật thủ đô',
      'nghị quyết hội đồng nhân dân', 'trợ giúp pháp lý', 'tư vấn pháp luật', 'hỗ trợ pháp lý', 'phổ biến pháp luật',
      'công chứng', 'văn bản do thành phố ban hành', 'rà soát quy định', 'văn bản pháp luật', 'góp ý văn bản',
      'hệ thống văn bản', 'quy định pháp luật chồng chéo', 'pháp luật chồng chéo', 'quy định bất cập',
      'tuyên truyền pháp luật', 'cập nhật văn bản',
    ],
    usual: [
      'chồng chéo', 'mâu thuẫn', 'bất cập', 'sửa đổi bổ sung', 'quy định', 'thiếu thống nhất', 'ban hành quy định',
      'chậm ban hành', 'quyết định của ủy ban nhân dân', 'pháp luật',
    ],
    weak: ['văn bản', 'sửa đổi', 'rà soát', 'ban hành'],
  },
  'admin.security': {
    strong: [
      'an ninh', 'an ninh trật tự', 'trật tự an toàn', 'trộm cắp', 'mất trộm', 'tín dụng đen', 'cho vay nặng lãi',
      'tệ nạn', 'côn đồ', 'bảo kê', 'lừa đảo', 'gây rối', 'đe dọa', 'ma túy', 'trật tự xã hội', 'an toàn trật tự',
      'tội phạm', 'con dấu', 'cướp', 'cờ bạc', 'ném đá', 'phá hoại', 'đánh bạc', 'lừa đảo qua mạng',
    ],
    usual: ['trật tự', 'công an', 'căn cước', 'định danh điện tử', 'bảo vệ tài sản', 'gây mất trật tự'],
  },
}
