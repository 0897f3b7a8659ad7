import type { Lexicon } from './shape.ts'

export const land: Lexicon = {
  'land.allocation_lease': {
    strong: [
      'giao đất', 'cho thuê đất', 'thuê đất', 'thủ tục thuê đất', 'hồ sơ thuê đất', 'hợp đồng thuê đất',
      'ký hợp đồng thuê đất', 'quyết định cho thuê đất', 'giao đất cho thuê đất', 'giao đất thực địa',
      'thuê đất trả tiền hàng năm', 'thuê đất trả tiền một lần', 'đấu giá quyền sử dụng đất', 'đấu giá đất',
      'thuê thêm đất', 'được thuê đất', 'xin thuê đất', 'xin thuê', 'xin giao đất', 'được giao đất',
      'chuyển hình thức thuê đất', 'chuyển sang thuê đất',
    ],
    usual: [
      'thủ tục đất đai', 'hồ sơ đất đai', 'pháp lý đất đai', 'thủ tục đất', 'thủ tục về đất', 'hồ sơ đất', 'cấp đất',
      'bàn giao đất', 'vướng đất đai', 'tiếp cận đất đai', 'giao khu đất', 'mượn đất', 'sử dụng tạm', 'thuê khu đất',
      'thuê đất công', 'diện tích xen kẹt', 'đất xen kẹt', 'khu vực biển', 'giao khu vực biển', 'thuê mặt nước',
    ],
    weak: ['đất đai', 'khu đất', 'diện tích đất', 'đất công', 'mở rộng dự án', 'bến bãi', 'bãi chứa'],
  },
  'land.price': {
    strong: [
      'giá đất', 'đơn giá thuê đất', 'giá thuê đất', 'giá cho thuê đất', 'bảng giá đất', 'hệ số điều chỉnh giá đất',
      'định giá đất', 'xác định giá đất', 'giá đất cụ thể', 'thẩm định giá đất', 'hội đồng thẩm định giá',
      'nghĩa vụ tài chính về đất', 'nghĩa vụ tài chính đất đai', 'tỷ lệ phần trăm tính đơn giá', 'phương án giá đất',
      'tiền thuê đất tăng cao',
    ],
    usual: [
      'nghĩa vụ tài chính', 'chu kỳ ổn định', 'giá khởi điểm', 'tiền thuê đất cao', 'tiền thuê đất quá cao',
      'tiền thuê đất tăng', 'giá thuê hạ tầng', 'giá thuê cao', 'thông báo giá', 'đơn giá thuê',
      'tính tiền sử dụng đất', 'xác định tiền sử dụng đất', 'xác định tiền thuê đất',
    ],
    weak: ['đơn giá', 'định giá'],
  },
  'land.rent_payment': {
    strong: [
      'miễn tiền thuê đất', 'giảm tiền thuê đất', 'miễn giảm tiền thuê đất', 'nộp tiền thuê đất', 'nợ tiền thuê đất',
      'truy thu tiền thuê đất', 'nộp tiền sử dụng đất', 'chậm nộp tiền thuê đất', 'hoàn tiền thuê đất',
      'gia hạn tiền thuê đất', 'ghi thu ghi chi', 'giảm tiền sử dụng đất', 'miễn giảm tiền sử dụng đất',
      'gia hạn nộp tiền thuê đất', 'truy thu tiền sử dụng đất',
    ],
    usual: [
      'tiền thuê đất', 'tiền sử dụng đất', 'truy thu', 'miễn tiền', 'tiền thuê mặt nước',
      'tiền thuê đất thuê mặt nước',
    ],
    weak: ['thuế đất', 'miễn giảm'],
  },
  'land.term_extension': {
    strong: [
      'gia hạn thời hạn sử dụng đất', 'gia hạn sử dụng đất', 'gia hạn thuê đất', 'gia hạn hợp đồng thuê đất',
      'thời hạn thuê đất', 'hết hạn thuê đất', 'hết thời hạn thuê đất', 'hết hạn sử dụng đất',
      'thời hạn sử dụng đất', 'thời gian thuê đất', 'thuê đất lâu dài', 'gia hạn thời gian thuê đất',
      'kéo dài thời hạn thuê đất', 'thời hạn giao đất',
    ],
    usual: ['hết hạn thuê', 'gia hạn đất', 'hợp đồng thuê đất hết hạn', 'sắp hết hạn', 'gia hạn thời hạn hoạt động'],
    weak: ['gia hạn', '50 năm', '70 năm'],
  },
  'land.progress_extension': {
    strong: [
      'gia hạn tiến độ', 'gia hạn tiến độ sử dụng đất', 'giãn tiến độ', 'tiến độ sử dụng đất',
      'chậm đưa đất vào sử dụng', 'gia hạn thời gian thực hiện dự án', 'kéo dài thời gian thực hiện dự án',
      'gia hạn tiến độ dự án', 'gia hạn tiến độ thực hiện dự án', 'gia hạn dự án', 'gia hạn 24 tháng', 'lùi tiến độ',
    ],
    usual: ['chậm tiến độ', 'gia hạn thực hiện dự án', 'chậm tiến độ sử dụng đất', 'dự án chậm triển khai'],
    weak: ['chậm triển khai', 'tiến độ dự án', 'gia hạn'],
  },
  'land.purpose_change': {
    strong: [
      'chuyển mục đích', 'chuyển mục đích sử dụng đất', 'chuyển đổi mục đích sử dụng đất', 'chuyển đổi mục đích',
      'đất rừng', 'chuyển mục đích sử dụng rừng', 'trồng rừng thay thế', 'đất trồng lúa', 'chuyển đổi đất lúa',
      'chuyển đổi đất', 'thay đổi mục đích sử dụng đất', 'chuyển mục đích đất', 'chuyển mục đích rừng',
    ],
    usual: [
      'đất lúa', 'trồng lúa', 'phi nông nghiệp', 'đất rừng sản xuất', 'đất rừng phòng hộ', 'rừng tự nhiên',
      'mục đích sử dụng đất', 'đất thương mại dịch vụ',
    ],
    weak: ['đất nông nghiệp', 'đất ở', 'đất trồng cây'],
  },
  'land.certificate': {
    strong: [
      'giấy chứng nhận quyền sử dụng đất', 'cấp giấy chứng nhận quyền sử dụng đất', 'sổ đỏ', 'sổ hồng', 'cấp sổ',
      'tách thửa', 'hợp thửa', 'văn phòng đăng ký đất đai', 'đăng ký biến động', 'tài sản gắn liền với đất',
      'cấp đổi giấy chứng nhận', 'chứng nhận quyền sở hữu công trình', 'quyền sử dụng đất quyền sở hữu nhà ở',
      'cấp giấy chứng nhận đất', 'giấy chứng nhận đất', 'thế chấp quyền sử dụng đất', 'tách sổ',
    ],
    usual: [
      'giấy tờ đất', 'đăng ký đất đai', 'đo đạc', 'trích đo', 'cấp giấy chứng nhận', 'đính chính giấy chứng nhận',
      'hồ sơ địa chính', 'chứng nhận quyền sở hữu',
    ],
    weak: ['giấy chứng nhận', 'quyền sử dụng đất', 'pháp lý đất'],
  },
  'land.planning': {
    strong: [
      'quy hoạch sử dụng đất', 'kế hoạch sử dụng đất', 'chỉ tiêu sử dụng đất', 'chỉ tiêu đất', 'quy hoạch đất đai',
      'quy hoạch đất', 'bổ sung kế hoạch sử dụng đất', 'điều chỉnh quy hoạch sử dụng đất',
      'kế hoạch sử dụng đất hàng năm', 'danh mục dự án thu hồi đất', 'chỉ tiêu đất công nghiệp',
    ],
    usual: ['danh mục thu hồi đất', 'phân bổ chỉ tiêu', 'quy hoạch ba loại rừng', 'quy hoạch vùng sản xuất'],
    weak: ['quy hoạch'],
  },
  'land.sublease_transfer': {
    strong: [
      'thuê lại đất', 'thuê lại phần đất', 'cho thuê lại', 'cho thuê lại đất', 'chuyển nhượng quyền sử dụng đất',
      'nhận chuyển nhượng', 'chuyển nhượng đất', 'góp vốn bằng quyền sử dụng đất',
      'chuyển nhượng tài sản gắn liền với đất', 'nhận góp vốn', 'chuyển nhượng tài sản trên đất',
      'nhận chuyển nhượng quyền sử dụng đất', 'hợp đồng thuê lại đất', 'cho thuê lại nhà xưởng', 'mua lại đất',
    ],
    usual: [
      'thuê lại', 'chuyển nhượng', 'chuyển nhượng dự án', 'nhà đầu tư thứ cấp', 'thuê lại nhà xưởng',
      'cho thuê nhà xưởng', 'sang nhượng', 'mua tài sản đấu giá', 'tài sản trúng đấu giá',
    ],
  },
  'land.boundary_dispute': {
    strong: [
      'chồng lấn', 'lấn chiếm', 'lấn chiếm đất', 'tranh chấp đất', 'tranh chấp đất đai', 'ranh giới',
      'chồng lấn ranh giới', 'chồng lấn đất', 'mốc giới', 'cắm mốc', 'sai lệch diện tích', 'bị lấn chiếm', 'lấn đất',
      'lấn sang', 'bị lấn', 'chồng ranh', 'xâm canh', 'tái lấn chiếm', 'chồng lấn diện tích', 'tranh chấp ranh giới',
    ],
    usual: [
      'ranh dự án', 'chênh lệch diện tích', 'chồng chéo diện tích', 'ranh đất', 'bị chiếm', 'sai ranh',
      'tranh chấp với người dân',
    ],
    weak: ['tranh chấp', 'ranh'],
  },
  'land.revocation': {
    strong: [
      'trả lại đất', 'bàn giao lại đất', 'thu hồi đất do vi phạm', 'bị thu hồi đất', 'thu hồi dự án',
      'thu hồi một phần đất', 'chấm dứt cho thuê đất', 'hoàn trả đất', 'quyết định thu hồi đất',
      'thu hồi giấy chứng nhận', 'đất bỏ hoang', 'dự án treo', 'thu hồi khu đất', 'đã thu hồi đất',
      'chấm dứt hoạt động dự án', 'thu hồi diện tích đất', 'thu hồi quyết định',
    ],
    usual: ['thu hồi đất', 'đã thu hồi', 'bị thu hồi', 'đất để hoang', 'không đưa đất vào sử dụng', 'thu hồi'],
  },
  'land.production_space': {
    strong: [
      'thiếu mặt bằng', 'mặt bằng sản xuất', 'mặt bằng kinh doanh', 'thuê mặt bằng', 'địa điểm sản xuất',
      'quỹ đất sạch', 'bố trí quỹ đất', 'mặt bằng sản xuất kinh doanh', 'thiếu đất sản xuất', 'thiếu quỹ đất',
      'bố trí mặt bằng', 'mặt bằng nhà xưởng', 'tìm mặt bằng', 'thiếu mặt bằng sản xuất', 'quỹ đất cho doanh nghiệp',
      'thiếu đất',
    ],
    usual: [
      'quỹ đất', 'đất công nghiệp', 'mở rộng sản xuất', 'đất sản xuất', 'giới thiệu địa điểm', 'nhu cầu mặt bằng',
      'mở rộng nhà xưởng', 'thuê nhà xưởng', 'mở rộng mặt bằng',
    ],
    weak: ['địa điểm', 'mặt bằng'],
  },
}
