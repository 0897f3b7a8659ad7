/** Folded syllables that join words and name nothing. */
export const dullWords = new Set(
  (
    'va cua cho cac duoc trong voi la co khong nhung mot nay do de den tu theo ve tai khi da dang se cung nhu thi ma ' +
    'con neu tren duoi vao ra lai boi vi nen hay hoac cu the rat nhieu it moi tung do nhat den nay bi phai can ' +
    'chua roi o hon sau truoc giua cung qua ca nghi tat ke so ong ba quy anh chi em'
  ).split(' '),
)

/** Pairs that stand in nearly every petition, whatever it asks for. */
export const dullPhrases = new Set([
  'de nghi', 'kien nghi', 'doanh nghiep', 'cong ty', 'thanh pho', 'ha noi', 'uy ban', 'ban nhan', 'nhan dan', 'co quan',
  'chuc nang', 'quan tam', 'xem xet', 'giai quyet', 'tao dieu', 'dieu kien', 'kho khan', 'vuong mac', 'huong dan', 'quy dinh',
  'so nganh', 'lien quan', 'don vi', 'thoi gian', 'thuc hien', 'som co', 'hien nay', 'trach nhiem', 'huu han', 'tnhh mot',
  'co phan', 'thanh vien', 'mau so', 'hoat dong', 'kinh doanh', 'san xuat', 'noi dung', 'nghi dinh', 'quyet dinh', 'thong tu',
  'ho so', 'thu tuc', 'hanh chinh', 'nghi thanh', 'pho ha', 'lanh dao', 'chinh quyen', 'dia phuong', 'thao go', 'cong tac',
  'chung toi', 'xac dinh', 'du an', 'lam ro', 'phe duyet',
])
