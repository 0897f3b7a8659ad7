/** Longer than any field takes. */
export const longText = 'x'.repeat(250_000)

/** Texts that break programs: for ids, numbers, dates, codes and words alike; the worst first. */
export const shortTexts = [
  'a\u0000b',
  '99999999999999999999',
  '2024-02-31',
  '9999-12-31',
  '0001-01-01',
  '-1',
  '0',
  '1e99',
  '__proto__',
  'constructor',
  'toString',
  "'); drop table issues; --",
  '{{constructor}}',
  '\u202E\u0301\uFFFF😀',
  '../../etc/passwd',
  'KN99-99999',
  'null',
  ' ',
]

export const hostileTexts = [...shortTexts, longText]

const form = 'application/x-www-form-urlencoded'
type Body = { name: string; body: string; type: string }

/** Whole bodies that no page of ours sends. */
export function hostileBodies(): Body[] {
  const boundary = 'multipart/form-data; boundary=x'
  const fields = (pairs: string) => ({ body: pairs, type: form })
  const bodies: Record<string, { body: string; type: string }> = {
    'an empty form': fields(''),
    'an unknown field': fields('nothing=1'),
    'a NUL in a name': fields('a%00b=1&intent=x&move=x'),
    'a NUL in every usual field': fields('intent=%00&move=%00&text=%00&version=%00&name=%00&page=%00&code=%00&id=%00'),
    'half a character as UTF-8': fields('text=%ED%A0%80&move=%ED%A0%80&intent=%ED%A0%80'),
    'a broken escape': fields('text=%E0%A4%A&move=%zz'),
    'a prototype': fields('__proto__=1&constructor=2&prototype=3&text=x'),
    'a nested prototype': fields('__proto__[polluted]=1&constructor[prototype][polluted]=1'),
    'a field twice': fields('move=accept&move=route&text=a&text=b&intent=a&intent=b&version=1&version=2&page=text&page=place'),
    '10,000 fields': fields(Array.from({ length: 10_000 }, (_, n) => `f${n}=x`).join('&')),
    '10 MB of text': fields(`text=${'x'.repeat(10_000_000)}`),
    'unknown choices': fields('move=fly&intent=explode&state=gone&role=god&version=1&page=moon&kind=x&language=xx'),
    'a move of the system': fields('move=close&version=1&note=x'),
    'a stale version': fields('move=submitAnswer&text=x&version=0'),
    'wrong numbers': fields('move=accept&version=1e99&limit=-1&id=99999999999999999999&commitment=-5'),
    JSON: { body: '{"move":"accept","version":1}', type: 'application/json' },
    'broken JSON': { body: '{"move":', type: 'application/json' },
    'plain text': { body: 'move=accept', type: 'text/plain' },
    'no type at all': { body: 'move=accept', type: '' },
    'a type that is none': { body: 'x', type: 'x' },
    'a multipart that is none': { body: 'rubbish', type: boundary },
    'a multipart without a boundary': { body: 'rubbish', type: 'multipart/form-data' },
    'a multipart cut off': { body: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhal', type: boundary },
    'a multipart with a NUL in a file name': {
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a\u0000.xlsx"\r\n\r\nx\r\n--x--\r\n', type: boundary,
    },
    'a file where a text belongs': {
      body: '--x\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\nx\r\n--x\r\nContent-Disposition: form-data; name="move"; filename="b"\r\n\r\naccept\r\n--x--\r\n',
      type: boundary,
    },
  }
  return Object.entries(bodies).map(([name, one]) => ({ name, ...one }))
}
