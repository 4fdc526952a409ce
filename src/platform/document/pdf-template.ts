/**
 * How a report looks on paper, in Typst. All that a report says comes as data (`sys.inputs.report`), and is shown as text:
 * nothing that people wrote is ever read as Typst.
 */
export const template = String.raw`
#let report = json(bytes(sys.inputs.report))
#let tint(hex) = rgb("#" + hex)
#let accent = tint(report.inks.accent)
#let quiet = tint(report.inks.quiet)
#let hair = 0.5pt + tint(report.inks.hair)
#let firm = 1pt + accent

#set document(title: report.title, author: report.header, date: datetime(..report.date))
// The signs of states are drawn large enough to be told apart, whatever the text is drawn with.
#show regex("[\u{2016}\u{25A0}-\u{25FF}]"): set text(font: "DejaVu Sans Mono")
#set text(font: report.fonts, lang: report.lang, size: report.sheet.text * 1pt, fill: tint(report.inks.ink), hyphenate: false)
#set par(leading: 0.68em, spacing: 0.95em)
#set list(indent: 0.4em, body-indent: 0.6em, marker: ([•], [–], [•]))
#set enum(indent: 0.4em, body-indent: 0.6em, numbering: "1.a.i.")
#set page(
  paper: report.sheet.paper,
  flipped: report.orientation == "landscape",
  margin: (top: report.sheet.top * 1pt, bottom: report.sheet.bottom * 1pt, x: report.sheet.side * 1pt),
  header-ascent: 0.9cm,
  footer-descent: 0.8cm,
  header: context if report.opening == "heading" or here().page() > 1 {
    set text(size: 8.5pt, fill: quiet)
    set par(leading: 0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      align: bottom,
      report.header,
      if report.coverNote != none { text(fill: tint(report.inks.tones.warning.bar), strong(report.coverNote)) },
    )
    v(-0.4em)
    line(length: 100%, stroke: hair)
  },
  footer: context if report.opening == "heading" or here().page() > 1 {
    set text(size: 8.5pt, fill: quiet)
    let (before, between, after) = report.pageWords
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      report.footer,
      [#before#counter(page).display()#between#counter(page).final().first()#after],
    )
  },
)

#show title: set text(size: report.sheet.title * 1pt, fill: accent, weight: "bold")
#show title: set par(leading: 0.45em)
#show heading: set text(fill: accent, weight: "bold")
#show heading: set block(sticky: true, above: 1.5em, below: 0.7em)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 11pt, fill: tint(report.inks.ink))
#show heading.where(level: 1): set block(above: 1.9em)
#show link: it => underline(stroke: 0.6pt + tint(report.inks.line), offset: 2pt, text(fill: accent, it))
#show figure: set align(start)
#show figure: set block(above: 1.3em, below: 1.3em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => block(sticky: it.kind == table, below: 0.6em, text(size: 10pt, strong(it.body)))
#show outline.entry.where(level: 1): set text(weight: "bold")
#show outline.entry.where(level: 1): set block(above: 0.9em)

#let styled(run, body) = {
  if run.kind == "strong" { strong(body) } else if run.kind == "emphasis" { emph(body) } else { body }
}
#let reached(target, body) = {
  if target.kind == "address" { link(target.href, body) } else if target.kind == "section" { link(label(target.id), body) } else { body }
}
#let runs(all) = all.map(run => reached(run.target, styled(run, [#run.lines.join(linebreak())]))).join()

#let entries(marker, items) = {
  let bodies = items.map(item => [#runs(item.runs) #if item.items.len() > 0 { entries(marker, item.items) }])
  if marker == "number" { enum(..bodies) } else { list(..bodies) }
}

#let identity(it) = block(above: 1em, below: 1.4em, width: 100%, breakable: it.breakable, {
  set text(size: 10pt)
  grid(
    columns: (report.sheet.label * 1pt, 1fr),
    inset: (x: 0.3em, y: 0.5em),
    stroke: (x, y) => (bottom: hair, top: if y == 0 { hair }),
    ..it.facts.map(fact => (par(text(fill: accent, strong(fact.label))), par(runs(fact.runs)))).flatten(),
  )
})

#let cell(column, said, row, total) = table.cell(
  align: if column.align == "end" { end } else { start },
  breakable: row.breakable,
  { if total or column.names == "row" { strong(runs(said)) } else { runs(said) } },
)

#let rows(columns, given, total) = given.map(row => row.cells.enumerate().map(((at, said)) => cell(columns.at(at), said, row, total))).flatten()

#let tabular(it) = {
  figure(
    kind: table,
    supplement: none,
    numbering: none,
    caption: it.caption,
    {
      set text(size: 9.5pt, number-width: "tabular")
      set par(leading: 0.55em)
      table(
        columns: it.columns.map(column => column.width * 1fr),
        inset: (x: 0.6em, y: 0.5em),
        fill: (x, y) => if y == 0 { tint(report.inks.soft) },
        stroke: (x, y) => (bottom: if y == 0 { firm } else { hair }, top: if y == 0 { hair } else if y == it.rows.len() + 1 { firm }),
        table.header(
          repeat: it.repeatsHead,
          ..it.columns.map(column => table.cell(
            align: (if column.align == "end" { end } else { start }) + bottom,
            text(fill: accent, strong(column.title)),
          )),
        ),
        ..rows(it.columns, it.rows, false),
        ..if it.totals.len() > 0 { (table.footer(repeat: false, ..rows(it.columns, it.totals, true)),) } else { () },
      )
    },
  )
  if it.note != none { block(above: -0.6em, below: 1.6em, text(size: 8.5pt, fill: quiet, par(runs(it.note)))) }
}

#let drawing(it) = {
  figure(
    kind: image,
    supplement: none,
    numbering: none,
    caption: it.caption,
    image(it.path, alt: it.alt, width: it.width * 1pt),
  )
  if it.table != none { tabular(it.table) }
}

#let notice(it) = block(
  width: 100%,
  fill: tint(report.inks.tones.at(it.tone).ground),
  stroke: (left: 3pt + tint(report.inks.tones.at(it.tone).bar)),
  inset: (left: 1em, right: 0.8em, y: 0.75em),
  above: 1.1em,
  below: 1.3em,
  breakable: it.breakable,
  {
    par({
      text(fill: tint(report.inks.tones.at(it.tone).bar), strong(it.title))
      linebreak()
      runs(it.runs)
    })
  },
)

#let block-of(it, depth) = {
  if it.kind == "section" {
    if it.newPage { pagebreak(weak: true) }
    [#heading(level: depth, it.title)#label(it.id)]
    for each in it.blocks { block-of(each, depth + 1) }
  } else if it.kind == "paragraph" { par(runs(it.runs)) }
  else if it.kind == "list" { entries(it.marker, it.items) }
  else if it.kind == "facts" { identity(it) }
  else if it.kind == "table" { tabular(it) }
  else if it.kind == "figure" { drawing(it) }
  else if it.kind == "callout" { notice(it) }
  else if it.kind == "page-break" { pagebreak(weak: true) }
  else if it.kind == "table-of-contents" {
    block(below: 1em, text(size: 15pt, fill: accent, par(strong(it.title))))
    outline(title: none, depth: it.depth, indent: 1.2em)
  }
}

#let cover = report.opening == "cover"
#if report.logos.len() > 0 {
  block(below: 1.6em, stack(dir: ltr, spacing: 0.6cm, ..report.logos.map(logo => image(logo.path, alt: logo.alt, height: 1.2cm))))
}
#if report.coverNote != none { block(below: 0.8em, text(size: 10pt, fill: tint(report.inks.tones.warning.bar), par(strong(report.coverNote)))) }
#if cover { v(report.sheet.sink * 1pt) }
#block(below: 0.8em, title())
#if report.subtitle != none { block(below: 0.9em, text(size: 12.5pt, fill: quiet, par(report.subtitle))) }
#block(below: 1.2em, {
  set text(size: 10pt, fill: quiet)
  if cover { par(report.header) }
  par(report.day)
})
#if cover { pagebreak() }
#for each in report.blocks { block-of(each, 1) }
`;
