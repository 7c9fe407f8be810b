/** How the report lies on a screen and on paper. */
export const pageStyle = `
* {
  box-sizing: border-box;
}
html {
  background: var(--paper);
  -webkit-text-size-adjust: 100%;
}
body {
  margin: 0;
  color: var(--ink-2);
  font: 400 14px / 1.5 var(--sans);
  font-variant-numeric: tabular-nums lining-nums;
  overflow-wrap: break-word;
}
.sheet {
  max-width: 764px;
  margin: 0 auto;
  padding: 32px 32px 64px;
}
.masthead {
  display: flex;
  justify-content: space-between;
  align-items: center;
  gap: 16px;
  padding-bottom: 12px;
  border-bottom: 1px solid var(--line);
  font-size: 12px;
  color: var(--ink-3);
}
.mark {
  display: inline-flex;
  align-items: center;
  gap: 8px;
  font: 600 16px / 1 var(--serif);
  color: var(--ink);
}
.mark svg {
  flex: none;
}
h1 {
  margin: 28px 0 8px;
  font: var(--text-head);
  color: var(--ink);
  text-wrap: balance;
}
.subtitle {
  margin: 0;
}
nav {
  margin: 20px 0 0;
  font-size: 12px;
}
nav ol {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin: 0;
  padding: 0;
  list-style: none;
}
a {
  color: var(--accent);
}
nav a {
  text-decoration: none;
}
nav a:hover,
nav a:focus-visible {
  text-decoration: underline;
}
main > section {
  margin-top: 36px;
  padding-top: 12px;
  border-top: 2px solid var(--ink);
}
h2 {
  margin: 0;
  font: 600 20px / 1.25 var(--serif);
  color: var(--ink);
  text-wrap: balance;
}
h3 {
  margin: 24px 0 8px;
  font: 600 14px / 1.35 var(--sans);
  color: var(--ink);
}
.measure {
  margin: 2px 0 0;
  font-size: 12px;
  line-height: 1.4;
  color: var(--ink-3);
}
p,
ul {
  margin: 12px 0;
}
ul {
  padding-left: 18px;
}
main li + li {
  margin-top: 4px;
}
#in-short li,
#in-short p:not(.measure) {
  font: 400 17px / 1.45 var(--serif);
  color: var(--ink);
}
#in-short ul {
  padding: 0;
  list-style: none;
}
#in-short li + li {
  margin-top: 10px;
}
dl {
  margin: 12px 0;
}
dl > div {
  display: grid;
  grid-template-columns: 168px minmax(0, 1fr);
  gap: 0 16px;
  padding: 5px 0;
  border-bottom: 1px solid var(--line-faint);
}
dt {
  color: var(--ink-3);
}
dd {
  margin: 0;
  color: var(--ink);
}
code {
  font: 400 12px / 1.5 var(--mono);
  overflow-wrap: anywhere;
}
pre {
  margin: 16px 0;
  padding: 10px 12px;
  background: var(--paper-sunk);
  white-space: pre-wrap;
  color: var(--ink);
}
.notice {
  margin: 16px 0;
  padding: 2px 14px;
  border-left: 3px solid var(--accent);
  background: var(--band-over);
  color: var(--ink);
}
.chart {
  margin: 12px 0 20px;
}
.chart svg {
  max-width: 100%;
  height: auto;
}
.chart.narrow {
  display: none;
}
figure {
  margin: 16px 0 24px;
}
figcaption.measure {
  margin-top: 8px;
}
.scroll {
  overflow-x: auto;
}
table {
  width: 100%;
  border-collapse: collapse;
  font-size: 12.5px;
  line-height: 1.4;
  color: var(--ink);
}
caption {
  padding-bottom: 6px;
  text-align: left;
  font-weight: 600;
  color: var(--ink);
}
th,
td {
  padding: 5px 0 5px 16px;
  border-bottom: 1px solid var(--line-faint);
  vertical-align: top;
  text-align: left;
  font-weight: 400;
}
th:first-child,
td:first-child {
  padding-left: 0;
}
thead th {
  border-bottom-color: var(--line);
  vertical-align: bottom;
  font-size: 11.5px;
  color: var(--ink-3);
}
tbody th {
  font-weight: 500;
}
thead th:first-child {
  width: 36%;
}
.right {
  text-align: right;
}
td.right,
thead .right {
  max-width: 132px;
}
td.figure {
  white-space: nowrap;
}
td small,
th small {
  display: block;
  font-size: 11px;
  font-weight: 400;
  color: var(--ink-3);
}
tr.part th {
  padding-top: 14px;
  font-weight: 600;
}
details {
  margin: 16px 0;
  padding: 8px 0 0;
}
summary {
  color: var(--accent);
  cursor: pointer;
}
.chart-definitions {
  position: absolute;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

@media (max-width: 640px) {
  .sheet {
    padding: 16px 16px 48px;
  }
  h1 {
    font-size: 25px;
  }
  dl > div {
    grid-template-columns: 1fr;
  }
  thead th:first-child {
    width: auto;
  }
  th,
  td {
    padding-left: 10px;
  }
  .verdict-mark {
    white-space: normal;
  }
  .chart.wide {
    display: none;
  }
  .chart.narrow {
    display: block;
  }
  nav ol {
    display: block;
  }
  nav li + li {
    margin-top: 6px;
  }
}
`;
