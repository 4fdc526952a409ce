import { inks } from "./tint.ts";

/** How a report looks in a file of its own. In a page of the site, the site's own style is stronger. */
export function documentStyle(accent: string): string {
  const ink = inks(accent);
  return `
body { margin: 0; background: #fbf9f5; color: #${ink.ink}; font: 1.0625rem/1.55 "Atkinson Hyperlegible Next", Calibri, system-ui, sans-serif; }
.document { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
.document-landscape { max-width: 70rem; }
.document h1, .document h2, .document h3 { color: #${ink.accent}; line-height: 1.2; margin: 2.2em 0 .5em; }
.document h1 { font-size: 2rem; margin-top: .4em; }
.document h2 { font-size: 1.45rem; }
.document h3 { font-size: 1.15rem; margin-top: 1.6em; }
.document-logos { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: 1.5rem; }
.document-logos img { height: 3rem; }
.document-note { color: #${ink.tones.warning.bar}; font-weight: 700; margin: 0; }
.document-subtitle { font-size: 1.2rem; color: #${ink.quiet}; margin: .3em 0; }
.document-parties, .document-date, .document-source, .document-foot { font-size: .9rem; color: #${ink.quiet}; margin: .3em 0; }
.document a { color: #${ink.accent}; }
.document-facts { margin: 1.5rem 0; }
.document-facts > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; padding: .45rem 0; border-bottom: 1px solid #${ink.hair}; }
.document-facts dt { font-weight: 700; color: #${ink.accent}; }
.document-facts dd { margin: 0; }
.document-table { overflow-x: auto; margin: 1.5rem 0; overflow-wrap: normal; }
.document table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .95rem; }
.document caption { text-align: start; font-weight: 700; padding-bottom: .5rem; }
.document th, .document td { padding: .45rem .6rem; border-bottom: 1px solid #${ink.hair}; text-align: start; vertical-align: top; }
.document thead th { background: #${ink.soft}; color: #${ink.accent}; border-bottom: 2px solid #${ink.accent}; vertical-align: bottom; }
.document tfoot th, .document tfoot td { border-top: 2px solid #${ink.accent}; font-weight: 700; }
.document .document-end { text-align: end; white-space: nowrap; }
.document-callout { border-inline-start: 4px solid #${ink.accent}; background: #${ink.tones.info.ground}; padding: .1rem 1rem; margin: 1.25rem 0; }
.document-callout-warning { border-color: #${ink.tones.warning.bar}; background: #${ink.tones.warning.ground}; }
.document-callout-example { border-color: #${ink.tones.example.bar}; background: #${ink.tones.example.ground}; }
.document-figure { margin: 1.5rem 0; }
.document-figure > img { max-width: 100%; height: auto; }
.document-figure figcaption { font-weight: 700; }
.document-contents ol { list-style: none; padding: 0; }
.document-contents-2 { padding-inline-start: 1.5rem; }
.document-contents-3 { padding-inline-start: 3rem; }
@media print {
  body { background: none; font-size: 10.5pt; }
  .document { max-width: none; padding: 0; }
  .document-new-page, .document-page-break { break-before: page; }
  .document thead { display: table-header-group; }
  .document tr, .document-callout { break-inside: avoid; }
  .document h2, .document h3, .document caption { break-after: avoid; }
}
`;
}
