import { notFound } from '#app/http/errors.ts'

/** Any address that leads nowhere: through a route, so that the page keeps its frame and its person. */
export function loader() {
  return notFound('page')
}

export const action = loader

export default function Nowhere() {
  return null
}
