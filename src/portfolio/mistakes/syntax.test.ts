import { describe, expect, test } from "vitest";
import { mistakesIn } from "../../../test/portfolio/mistakes-in.ts";

describe("a file that is no YAML", () => {
  test.each<[string, string, string[]]>([
    ["empty", "", ["1:1: file is empty; start it with `version: 1`"]],
    ["only comments", "# nothing yet\n", ["1:1: file is empty; start it with `version: 1`"]],
    ["a list", "- 1\n", ["1:1: file holds a list, not a portfolio; write a map that starts with `version: 1`"]],
    [
      "prose",
      "We have no risks.\n",
      ['1:1: file holds "We have no risks.", not a portfolio; write a map that starts with `version: 1`'],
    ],
    ["tab as indentation", "version: 1\nsystems:\n\t- id: a\n", ["3:1: tab in the indentation; indent with spaces"]],
    ["tab after a dash", "version: 1\nsystems:\n  -\tid: a\n", ["3:4: tab in the indentation; indent with spaces"]],
    ["open quote", 'version: 1\norganization: "A\nrisks: []\n', ['2:15: quote " is not closed; end the text with "']],
    [
      "colon in a text",
      "version: 1\norganization: Bank: retail\n",
      [
        '2:15: YAML: nested mappings are not allowed in compact mappings; put a text that has ": " in it in quotes, or correct the indentation',
      ],
    ],
    [
      "open bracket, and only the syntax is reported",
      "version: 2\nsystems: [{ id: a }\nrisks: []\n",
      [
        "3:1: YAML: flow sequence in block collection must be sufficiently indented and end with a ]; align it with its neighbours",
      ],
    ],
    ["unknown tag", "version: 1\nsystems: !list []\n", ["2:10: YAML: unresolved tag: !list; remove the tag"]],
    [
      "two documents",
      "version: 1\n---\nversion: 1\n",
      ["2:1: file has a second document; keep one document, without `---` between"],
    ],
    [
      "alias without anchor",
      "version: 1\nsystems: *all\n",
      ["2:10: alias *all has no anchor before it; write the value, or &all before it"],
    ],
    [
      "alias of itself",
      "version: 1\nsystems: &all [*all]\n",
      ["2:16: alias *all contains itself; write the value, or &all before it"],
    ],
    ["list as key", "version: 1\n? [a]\n: b\n", ["2:3: key is a list or a map; write a key as text"]],
    [
      "brackets without end",
      "[".repeat(100_000),
      ["1:100: lists and maps are nested too deeply; write them as the guide shows"],
    ],
    [
      "dashes without end",
      "- ".repeat(50_000),
      ["1:199: lists and maps are nested too deeply; write them as the guide shows"],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  test("aliases that would repeat a kilobyte to a gigabyte are refused", () => {
    const levels = Array.from({ length: 9 }, (_, i) => `  - &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]`);
    const bomb = `version: 1\nrisks:\n  - &l0 [${Array(10).fill("x").join(", ")}]\n${levels.join("\n")}\n`;
    const [mistake, ...others] = mistakesIn(bomb);
    expect(mistake).toMatch(/^\d+:\d+: aliases repeat too much; write the values themselves$/);
    expect(others).toEqual([]);
  });
});
