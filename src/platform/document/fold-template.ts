/** Lays the pages of a booklet on sheets to fold, in Typst. The pages are already drawn: they come as a file. */
export const foldTemplate = String.raw`
#let pile = json(bytes(sys.inputs.pile))
#set document(title: pile.title)
#set page(paper: "a4", flipped: true, margin: 0pt)
#for (at, side) in pile.sides.enumerate() {
  if at > 0 { pagebreak() }
  grid(
    columns: (50%, 50%),
    rows: 100%,
    ..side.map(number => if number == none { [] } else { image("/booklet.pdf", page: number, width: 100%, height: 100%) }),
  )
}
`;
