import type { Lexicon } from './shape.ts'

/** Licences of a trade: one topic whose owner depends on the trade (see owners.ts). */
export const adminLicences: Lexicon = {
  'admin.sectoral_licence': {
    strong: [
      'giấy phép kinh doanh', 'đủ điều kiện kinh doanh', 'giấy chứng nhận đủ điều kiện', 'điều kiện kinh doanh',
      'giấy phép con', 'giấy phép khai thác', 'cấp phép khai thác', 'giấy phép thăm dò', 'khai thác khoáng sản',
      'cấp phép mỏ', 'cấp mỏ', 'thăm dò khoáng sản', 'tài nguyên khoáng sản', 'cấp quyền khai thác',
      'đấu giá quyền khai thác', 'trữ lượng', 'an toàn thực phẩm', 'công bố sản phẩm', 'tự công bố',
      'công bố hợp quy', 'kiểm dịch', 'kiểm dịch thực vật', 'thú y', 'bảo vệ thực vật', 'trang thiết bị y tế',
      'chứng chỉ hành nghề', 'đăng ký thuốc', 'đấu thầu thuốc', 'phòng khám', 'kinh doanh xăng dầu',
      'cửa hàng xăng dầu', 'khí hóa lỏng', 'hóa chất', 'tiền chất', 'vật liệu nổ', 'kinh doanh rượu', 'thuốc lá',
      'kinh doanh vận tải', 'phù hiệu', 'giấy phép vận tải', 'đăng kiểm', 'lữ hành', 'giấy phép quảng cáo',
      'nước dưới đất', 'khai thác nước ngầm', 'tài nguyên nước', 'hợp chuẩn hợp quy', 'chứng nhận hợp quy',
      'mã số vùng trồng', 'vietgap', 'lưu hành', 'cấp lại giấy phép', 'gia hạn giấy phép', 'giấy phép hoạt động',
      'mã số cơ sở nuôi', 'giấy phép chuyên ngành', 'kinh doanh có điều kiện', 'kiểm nghiệm', 'phân bón',
      'thức ăn chăn nuôi', 'giống cây trồng', 'nuôi trồng thủy sản', 'mỏ cát', 'mỏ đất', 'mỏ đá', 'đóng cửa mỏ',
      'gia hạn khai thác', 'sát hạch lái xe', 'đào tạo lái xe', 'giấy phép lái xe', 'karaoke', 'giấy phép giáo dục',
      'trung tâm ngoại ngữ', 'giấy phép bưu chính', 'trò chơi điện tử', 'xếp hạng khách sạn', 'giấy phép hành nghề',
      'giấy phép bán lẻ', 'bán lẻ hàng hóa',
    ],
    usual: [
      'khoáng sản', 'khai thác mỏ', 'cấp phép', 'giấy phép', 'kiểm định', 'dược', 'thực phẩm chức năng', 'mỹ phẩm',
      'mỏ', 'khai thác đá', 'khai thác cát', 'đủ điều kiện',
    ],
    weak: ['khai thác', 'thăm dò', 'hành nghề', 'xăng dầu', 'chứng nhận'],
  },
}
