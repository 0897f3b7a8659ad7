import type { Lexicon } from './shape.ts'

export const clearance: Lexicon = {
  'clearance.compensation': {
    strong: [
      'bồi thường', 'phương án bồi thường', 'đơn giá bồi thường', 'giá bồi thường', 'đền bù', 'kiểm đếm', 'áp giá',
      'bồi thường hỗ trợ', 'chi trả tiền bồi thường', 'nhận tiền bồi thường', 'hội đồng bồi thường', 'giá đền bù',
      'chi trả bồi thường', 'mức bồi thường', 'bồi thường giải phóng mặt bằng', 'phương án đền bù',
      'bồi thường về đất', 'tiền đền bù',
    ],
    usual: [
      'nguồn gốc đất', 'xác nhận nguồn gốc', 'chưa nhận tiền', 'không nhận tiền', 'thỏa thuận với người dân',
      'tự thỏa thuận', 'đất công ích', 'chính sách bồi thường', 'không đồng ý phương án', 'không đồng thuận',
      'chưa đồng thuận', 'thỏa thuận với các hộ', 'kiểm kê đất', 'thu hồi đất của các hộ',
      'chính sách hỗ trợ người dân',
    ],
    weak: ['hộ dân', 'các hộ', 'người dân', 'hộ chưa', 'trường hợp chưa', 'thu hồi đất'],
  },
  'clearance.resettlement': {
    strong: [
      'tái định cư', 'khu tái định cư', 'bố trí tái định cư', 'quỹ nhà tái định cư', 'đất tái định cư',
      'nhà tái định cư', 'giao đất tái định cư', 'hạ tầng khu tái định cư', 'phương án tái định cư',
      'suất tái định cư',
    ],
    usual: ['bố trí chỗ ở', 'đất dịch vụ', 'di dân', 'chỗ ở mới'],
  },
  'clearance.progress': {
    strong: [
      'giải phóng mặt bằng', 'bàn giao mặt bằng', 'mặt bằng sạch', 'chậm bàn giao mặt bằng',
      'tiến độ giải phóng mặt bằng', 'vướng mặt bằng', 'vướng giải phóng mặt bằng', 'công tác giải phóng mặt bằng',
      'chậm giải phóng mặt bằng', 'xôi đỗ', 'da báo', 'bàn giao đất sạch', 'chưa giải phóng mặt bằng',
      'mặt bằng thi công', 'chưa có mặt bằng', 'thu hồi đất giải phóng mặt bằng', 'đẩy nhanh giải phóng mặt bằng',
      'giải tỏa', 'giải phóng được mặt bằng', 'bàn giao nốt diện tích',
    ],
    usual: [
      'chưa bàn giao', 'chậm bàn giao', 'phần diện tích còn lại', 'diện tích còn lại', 'đất còn lại',
      'chưa được bàn giao', 'vướng hộ dân',
    ],
    weak: ['mặt bằng', 'khởi công', 'thi công'],
  },
  'clearance.enforcement': {
    strong: [
      'cưỡng chế', 'cưỡng chế thu hồi đất', 'quyết định cưỡng chế', 'cản trở thi công', 'bảo vệ thi công',
      'chống đối', 'ngăn cản thi công', 'kiểm đếm bắt buộc', 'tổ chức cưỡng chế', 'cưỡng chế kiểm đếm', 'ngăn cản',
      'cản trở',
    ],
    usual: [
      'không chấp hành', 'cố tình không', 'kiên quyết', 'biện pháp mạnh', 'chây ỳ', 'vận động không',
      'hộ không chấp hành',
    ],
  },
  'clearance.cost_settlement': {
    strong: [
      'chi phí bồi thường đã ứng', 'ứng trước kinh phí', 'kinh phí giải phóng mặt bằng',
      'chi phí giải phóng mặt bằng', 'kinh phí bồi thường', 'khấu trừ tiền thuê đất', 'khấu trừ tiền sử dụng đất',
      'khấu trừ kinh phí', 'hoàn trả kinh phí', 'xác nhận kinh phí', 'chi phí bồi thường',
      'tiền giải phóng mặt bằng đã ứng', 'ứng tiền giải phóng mặt bằng', 'quyết toán chi phí giải phóng mặt bằng',
      'quyết toán giải phóng mặt bằng', 'khấu trừ tiền bồi thường', 'khấu trừ chi phí',
      'ứng vốn giải phóng mặt bằng', 'tiền bồi thường đã ứng', 'quyết toán kinh phí bồi thường',
    ],
    usual: [
      'ứng trước', 'khấu trừ', 'tiền ứng', 'đã ứng', 'ứng tiền', 'ứng vốn', 'hoàn trả chi phí', 'chi phí đã bỏ ra',
    ],
    weak: ['kinh phí', 'chi phí'],
  },
  'clearance.relocation': {
    strong: [
      'di dời', 'di dời cơ sở sản xuất', 'di dời nhà máy', 'di chuyển nhà máy', 'di dời doanh nghiệp',
      'ra khỏi khu dân cư', 'ra khỏi nội đô', 'ra khỏi nội thành', 'khỏi khu dân cư', 'di chuyển cơ sở sản xuất',
      'di dời cơ sở', 'di dời nhà xưởng', 'hỗ trợ di dời', 'di dời làng nghề',
    ],
    usual: [
      'cơ sở gây ô nhiễm', 'phải di chuyển', 'di chuyển địa điểm', 'chuyển địa điểm sản xuất',
      'doanh nghiệp đang hoạt động trên đất',
    ],
  },
  'clearance.graves_infra': {
    strong: [
      'mồ mả', 'nghĩa trang', 'di chuyển mộ', 'di dời mộ', 'ngôi mộ', 'phần mộ', 'di dời nghĩa trang',
      'di chuyển nghĩa trang', 'nghĩa địa', 'di dời đường điện', 'di chuyển đường điện', 'hạ ngầm',
      'công trình ngầm', 'công trình ngầm nổi', 'di chuyển đường dây', 'di dời đường dây', 'di dời lưới điện',
      'di dời hạ tầng kỹ thuật', 'di chuyển công trình', 'di dời trụ điện', 'di dời cột điện', 'di chuyển mồ mả',
      'di dời mồ mả',
    ],
    usual: [
      'kênh mương', 'hoàn trả mương', 'cột điện', 'đường điện', 'đường ống', 'đường dây', 'hài cốt',
      'hành lang lưới điện', 'mộ',
    ],
  },
}
