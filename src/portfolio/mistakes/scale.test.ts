import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

describe("scale", () => {
  const scale = (written: string) => `version: 1\nscale:\n${written.replaceAll(/^/gm, "  ")}\n`;
  const two =
    "likelihood: [{ name: a, from: 0 }, { name: b, from: 1 }]\nimpact: [{ name: a, from: 0 }, { name: b, from: 1 }]\n";
  test.each<[string, string, string[]]>([
    [
      "not rising",
      scale("likelihood:\n  - { name: a, from: 0 }\n  - { name: b, from: 2 }\n  - { name: c, from: 2 }"),
      ['6:24: level "c" starts at 2, no higher than the one before it (2); write levels that rise, lowest first'],
    ],
    [
      "nothing for zero",
      scale("impact: [{ name: a, from: 1 }, { name: b, from: 2 }]"),
      ['3:29: lowest level "a" starts at 1; write 0: what lies below the lowest level would have none'],
    ],
    [
      "end that is not the next start",
      scale("impact: [{ name: a, from: 0, to: 3 }, { name: b, from: 2, to: 2 }]"),
      [
        '3:36: level "a" ends at 3, but the next one starts at 2; remove `to`: a level ends where the next one starts',
        '3:65: level "b" ends at 2, no higher than it starts (2); write a top above 2',
      ],
    ],
    [
      "two of a name",
      scale("impact: [{ name: a, from: 0 }, { name: a, from: 2 }]"),
      ['3:42: name "a" is there twice; give each its own name'],
    ],
    ["one level", scale("impact: [{ name: a, from: 0 }]"), ["3:11: impact has 1 entry; write at least 2"]],
    [
      "rows and entries",
      scale(`${two}bands:\n  - [low]`),
      [
        "6:5: bands has 1 row; write 2, one for each likelihood level, lowest first",
        "6:7: row 1 of bands has 1 entry; write 2, one for each impact level, lowest first",
      ],
    ],
    [
      "unknown band",
      scale(`${two}bands: [[low, hihg], [low, high]]`),
      ['5:17: band "hihg" is not one of the band names; write one of low, medium, high, critical'],
    ],
    [
      "falling bands",
      scale(`${two}bands: [[medium, low], [low, high]]`),
      [
        '5:20: band "low" is lower than the one before it; never let a greater impact lower the band',
        '5:27: band "low" is lower than the one above it; never let a greater likelihood lower the band',
      ],
    ],
    [
      "below the severity floor",
      scale(`${two}severityFloor: { impact: 2, band: medium }\nbands: [[low, low], [low, high]]`),
      [
        '6:17: band "low" is lower than the severity floor; write medium or higher from impact 2 up, or change severityFloor',
      ],
    ],
    [
      "severity floor outside the scale",
      scale(`${two}severityFloor: { impact: 3, band: severe }`),
      [
        "5:28: impact level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
        '5:37: band "severe" is not one of the band names; write one of low, medium, high, critical',
      ],
    ],
    [
      "ratings are held against the scale of the file",
      withRisk("inherent: { likelihood: 3, impact: { money: 3 } }", `scale: { ${two.trim().replace("\n", ", ")} }\n`),
      [
        "12:29: likelihood level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
        "12:49: impact level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
