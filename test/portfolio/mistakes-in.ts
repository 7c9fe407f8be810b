import { readPortfolio, readPortfolioOrFail } from "../../src/portfolio/read-portfolio.ts";

/** What the reader says of a file with this text, as `line:column: what; remedy`. */
export function mistakesIn(text: string): string[] {
  const read = readPortfolio(new TextEncoder().encode(text), "p.yaml");
  if (!("mistakes" in read)) return [];
  return read.mistakes.map(({ line, column, what, remedy }) => `${line}:${column}: ${what}; ${remedy}`);
}

export function warningsIn(text: string): string[] {
  return readPortfolioOrFail(new TextEncoder().encode(text), "p.yaml").warnings.map(
    ({ line, column, what, remedy }) => `${line}:${column}: ${what}; ${remedy}`,
  );
}

/** A valid portfolio of one risk; `lines` are added to that risk and stand from line 11 on, unless `top` adds some. */
export function withRisk(lines: string, top = ""): string {
  return `version: 1
${top}people: [{ id: mara }]
systems: [{ id: credit }]
controls: [{ id: review, status: working }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
${lines.replaceAll(/^/gm, "    ")}
`;
}
