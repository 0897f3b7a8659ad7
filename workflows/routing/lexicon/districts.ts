/** Words that make the district (or commune) the one where the matter is stuck. */
export const DISTRICT_ACTS = [
  'ủy ban nhân dân huyện', 'ủy ban nhân dân quận', 'ủy ban nhân dân thị xã', 'ủy ban nhân dân xã',
  'ủy ban nhân dân phường', 'ủy ban nhân dân cấp huyện', 'ủy ban nhân dân cấp xã', 'cấp huyện', 'cấp xã',
  'huyện yêu cầu', 'chỉ đạo huyện', 'đề nghị huyện', 'đề nghị xã', 'đề nghị thị xã', 'đề nghị phường', 'ở huyện',
  'ở xã', 'xã và huyện', 'chính quyền địa phương', 'chính quyền xã', 'chính quyền huyện', 'đề nghị chính quyền',
  'đề nghị địa phương', 'địa phương nơi có', 'huyện chưa', 'xã chưa', 'phía huyện', 'phòng tài nguyên',
  'trung tâm phát triển quỹ đất', 'lãnh đạo huyện', 'huyện đã', 'thị xã đã', 'xã đã', 'chủ tịch huyện',
  'chủ tịch xã', 'ngân sách huyện', 'huyện nợ', 'huyện làm chủ đầu tư', 'trên địa bàn xã', 'huyện phối hợp',
  'chính quyền các cấp', 'huyện không', 'xã không',
]

/** Words that only place the matter in a district. */
export const DISTRICT_PLACES = [
  'huyện', 'quận', 'thị xã', 'xã', 'phường', 'địa phương', 'thôn', 'của huyện', 'chính quyền', 'thị trấn',
]

/** Topics whose obstacle on the ground is a district's business when the text points there. */
export const DISTRICT_TOPICS = [
  'clearance.', 'land.', 'admin.investment', 'admin.cluster', 'admin.construction_permit', 'support.infrastructure',
  'support.transport', 'support.drainage', 'support.wastewater_waste', 'support.payment_arrears', 'support.water',
  'admin.one_stop', 'admin.planning', 'admin.security', 'support.power',
]
