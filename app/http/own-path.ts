const ours = /^\/(?![/\\])[^\\]*$/

/** A path on this site to return to; whatever could lead elsewhere («//host», «/.//host», a full address) becomes '/'. */
export function ownPath(value: unknown, otherwise = '/'): string {
  if (typeof value !== 'string' || !ours.test(value)) return otherwise
  const { host, pathname, search } = new URL(value, 'http://self.invalid')
  return host === 'self.invalid' && ours.test(pathname) ? pathname + search : otherwise
}
