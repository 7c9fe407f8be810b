import { describe, expect, test } from "vitest";
import { Failure } from "../contract/failure.ts";
import type { Risk } from "../contract/record.ts";
import { readCorrelation } from "./read-correlation.ts";

const risk = (id: string, scenario?: Risk["scenario"]): Risk => ({
  id,
  system: "s",
  category: "model",
  event: "e",
  owner: "o",
  scenario,
});
const risks = [
  ...["drift", "bias", "outage"].map((id) => risk(id, { frequency: 1, loss: { primary: 5 } })),
  risk("words"),
];
const read = (text: string) => readCorrelation(new TextEncoder().encode(text), "c.yaml", risks);

function mistakesIn(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "invalid-input") throw error;
    return error.mistakes.map(
      ({ file, line, column, what, remedy }) => `${file}:${line}:${column}: ${what}; ${remedy}`,
    );
  }
}

describe("readCorrelation", () => {
  test("reads pairs", () => {
    expect(read("kind: spearman\npairs:\n  - { between: [drift, bias], value: -0.4 }\n")).toEqual({
      kind: "spearman",
      between: [{ a: "drift", b: "bias", value: -0.4 }],
    });
  });

  test("reads a matrix, in JSON too", () => {
    const matrix = [
      [1, 0.2],
      [0.2, 1],
    ];
    expect(read(JSON.stringify({ kind: "kendall", risks: ["bias", "outage"], matrix }))).toEqual({
      kind: "kendall",
      ids: ["bias", "outage"],
      matrix,
    });
  });

  const pairs = (written: string) => `kind: pearson\npairs: [${written}]\n`;
  const matrix = (rows: string, ids = "[drift, bias]") => `kind: pearson\nrisks: ${ids}\nmatrix: ${rows}\n`;
  test.each<[string, string, string[]]>([
    [
      "no map",
      "[1, 2]",
      [
        "c.yaml:1:1: file is a list, not a map; write { kind: pearson, pairs: [{ between: [risk, risk], value: 0.4 }] }",
      ],
    ],
    [
      "no YAML",
      "kind: [",
      [
        "c.yaml:1:8: YAML: flow sequence in block collection must be sufficiently indented and end with a ]; align it with its neighbours",
      ],
    ],
    [
      "kind",
      "kind: persson\npairs: [{ between: [drift, bias], value: 0.4 }]\n",
      ['c.yaml:1:7: kind is "persson"; write pearson'],
    ],
    [
      "no kind",
      "pairs: [{ between: [drift, bias], value: 0.4 }]\n",
      ['c.yaml:1:1: key "kind" is missing; add `kind: …` with pearson, spearman or kendall'],
    ],
    [
      "value",
      pairs("{ between: [drift, bias], value: 40 }"),
      ["c.yaml:2:42: value 40 is above 1; write 1 or less, such as 0.4 for 40 %"],
    ],
    [
      "unknown risk",
      pairs("{ between: [drft, bias], value: 0.4 }"),
      ['c.yaml:2:21: risk "drft" is not in the portfolio; write "drift"'],
    ],
    [
      "risk in words",
      pairs("{ between: [drift, words], value: 0.4 }"),
      ['c.yaml:2:28: risk "words" has no scenario; give it one, or leave it out'],
    ],
    ["one alone", pairs("{ between: [drift], value: 0.4 }"), ["c.yaml:2:20: between has 1 entry; write at least 2"]],
    [
      "itself",
      pairs("{ between: [drift, drift], value: 0.4 }"),
      ['c.yaml:2:20: pair correlates "drift" with itself; write two risks'],
    ],
    [
      "twice",
      pairs("{ between: [drift, bias], value: 0.4 }, { between: [bias, drift], value: 0.3 }"),
      ['c.yaml:2:60: pair "bias" and "drift" is there twice; remove one'],
    ],
    [
      "not square",
      matrix("[[1, 0.2]]"),
      ["c.yaml:3:9: matrix has 1 entry; write at least 2", "c.yaml:3:9: matrix has 1 rows; write 2, one for each risk"],
    ],
    ["a short row", matrix("[[1, 0.2], [0.2]]"), ["c.yaml:3:20: row 2 has 1 values; write 2, one for each risk"]],
    ["diagonal", matrix("[[1, 0.2], [0.2, 0.9]]"), ["c.yaml:3:26: value 0.9 is on the diagonal; write 1"]],
    [
      "asymmetric",
      matrix("[[1, 0.2], [0.3, 1]]"),
      ["c.yaml:3:21: value 0.3 in row 2, column 1 is 0.2 the other way round; write a symmetric matrix"],
    ],
    [
      "a risk twice",
      matrix("[[1, 0.2], [0.2, 1]]", "[drift, drift]"),
      ['c.yaml:2:16: risk "drift" is there twice; remove one'],
    ],
  ])("refuses at its place: %s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  test("refuses correlations that are impossible together, naming the pair", () => {
    const impossible = pairs(
      ["[drift, bias], value: 0.9", "[bias, outage], value: 0.9", "[drift, outage], value: -0.9"]
        .map((pair) => `{ between: ${pair} }`)
        .join(", "),
    );
    const [mistake, ...others] = mistakesIn(impossible);
    expect(others).toEqual([]);
    expect(mistake).toMatch(/^c\.yaml:2:8: correlation of .* is impossible beside the others; give about /);
  });
});
