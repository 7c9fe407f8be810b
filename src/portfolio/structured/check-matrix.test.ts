import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Failure } from "../../contract/failure.ts";
import { matrixReport } from "../../contract/matrix-report.ts";
import { checkMatrix } from "./check-matrix.ts";
import { readMatrixFile } from "./read-matrix-file.ts";

const check = (text: string | Uint8Array) => {
  const { scale, portfolio } = readMatrixFile(
    typeof text === "string" ? new TextEncoder().encode(text) : text,
    "matrix.yaml",
  );
  return matrixReport.strict().parse(checkMatrix(scale, portfolio));
};
const levels = (bounds: readonly number[], top: number) =>
  `[${bounds.map((from, k) => `{ name: l${k}, from: ${from}${k === bounds.length - 1 ? `, to: ${top}` : ""} }`).join(", ")}]`;
/** Equal widths, as most spreadsheets mean them, with bands by cuts on the product of the levels. */
function byProduct(n: number, cuts: readonly number[]): string {
  const names = "abcdef".slice(0, cuts.length + 1);
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => names[cuts.filter((cut) => (i + 1) * (j + 1) >= cut).length]),
  );
  const bounds = Array.from({ length: n }, (_, k) => k / n);
  return `scale:\n  likelihood: ${levels(bounds, 1)}\n  impact: ${levels(bounds, 1)}\n  bandNames: [${[...names].join(", ")}]\n  bands: ${JSON.stringify(rows)}\n`;
}

test("the default matrix: nothing found, its severity floor named as a departure", () => {
  const { findings, departures, axioms, proposal } = check("scale: {}");
  expect(findings).toEqual([]);
  expect(proposal).toBeNull();
  expect(Object.values(axioms)).toEqual(["holds", "holds", "holds"]);
  expect(departures.map(({ message }) => message)).toEqual([
    "medium cell (rare, major) means 0 to 100,000 a year, as cells do that are low",
    "medium cell (rare, severe) means 0 to 300,000 a year, as cells do that are low",
  ]);
});

test("the trade's five by five offends in two corners; what is proposed does not", () => {
  const report = check(byProduct(5, [5, 10, 15]));
  expect(report.breaches.map(({ cell }) => [cell.likelihood, cell.impact])).toEqual(
    expect.arrayContaining([
      [1, 5],
      [5, 1],
    ]),
  );
  expect(report.ranking[0]!.wrong).toBeCloseTo(0.0236, 4);
  expect(report.proposal!.changed).toBeGreaterThan(0);
  const proposed = byProduct(5, [5, 10, 15]).replace(
    /bands: \[\[.*/,
    `bands: ${JSON.stringify(report.proposal!.bands)}`,
  );
  expect(check(proposed).findings).toEqual([]);
  expect(check(byProduct(5, [6, 12, 20])).findings).toEqual([]);
});

test("two by two cannot be sound, and no bands are proposed", () => {
  const report = check(
    "scale:\n  likelihood: [{ name: a, from: 0 }, { name: b, from: 0.5, to: 1 }]\n  impact: [{ name: c, from: 0 }, { name: d, from: 0.5, to: 1 }]\n" +
      "  bandNames: [green, yellow, red]\n  bands: [[green, yellow], [yellow, red]]\n",
  );
  expect(report.findings.length).toBeGreaterThan(0);
  expect(report.proposal).toBeNull();
});

test("a rating that its scenario puts into another band is found", () => {
  const northwind = readFileSync(new URL("../../../examples/northwind/plimsoll.yaml", import.meta.url));
  const text = new TextDecoder().decode(northwind);
  expect(check(text).findings).toEqual([]);
  const portfolio = (likelihood: number) =>
    `version: 1\norganization: A\ncurrency: EUR\npeople: [{ id: mara, name: Mara }]\nsystems: [{ id: s, name: S, owner: mara, stage: production }]\n` +
    `risks:\n  - { id: drift, system: s, category: model, event: It drifts, owner: mara, inherent: { likelihood: ${likelihood}, impact: 3 }, scenario: { frequency: 2, loss: { primary: 150000 } } }\n`;
  expect(check(portfolio(4)).disagreements).toEqual([]);
  const { disagreements, findings } = check(portfolio(1));
  expect(disagreements).toEqual([
    {
      risk: "drift",
      rated: { likelihood: 1, impact: 3, band: "low" },
      byScenario: { likelihood: 4, impact: 3, band: "high" },
    },
  ]);
  expect(findings[0]!.code).toBe("scenario-disagrees");
});

test("a band that no name knows, levels that fall, a portfolio with mistakes: refused at their lines", () => {
  const lines = (text: string) => {
    try {
      check(text);
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.mistakes!.map(({ line, what }) => `${line}: ${what}`);
    }
  };
  expect(lines("scale:\n  bandNames: [low, high]\n  bands: [[low, medium]]")).not.toEqual([]);
  expect(lines("scale:\n  likelihood: [{ name: a, from: 0 }, { name: b, from: 0 }]")).not.toEqual([]);
  expect(lines("version: 1\nscale: 7")[0]).toContain("scale");
  expect(lines("title: no scale")[0]).toContain('key "scale" is missing');
});
