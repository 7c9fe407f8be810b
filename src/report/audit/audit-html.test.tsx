import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type MadeCell, madeAudit } from "../../../test/harness/made-audit.ts";
import { repository } from "../../../test/harness/repository.ts";
import { auditHtml } from "./audit-html.tsx";
import { auditMarkdown } from "./audit-markdown.ts";
import { chartLook } from "./html/chart-look.ts";
import { suppressSmallCells } from "./suppress-small-cells.ts";

const limit = {
  disparity: "demographicParityRatio",
  bound: 0.8,
  purpose: "Screening of applicants",
  rationale: "Four fifths as a first sieve",
  approvedBy: "mara",
  approvedOn: "2026-03-02",
};

/** Women and men in two departments: women are selected less in all, and more in each. */
function turning(names: readonly [string, string] = ["f", "m"]): MadeCell[] {
  const rates = [
    [0, "law", 20, 180],
    [0, "art", 90, 10],
    [1, "law", 5, 55],
    [1, "art", 160, 40],
  ] as const;
  return rates.flatMap(([sex, control, selected, rejected]): MadeCell[] =>
    ([selected, rejected] as const).flatMap((n, k) => {
      const decision = k === 0 ? "1" : "0";
      const group = [names[sex]];
      const scored = (label: "0" | "1", score: number, part: number): MadeCell => ({
        group,
        control,
        label,
        decision,
        score,
        n: part,
      });
      return [scored("1", 70, Math.ceil(n / 2)), scored("0", 30, Math.floor(n / 2))];
    }),
  );
}

const report = (names?: readonly [string, string]) =>
  madeAudit(turning(names), {
    protected: ["sex"],
    request: {
      limits: [limit],
      profile: "four-fifths",
      settings: {
        level: 0.95,
        seed: 7,
        replicates: 199,
        comparison: "between-groups",
        reference: "largest",
        minimumSupport: 0,
        adjustment: "holm",
        dataSeenOn: "2026-02-01",
      },
    },
  });

const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replaceAll("&lt;", "<")
    .replace(/\s+/g, " ");

