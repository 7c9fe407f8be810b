import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aequitasCsv } from "../../../src/report/audit/aequitas-csv.ts";
import { fairlearnCsv } from "../../../src/report/audit/fairlearn-csv.ts";
import { suppressSmallCells } from "../../../src/report/audit/suppress-small-cells.ts";
import { type MadeCell, madeAudit } from "../../harness/made-audit.ts";

interface Layouts {
  readonly cells: readonly { readonly group: readonly string[]; readonly counts: readonly number[] }[];
  readonly fairlearn: string;
  readonly aequitas: string;
}
const layouts = JSON.parse(readFileSync(new URL("layouts.json", import.meta.url), "utf8")) as Layouts;

const cells = layouts.cells.flatMap(({ group, counts }) =>
  counts.flatMap((n, k): MadeCell[] =>
    n === 0 ? [] : [{ group, label: k < 2 ? "1" : "0", decision: k % 2 === 0 ? "1" : "0", n }],
  ),
);

/** Rows of a CSV as records, quotes taken off. */
function records(text: string): { readonly [column: string]: string }[] {
  const lines = text.trimEnd().split("\n").map(fieldsOf);
  const [head = [], ...rows] = lines;
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]!])));
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/** The same columns in the same order, the same rows whatever theirs, the same values: words exactly, numbers to 1e-12. */
function expectSame(ours: string, theirs: string, { keys, but }: { keys: readonly string[]; but: RegExp }): void {
  const columns = (text: string) => fieldsOf(text.split("\n")[0]!).filter((name) => !but.test(name));
  expect(columns(ours)).toEqual(columns(theirs));
  const key = (row: { readonly [column: string]: string }) => keys.map((name) => row[name]).join("\n");
  const mine = new Map(records(ours).map((row) => [key(row), row]));
  const peers = records(theirs);
  expect([...mine.keys()].sort()).toEqual(peers.map(key).sort());
  for (const row of peers) {
    for (const name of columns(theirs)) {
      const [own, peer] = [mine.get(key(row))![name]!, row[name]!];
      const where = `${key(row)} ${name}`;
      if (peer === "" || own === "" || Number.isNaN(Number(peer))) expect(own, where).toBe(peer);
      else expect(Math.abs(Number(own) - Number(peer)), where).toBeLessThanOrEqual(1e-12 * Math.abs(Number(peer)));
    }
  }
}

test("rates in Fairlearn's layout are what its MetricFrame writes", () => {
  expectSame(fairlearnCsv(madeAudit(cells)), layouts.fairlearn, { keys: ["sex", "race"], but: /^$/ });
});

test("rates in Aequitas' layout are what its crosstab, disparity and parity steps write", () => {
  expectSame(aequitasCsv(madeAudit(cells)), layouts.aequitas, {
    keys: ["attribute_name", "attribute_value"],
    but: /_significance$/,
  });
});

test("significance is of Fisher's test against the reference group", () => {
  const female = records(aequitasCsv(madeAudit(cells))).find((row) => row.attribute_value === "female")!;
  // 131 of 713 selected against 240 of 778: p = 3e-8; 287 of 713 positive against 234 of 778.
  expect(female).toMatchObject({ score_significance: "True", pprev_ref_group_value: "male", tpr_significance: "True" });
  const male = records(aequitasCsv(madeAudit(cells))).find((row) => row.attribute_value === "male")!;
  expect(male).toMatchObject({ score_significance: "False", tpr_significance: "False" });
});

test("groups that are hidden keep their names and what of them is shown", () => {
  const shared = suppressSmallCells(madeAudit(cells));
  const rows = records(fairlearnCsv(shared));
  expect(rows).toHaveLength(layouts.cells.length);
  for (const { group, counts, n, metrics } of shared.groups) {
    if (group.sex === undefined || group.race === undefined) continue;
    const row = rows.find(({ sex, race }) => sex === group.sex && race === group.race)!;
    expect(row.count).toBe(n === null ? "" : String(n));
    if (counts !== null) continue;
    expect(row.true_positive_rate).toBe("");
    expect(row.selection_rate).toBe(
      metrics.selectionRate!.estimate === null ? "" : String(metrics.selectionRate!.estimate),
    );
  }
  const named = records(aequitasCsv(shared)).map(({ attribute_value: value }) => value);
  expect(named.sort()).toEqual(
    shared.groups
      .flatMap(({ group, counts }) =>
        Object.keys(group).length === 1 && counts !== null ? [Object.values(group)[0]!] : [],
      )
      .sort(),
  );
});
