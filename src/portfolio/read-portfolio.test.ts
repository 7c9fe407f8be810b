import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPortfolio } from "../../test/portfolio/arbitrary-portfolio.ts";
import { mistakesIn, warningsIn, withRisk } from "../../test/portfolio/mistakes-in.ts";
import { type Portfolio, portfolio as portfolioSchema } from "../contract/portfolio.ts";
import { readPortfolio, readPortfolioOrFail } from "./read-portfolio.ts";
import { writePortfolio } from "./write-portfolio.ts";

describe("a valid file", () => {
  test("needs no more than a version", () => {
    expect(readPortfolioOrFail(new TextEncoder().encode("version: 1\n"), "p.yaml").portfolio).toEqual({ version: 1 });
  });

  test("may have a byte order mark, CRLF and any script in its names", () => {
    const text = "\uFEFFversion: 1\r\nsystems:\r\n  - id: a\r\n    name: 信用スコア 🚢 أهلا\r\n";
    expect(readPortfolioOrFail(new TextEncoder().encode(text), "p.yaml").portfolio).toEqual({
      version: 1,
      systems: [{ id: "a", name: "信用スコア 🚢 أهلا" }],
    });
    expect(mistakesIn(text.replace("version: 1", "version: 3"))).toEqual(["1:10: version is 3; write 1"]);
  });

  test("says where its values stand", () => {
    const { positions } = readPortfolioOrFail(new TextEncoder().encode(withRisk("")), "p.yaml");
    expect(positions.place(["risks", 0, "event"])).toBe("p.yaml:9:12");
    expect(positions.of(["risks", 0, "event"], "key")).toEqual({ line: 9, column: 5 });
    expect(positions.place(["risks", 0, "scenario", "loss"])).toBe("p.yaml:6:5");
  });

  test("may be probably not what is meant", () => {
    const text = `version: 1
dependencies: [{ id: llm, kind: vendor }]
systems: [{ id: credit }, { id: idle }, { id: old, stage: retired }]
controls:
  - { id: unused, status: working }
  - { id: gone, status: retired }
  - { id: soon, status: planned }
limits: [{ scope: portfolio, measure: residualScore, appetite: 12, tolerance: 30 }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
    controls: [{ control: soon, acts: loss, effectiveness: 0.2 }]
`;
    expect(warningsIn(text)).toEqual([
      `2:16: no system depends on "llm"; name it in a system's dependsOn, or remove it`,
      '3:27: system "idle" has no risk; add its risks',
      `5:5: no risk uses the control "unused"; name it in a risk's controls, or remove it`,
      '7:5: planned control "soon" has no due date; add `due: …`, the day by which it is to work',
      "8:79: tolerance 30 is above 25, the highest score of the scale; write a score that can be reached",
      '10:5: risk "bias" is unrated; add inherent levels or a scenario; until then it is shown as unrated',
    ]);
  });
});

test("all mistakes of a file come at once, in its order", () => {
  const text = `version: 1
curency: EUR
systems:
  - { id: credit, stage: prod }
  - { id: credit }
risks:
  - id: bias
    system: credt
    category: ethical
    event: People are refused.
    inherent: { likelihood: 7, impact: 0 }
    scenario:
      frequency: { low: 3, high: 2 }
      loss: { primary: { low: 1, high: 2, currency: USD } }
`;
  expect(mistakesIn(text).map((mistake) => mistake.split(";")[0])).toEqual([
    '2:1: unknown key "curency"',
    '4:26: stage is "prod"',
    '5:11: system "credit" is there twice',
    '7:5: key "owner" is missing',
    '8:13: system "credt" is not in systems',
    "11:29: likelihood level 7 is outside the scale",
    "11:40: impact 0 is below 1",
    "13:25: low 3 is greater than high 2",
    "14:53: currency USD has no rate to EUR",
  ]);
});

test("a mistake carries its file and a JSON pointer", () => {
  const read = readPortfolio(new TextEncoder().encode("version: 1\nsystems: [{ id: a, owner: {} }]\n"), "p.yaml");
  expect(read).toEqual({
    mistakes: [
      { file: "p.yaml", path: "/systems/0/owner", line: 2, column: 27, what: "owner is a map", remedy: "write an id" },
    ],
  });
});

describe("anything else", () => {
  test("bytes that are no portfolio give mistakes, never an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readPortfolio(bytes, "p.yaml");
        if ("mistakes" in read) expect(read.mistakes.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a portfolio with characters changed is read or has mistakes in its lines", () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 12 }),
      insert: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom(
          ": ",
          "- ",
          "\n",
          "\t",
          "  ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "!x ",
          "'",
          '"',
          "#",
          "|",
          ">-",
          "<<",
          "~",
          "-1",
          ".nan",
          "---\n",
          "? ",
        ),
      ),
    });
    fc.assert(
      fc.property(arbitraryPortfolio, fc.array(change, { minLength: 1, maxLength: 4 }), (portfolio, changes) => {
        let text = writePortfolio(portfolio);
        for (const { at, remove, insert } of changes) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
        }
        const read = readPortfolio(new TextEncoder().encode(text), "p.yaml");
        if (!("mistakes" in read)) return;
        expect(read.mistakes.length).toBeGreaterThan(0);
        const lines = text.split("\n");
        for (const { line, column, what, remedy } of read.mistakes) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lines[line! - 1]!.length + 1);
          expect(`${what}; ${remedy}`).not.toMatch(/undefined|\[object|Invalid input|^[A-Z](?!AML)/);
        }
      }),
      { numRuns: 120 },
    );
  });

  test("a portfolio with a value swapped for another has mistakes or is one still", () => {
    const anything = fc.oneof(
      fc.constantFrom(
        null,
        true,
        -1,
        0,
        2.5,
        1e300,
        "",
        "x",
        "2026-02-30",
        [],
        {},
        [1],
        { low: 1 },
        { level: 9 },
        { id: "a" },
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(arbitraryPortfolio, fc.nat(), anything, (portfolio, choice, value) => {
        const text = JSON.stringify(swapped(portfolio, choice, value));
        const read = readPortfolio(new TextEncoder().encode(text), "p.yaml");
        if ("mistakes" in read) {
          expect(read.mistakes.length).toBeGreaterThan(0);
          for (const { what, remedy } of read.mistakes) expect(`${what}; ${remedy}`).not.toMatch(/undefined|\[object/);
        } else {
          expect(portfolioSchema.safeParse(JSON.parse(text)).success).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** A copy in which one value, somewhere, is another one. */
function swapped(portfolio: Portfolio, choice: number, value: unknown): unknown {
  const copy = structuredClone(portfolio);
  const places: { holder: object; key: string }[] = [];
  const visit = (holder: object) => {
    for (const [key, held] of Object.entries(holder)) {
      places.push({ holder, key });
      if (typeof held === "object" && held !== null) visit(held);
    }
  };
  visit(copy);
  const { holder, key } = places[choice % places.length]!;
  Reflect.set(holder, key, value);
  return copy;
}
