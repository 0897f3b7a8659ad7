/** «Phụ lục!C12: », before the sentence that says what is there. */
export function Place({ sheet, cell }: { sheet: string; cell: string }) {
  const place = [sheet, cell].filter(Boolean).join('!')
  return place ? <span className="numbers font-semibold">{place}: </span> : null
}