test("the file stands alone: no script, nothing fetched, the same each time", () => {
  const html = auditHtml(report(), { preparedOn: "2026-11-21" });
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(html).not.toMatch(/<(script|link|img|iframe|object|embed)\b/i);
  expect(html).not.toMatch(/url\((?!#)|@import|(src|href)="(?!#)/);
  expect(auditHtml(report(), { preparedOn: "2026-11-21" })).toBe(html);
});

test("what a lawyer asks is answered in words", () => {
  const text = textOf(auditHtml(report(), { system: "Applicant screening", preparedOn: "2026-11-21" }));
  for (const said of [
    "Of 100 women 37 were selected, of 100 men 63",
    "Applicant screening",
    "21 Nov 2026",
    "column advanced; favourable is 1",
    "Screening of applicants",
    "Four fifths as a first sieve",
    "by mara on 2 Mar 2026",
    "after the decisions could be seen (1 Feb 2026): whoever set it could know on which side they lie",
    "m: the gap turns round.",
    "it has the other sign (Simpson’s paradox)",
    "the gap changes its sign",
    "Selection rate = favourable decisions ÷ decisions; interval Wilson",
    "110 ÷ 300",
    "Impact ratio",
    `${"5f".repeat(32)}`,
    "plimsoll audit --verify report.json applicants.csv",
    "A verdict says where a figure lies against a written limit, no more",
  ])
    expect(text).toContain(said);
});

test("nothing is called fair, unbiased, compliant or passed", () => {
  for (const made of [report(), suppressSmallCells(report(), 30)]) {
    const words =
      /\b(un)?fair(ly)?\b|\bunbiased\b|\bbias-free\b|\bcompliant\b|\bcompliance\b|\bpass(es|ed)?\b|\bsafe\b/i;
    expect(textOf(auditHtml(made))).not.toMatch(words);
    expect(auditMarkdown(made)).not.toMatch(words);
  }
});

test("names of groups are text, whatever they hold", () => {
  const evil = ['<script>alert("x")</script>', "</title></style>| a\n# b [c](http://d) `e` *f*"] as const;
  const html = auditHtml(report(evil));
  expect(html).not.toMatch(/<script/i);
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  const markdown = auditMarkdown(report(evil));
  expect(markdown).not.toMatch(/<script|\n# b|\[c\]\(|[^\\]`e|[^\\]\*f/);
  // A row has as many cells as its head, whatever stands in them.
  let width = 0;
  for (const line of markdown.split("\n").filter((each) => each.startsWith("|"))) {
    const bars = [...line.matchAll(/(?<!\\)\|/g)].length;
    if (/^\| (---:? ?\|? ?)+/.test(line)) expect(bars).toBe(width);
    width = /^\| Group|^\| Verdict|^\| Disparity|^\| department|^\| Scores/.test(line) ? bars : width;
    if (width > 0) expect(bars, line).toBe(width);
  }
});

test("hidden counts are said to be hidden, and stand nowhere", () => {
  const cells = [...turning(), { group: ["x"], control: "law", label: "1", decision: "1", score: 70, n: 4 } as const];
  const shared = suppressSmallCells(madeAudit(cells, { protected: ["sex"] }));
  const text = textOf(auditHtml(shared));
  expect(text).toContain("Small groups are hidden");
  expect(text).toContain("< 10");
  expect(text).toContain("hidden: few counts could be found by trying until they give the hash");
  // Where a hidden group stands, and why it has no figure, would tell of it.
  expect(text).not.toMatch(/everybody has|nobody has|(highest|lowest) [xfm]\b/);
  expect(text).not.toContain("NaN");
  expect(auditMarkdown(shared)).not.toContain("NaN");
});

test("another program's figures stand under its name, and are never shared", () => {
  const cells = turning().map(({ control: _, ...cell }) => cell);
  for (const compatibility of ["fairlearn", "aif360", "aequitas"] as const) {
    const made = madeAudit(cells, { protected: ["sex"], request: { compatibility } });
    const text = textOf(auditHtml(made));
    expect(text).toMatch(/By the conventions of (Fairlearn|AIF360|Aequitas) Another program’s names/);
    expect(textOf(auditHtml(suppressSmallCells(made, 300)))).not.toContain("By the conventions of");
  }
  const made = madeAudit(cells, { protected: ["sex"], request: { compatibility: "fairlearn" } });
  expect(textOf(auditHtml(made))).toContain("demographic_parity_ratio 0.5778");
});

test("the tables of every profile are shown", () => {
  const own = {
    title: "For the works council",
    tables: [{ show: "rates" as const, attributes: ["sex"], metrics: ["accuracy"] }],
  };
  const shown = {
    lending: "Lending: approvals against a control group The tables that a rule or a practice asks for",
    art10: "0 rows have no value of sex.",
    ll144: "The law sets no threshold.",
  };
  for (const [profile, said] of Object.entries(shown)) {
    const made = madeAudit(
      turning().map((cell) => ({ ...cell, group: [...cell.group, cell.control!] })),
      {
        request: { profile: profile as keyof typeof shown },
      },
    );
    for (const one of [made, suppressSmallCells(made, 60)])
      expect(textOf(auditHtml(one))).toContain(profile === "ll144" && one !== made ? "hidden" : said);
  }
  const text = textOf(auditHtml(madeAudit(turning(), { protected: ["sex"], request: { profile: own } })));
  expect(text).toContain("For the works council Tables of one’s own By sex Group Rows Accuracy");
});

test("a report without labels, scores, limits or a gap says what it has", () => {
  const cells: MadeCell[] = ["a", "b"].flatMap((group) => [
    { group: [group], label: "1", decision: "1", n: 50 },
    { group: [group], label: "0", decision: "0", n: 50 },
  ]);
  const { label: _, ...mapping } = madeAudit(cells, { protected: ["site"] }).mapping;
  const text = textOf(auditHtml({ ...madeAudit(cells, { protected: ["site"] }), mapping }));
  expect(text).toContain("How the decisions in applicants.csv treat groups");
  expect(text).toContain("No limit was written down for these decisions, so there is no verdict.");
  expect(text).toContain("no column says it: there are selection rates, and no error rates");
});

test("charts look as they do on the page: every rule is one of src/chart/look", () => {
  const rulesOf = (css: string) => css.match(/^[^\s@/}][^{}]*\{[^{}]*\}/gm) ?? [];
  const source = ["tokens.css", "chart.css"]
    .map((name) => readFileSync(join(repository, "src/chart/look", name), "utf8"))
    .join("\n");
  const known = new Set(rulesOf(source));
  const own = rulesOf(chartLook);
  expect(own.length).toBeGreaterThan(30);
  expect(own.filter((rule) => !known.has(rule))).toEqual([]);
});
