const printed = `
@media print {
  html {
    background: none;
  }
  body {
    font-size: 9.5pt;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .sheet {
    max-width: none;
    padding: 0;
  }
  nav {
    display: none;
  }
  h1 {
    font-size: 21pt;
  }
  h2 {
    font-size: 14pt;
  }
  #in-short li,
  #in-short p:not(.measure) {
    font-size: 12pt;
  }
  main > section {
    margin-top: 22px;
  }
  h3 {
    margin: 14px 0 4px;
  }
  .chart {
    margin: 4px 0 8px;
  }
  .chart svg {
    max-width: 88%;
  }
  dl > div {
    padding: 2.5px 0;
  }
  table {
    font-size: 8.5pt;
    line-height: 1.3;
  }
  th,
  td {
    padding-top: 2px;
    padding-bottom: 2px;
  }
  tr.part th {
    padding-top: 7px;
  }
  figure {
    margin: 10px 0 14px;
  }
  td small,
  th small,
  .measure {
    font-size: 8pt;
  }
  .scroll {
    overflow: visible;
  }
  .chart.wide {
    display: block;
  }
  .chart.narrow {
    display: none;
  }
  /* What is folded on a screen lies open on paper. */
  details::details-content {
    content-visibility: visible;
    block-size: auto;
  }
  summary {
    list-style: none;
    color: var(--ink-3);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  h1,
  h2,
  h3,
  caption,
  summary,
  thead,
  tr.part {
    break-after: avoid;
  }
  h2 + .measure {
    break-after: avoid;
  }
  .chart,
  tr,
  dl > div,
  .notice,
  li {
    break-inside: avoid;
  }
  thead {
    display: table-header-group;
  }
  p,
  li {
    orphans: 3;
    widows: 3;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
}
`;

/** How the report lies on paper: margins of every page with the hash of the data and the number of the page; a paper's size is the printer's. */
export function paperStyle(hash: string): string {
  const note = /^[0-9a-f]{64}$/.test(hash) ? `data ${hash}` : "";
  return `${printed}
@page {
  margin: 17mm 16mm 16mm;
  @top-left {
    content: "Fairness audit";
    font: 8pt var(--sans), sans-serif;
    color: #56636f;
  }
  @top-right {
    content: "${note}";
    font: 6.5pt var(--mono), monospace;
    color: #56636f;
  }
  @bottom-left {
    content: "A verdict says where a figure lies against a written limit, no more.";
    font: 8pt var(--sans), sans-serif;
    color: #56636f;
  }
  @bottom-right {
    content: counter(page) " of " counter(pages);
    font: 8pt var(--sans), sans-serif;
    color: #56636f;
  }
}
`;
}
