import type { Lexicon } from './shape.ts'

export const other: Lexicon = {
  'other.complaint': {
    decisive: ['khiếu nại'],
    strong: [
      'đơn khiếu nại', 'giải quyết khiếu nại', 'khiếu nại quyết định', 'khiếu nại lần hai', 'khiếu nại kéo dài',
    ],
    usual: [
      'không đồng ý với quyết định', 'quyết định hành chính', 'khởi kiện', 'hủy quyết định', 'kêu cứu', 'oan sai',
    ],
  },
  'other.denunciation': {
    decisive: ['tố cáo', 'nhũng nhiễu', 'vòi vĩnh', 'hối lộ', 'sách nhiễu'],
    strong: [
      'lót tay', 'tham nhũng', 'chung chi', 'bôi trơn', 'gợi ý tiền', 'chi phí không chính thức',
      'chi phí ngoài luồng', 'chi ngoài quy định', 'làm luật', 'phong bì', 'lợi ích nhóm', 'bao che',
      'hành doanh nghiệp', 'vòi tiền', 'đút lót', 'quà cáp', 'làm tiền', 'gây khó để', 'tiêu cực phí', 'ăn chặn',
    ],
    usual: [
      'tiêu cực', 'gợi ý', 'đưa tiền', 'đòi tiền', 'gây khó dễ', 'gây phiền hà', 'hách dịch', 'cửa quyền',
      'cố tình gây khó',
    ],
  },
  'other.civil_dispute': {
    strong: [
      'tranh chấp hợp đồng', 'tranh chấp dân sự', 'tranh chấp thương mại', 'thi hành án', 'bản án',
      'tranh chấp kinh doanh', 'nợ tiền hàng', 'vi phạm hợp đồng', 'đối tác không thanh toán', 'tòa án', 'trọng tài',
      'bị đối tác lừa', 'không trả tiền theo hợp đồng', 'bên mua không trả', 'bị quỵt', 'đòi tiền hàng',
      'tranh chấp với đối tác', 'tranh chấp giữa hai công ty', 'tranh chấp cổ đông',
    ],
    usual: ['hợp đồng kinh tế', 'hợp đồng mua bán', 'khách hàng nợ', 'đòi nợ', 'kiện', 'chiếm dụng vốn'],
  },
  'other.sector_policy': {
    strong: [
      'kiến nghị chính phủ', 'kiến nghị quốc hội', 'kiến nghị trung ương', 'đề nghị quốc hội', 'đề nghị chính phủ',
      'sửa đổi luật', 'sửa luật', 'sửa đổi nghị định', 'vượt thẩm quyền', 'báo cáo chính phủ', 'báo cáo thủ tướng',
      'kiến nghị thủ tướng', 'đề xuất trung ương', 'sửa đổi thông tư', 'ban hành luật', 'trình quốc hội',
      'đề nghị bộ', 'kiến nghị bộ', 'kiến nghị các bộ',
    ],
    usual: [
      'quốc hội', 'thủ tướng', 'bộ ngành', 'các bộ', 'trung ương', 'chính phủ', 'khai thác rừng', 'cơ chế đặc thù',
    ],
    weak: ['nghị định', 'thông tư', 'luật', 'chính sách', 'nhà nước'],
  },
  'other.party': {
    strong: [
      'tổ chức đảng', 'chi bộ', 'đảng viên', 'kết nạp đảng', 'công tác đảng', 'đảng ủy', 'đoàn thanh niên',
      'đoàn thể', 'tổ chức đảng đoàn thể', 'thành lập chi bộ', 'phát triển đảng', 'đảng bộ', 'hội cựu chiến binh',
      'hội phụ nữ',
    ],
    usual: ['công đoàn cơ sở', 'thành lập công đoàn', 'sinh hoạt đảng'],
  },
}

/** Fixed expressions that contain a topic's word and do not speak for it; as the longest match they swallow it. */
export const DECOYS = [
  'môi trường đầu tư', 'môi trường kinh doanh', 'môi trường làm việc', 'tạo môi trường', 'tài nguyên và môi trường',
  'tài nguyên môi trường', 'chi phí', 'kinh phí', 'học phí', 'lãng phí', 'miễn phí', 'cước phí', 'chi phí sản xuất',
  'phí tổn', 'giảm chi phí', 'điện tử', 'điện thoại', 'điện máy', 'điện lạnh', 'bưu điện', 'điện ảnh',
  'hóa đơn điện tử', 'thương mại điện tử', 'đường thủy', 'đường lối', 'đường hướng', 'mở đường', 'con đường',
  'tạo điều kiện', 'đủ điều kiện để', 'khu công nghệ cao', 'công nghệ cao', 'nông nghiệp công nghệ cao',
  'nông nghiệp và phát triển nông thôn', 'xây dựng cơ bản', 'kế hoạch và đầu tư', 'sở xây dựng', 'sở tài chính',
  'sở công thương', 'lao động thương binh và xã hội', 'khoa học và công nghệ', 'thông tin và truyền thông',
  'giao thông vận tải', 'quy hoạch kiến trúc', 'thanh tra thành phố', 'văn hóa và thể thao', 'giáo dục và đào tạo',
  'vướng mắc', 'luật sư', 'kỷ luật', 'đất nước', 'nhà nước', 'nước ngoài', 'trong nước', 'ngoài nước', 'các nước',
  'ngành chức năng', 'sở ngành', 'các sở ngành', 'kiểm tra giám sát', 'tổng công ty điện lực', 'ban quản lý',
  'thông tin', 'thị trường', 'hội nghị đối thoại', 'hiệp hội đề nghị',
]

/** The power lies above the city: a ministry, the Government, the National Assembly; a city unit follows it up. */
export const CENTRAL = [
  'chính phủ', 'quốc hội', 'thủ tướng', 'trung ương', 'các bộ', 'bộ ngành', 'các bộ ngành', 'bộ ngành trung ương',
  'sửa luật', 'sửa đổi luật', 'sửa đổi nghị định', 'sửa đổi thông tư', 'cấp trung ương', 'bộ tài chính',
  'bộ công thương', 'bộ xây dựng', 'bộ y tế', 'bộ công an', 'bộ tài nguyên', 'bộ nông nghiệp', 'bộ kế hoạch',
  'bộ giao thông', 'bộ lao động', 'bộ khoa học', 'bộ thông tin', 'bộ tư pháp', 'bộ nội vụ', 'bộ giáo dục',
  'bộ văn hóa', 'bộ quốc phòng', 'tổng cục thuế', 'tổng cục hải quan', 'ngân hàng nhà nước việt nam',
  'bảo hiểm xã hội việt nam', 'tổng cục', 'vượt thẩm quyền',
]

/** Words at which a person must ask whether this is another legal track. */
export const COMPLAINT = ['khiếu nại', 'khởi kiện', 'đơn khiếu nại']
export const DENUNCIATION = [
  'tố cáo', 'nhũng nhiễu', 'vòi vĩnh', 'vòi tiền', 'hối lộ', 'sách nhiễu', 'lót tay', 'tham nhũng', 'chung chi',
  'bôi trơn', 'gợi ý tiền', 'gợi ý nộp tiền', 'chi phí không chính thức', 'phong bì', 'đút lót', 'ăn chặn',
  'bao che', 'lợi ích nhóm',
]
