/** A path on this site to return to; whatever could lead elsewhere («//host», «/\host», a full address) becomes '/'. */
export function ownPath(value: unknown, otherwise = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\]*$/.test(value)) return otherwise
  const url = new URL(value, 'http://self.invalid')
  return url.host === 'self.invalid' ? url.pathname + url.search : otherwise
}
