/** What people write for a unit, besides the names in the unit table. The first code in being on the day is meant. */
export const UNIT_NAMES: { codes: string[]; names: string[] }[] = [
  { codes: [], names: [
    'ban quản lý dự án', 'ban ql dự án', 'ban quản lý các dự án', 'ban quản lý dự án đầu tư xây dựng',
  ] },
  { codes: [
    'SKHDT',
  ], names: ['sở kế hoạch và đầu tư', 'sở kế hoạch đầu tư', 'sở kh đt', 'sở kh và đt', 'kế hoạch và đầu tư'] },
  { codes: ['STC', 'STC25'], names: ['sở tài chính', 'sở tc'] },
  { codes: [
    'STNMT',
  ], names: [
    'sở tài nguyên và môi trường', 'sở tài nguyên môi trường', 'sở tài nguyên', 'sở tn mt', 'sở tn và mt',
    'tài nguyên và môi trường', 'tn mt', 'văn phòng đăng ký đất đai',
  ] },
  { codes: [
    'SNNPTNT',
  ], names: [
    'sở nông nghiệp và phát triển nông thôn', 'sở nông nghiệp phát triển nông thôn', 'sở nông nghiệp', 'sở nn ptnt',
    'sở nn và ptnt', 'sở nn', 'chi cục kiểm lâm', 'kiểm lâm',
  ] },
  { codes: [
    'SNNMT', 'STNMT',
  ], names: ['sở nông nghiệp và môi trường', 'sở nông nghiệp môi trường', 'sở nn mt', 'sở nn và mt'] },
  { codes: ['SCT'], names: ['sở công thương', 'sở ct', 'quản lý thị trường'] },
  { codes: ['SXD', 'SXD25'], names: ['sở xây dựng', 'sở xd'] },
  { codes: ['SGTVT'], names: ['sở giao thông vận tải', 'sở giao thông', 'sở gt vt'] },
  { codes: ['SQHKT'], names: ['sở quy hoạch kiến trúc', 'sở quy hoạch và kiến trúc', 'sở quy hoạch', 'sở qh kt'] },
  { codes: [
    'SKHCN', 'SKHCN25',
  ], names: ['sở khoa học và công nghệ', 'sở khoa học công nghệ', 'sở kh cn', 'sở kh và cn'] },
  { codes: [
    'STTTT',
  ], names: ['sở thông tin và truyền thông', 'sở thông tin truyền thông', 'sở tt tt', 'sở tttt', 'sở tt và tt'] },
  { codes: [
    'SLDTBXH',
  ], names: [
    'sở lao động thương binh và xã hội', 'sở lao động thương binh xã hội', 'sở lao động', 'sở lđ tb xh',
    'sở lđtb xh', 'sở lđ tb và xh', 'sở lđtb và xh',
  ] },
  { codes: ['SNV', 'SNV25'], names: ['sở nội vụ', 'sở nv'] },
  { codes: ['SNGV'], names: ['sở ngoại vụ'] },
  { codes: ['BDT', 'SDTTG'], names: ['ban dân tộc', 'sở dân tộc và tôn giáo', 'sở dân tộc tôn giáo'] },
  { codes: ['STP'], names: ['sở tư pháp', 'sở tp'] },
  { codes: ['SYT'], names: ['sở y tế', 'sở yt'] },
  { codes: [
    'SGDDT',
  ], names: ['sở giáo dục và đào tạo', 'sở giáo dục đào tạo', 'sở giáo dục', 'sở gd đt', 'sở gdđt', 'sở gd và đt'] },
  { codes: ['SVHTT'], names: ['sở văn hóa và thể thao', 'sở văn hóa thể thao', 'sở văn hóa', 'sở vh tt', 'sở vhtt'] },
  { codes: ['SDL'], names: ['sở du lịch', 'sở dl'] },
  { codes: ['TTTP'], names: ['thanh tra thành phố', 'thanh tra tp', 'thanh tra tỉnh'] },
  { codes: [
    'BQLHL', 'BQLCNC',
  ], names: [
    'ban quản lý khu công nghệ cao hòa lạc', 'ban quản lý khu công nghệ cao', 'ban ql khu công nghệ cao',
    'ban quản lý hòa lạc', 'ban quản lý các khu công nghệ cao',
  ] },
  {
    codes: ['BQLKCN'],
    names: [
      'ban quản lý các khu công nghiệp và chế xuất', 'ban quản lý khu công nghiệp và chế xuất',
      'ban quản lý các khu công nghiệp', 'ban quản lý khu công nghiệp', 'ban ql các khu công nghiệp',
      'ban ql khu công nghiệp', 'ban quản lý các khu công nghiệp chế xuất', 'ban ql các khu công nghiệp và chế xuất',
      'ban quản lý khu kinh tế', 'ban quản lý', 'ban ql khu kinh tế', 'hiza',
      'ban quản lý các khu công nghiệp và khu chế xuất',
    ],
  },
  { codes: [
    'CUCTHUE',
  ], names: [
    'cục thuế', 'cục thuế thành phố', 'cục thuế tp', 'chi cục thuế', 'cơ quan thuế', 'ngành thuế', 'thuế thành phố',
    'thuế tp',
  ] },
  { codes: [
    'CUCHQ',
  ], names: [
    'cục hải quan', 'chi cục hải quan', 'cơ quan hải quan', 'hải quan thành phố', 'ngành hải quan',
    'cục hải quan tp',
  ] },
  { codes: [
    'CATP',
  ], names: [
    'công an thành phố', 'công an tp', 'công an tỉnh', 'công an', 'cảnh sát phòng cháy chữa cháy',
    'phòng cảnh sát phòng cháy', 'pc07', 'pa08', 'cảnh sát giao thông', 'phòng quản lý xuất nhập cảnh',
  ] },
  { codes: [
    'BHXH',
  ], names: [
    'bảo hiểm xã hội thành phố', 'bảo hiểm xã hội tp', 'cơ quan bảo hiểm xã hội', 'cơ quan bảo hiểm',
    'bảo hiểm xã hội tỉnh',
  ] },
  { codes: ['NHNN'], names: ['ngân hàng nhà nước', 'ngân hàng nhà nước chi nhánh'] },
  { codes: [
    'EVNHN',
  ], names: [
    'tổng công ty điện lực', 'điện lực hà nội', 'công ty điện lực', 'ngành điện', 'điện lực', 'evn hà nội',
  ] },
  { codes: ['LDLD'], names: ['liên đoàn lao động', 'công đoàn thành phố', 'lđlđ'] },
  { codes: [
    'HPA',
  ], names: ['trung tâm xúc tiến đầu tư', 'trung tâm xúc tiến đầu tư thương mại du lịch', 'trung tâm xúc tiến'] },
  { codes: ['QDTPT'], names: ['quỹ đầu tư phát triển'] },
  { codes: ['QBLTD'], names: ['quỹ bảo lãnh tín dụng', 'quỹ bảo lãnh'] },
  { codes: ['TTPVHCC', 'VPUB'], names: ['trung tâm phục vụ hành chính công', 'trung tâm hành chính công'] },
  { codes: [
    'VPUB',
  ], names: [
    'văn phòng ủy ban nhân dân thành phố', 'văn phòng ủy ban nhân dân tp', 'văn phòng ủy ban nhân dân',
    'văn phòng ủy ban',
  ] },
  { codes: [
    'UBND-QH', 'UBND-XP',
  ], names: [
    'ủy ban nhân dân huyện', 'ủy ban nhân dân quận', 'ủy ban nhân dân thị xã', 'ủy ban nhân dân cấp huyện',
    'ủy ban nhân dân quận huyện', 'ủy ban nhân dân các quận huyện', 'ủy ban nhân dân các quận',
    'ủy ban nhân dân các huyện',
  ] },
  { codes: [
    'UBND-XP', 'UBND-QH',
  ], names: [
    'ủy ban nhân dân xã', 'ủy ban nhân dân phường', 'ủy ban nhân dân cấp xã', 'ủy ban nhân dân xã phường',
    'ủy ban nhân dân các xã',
  ] },
]
