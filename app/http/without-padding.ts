/**
 * A page without the zero bytes React 18 leaves in it: it writes 2 kB at a time, and where a letter of two or three
 * bytes does not fit any more, it sends the rest of the 2 kB as it is. In Vietnamese every few pages have one; in text
 * a browser drops it, in an attribute it shows «�».
 */
export function withoutPadding(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const parts: Buffer<ArrayBuffer>[] = []
  let from = 0
  for (let at = page.indexOf(0); at !== -1; at = page.indexOf(0, from)) {
    parts.push(page.subarray(from, at))
    from = at + 1
  }
  return from === 0 ? page : Buffer.concat([...parts, page.subarray(from)])
}
