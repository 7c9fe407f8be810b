import { attributesTitle, groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { formatDate } from "../../../chart/series/format-date.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { type Block, type Cell, figures, plainTable, type Section } from "../document/block.ts";
import { countText, decimal, pText, valueText } from "../document/figure-words.ts";
import type { SharedAudit, SharedFourFifths, SharedLocalLaw144, SharedProfile } from "../shared-audit.ts";
import { evidenceBlocks, lendingBlocks, ownTable } from "./more-tables.ts";

type FourFifths = SharedFourFifths;
type LocalLaw144 = SharedLocalLaw144;

/** The tables that a rule of law asks for: arithmetic, and no finding of law. */
export function lawTables({ profile, law }: SharedAudit): Section | null {
  if (profile === null) return null;
  return {
    id: "law",
    title: profile.name === "custom" ? profile.definition.title : titles[profile.name],
    measure:
      profile.name === "custom"
        ? "Tables of one’s own"
        : "The tables that a rule or a practice asks for: arithmetic, and no finding of law",
    blocks: [...lawBlocks(law), ...profileBlocks(profile)],
  };
}

const titles: Readonly<Record<Exclude<SharedProfile["name"], "custom">, string>> = {
  "four-fifths": "Four-fifths rule: impact ratios with their significance",
  ll144: "New York City Local Law 144: impact ratios",
  lending: "Lending: approvals against a control group",
  art10: "What the data are: examination by Article 10 of the EU AI Act",
};

function lawBlocks(law: SharedAudit["law"]): Block[] {
  if (law === null) return [];
  const { name, citation, status, note, asOf, source, appliesFrom } = law;
  return [
    {
      kind: "terms",
      terms: [
        { term: "Rule", text: `${name}, ${citation}` },
        {
          term: `On ${formatDate(asOf)}`,
          text: `${statuses[status]}${appliesFrom ? `, from ${formatDate(appliesFrom)}` : ""}. ${note}`,
        },
        { term: "Source", text: source },
      ],
    },
  ];
}

const statuses: Readonly<Record<NonNullable<SharedAudit["law"]>["status"], string>> = {
  "in-force": "in force",
  "under-review": "in force, under review",
  "not-yet-applicable": "not yet applicable",
  "never-took-effect": "never took effect",
};

function profileBlocks(profile: SharedProfile): Block[] {
  switch (profile.name) {
    case "four-fifths":
      return profile.tables.flatMap(fourFifths);
    case "ll144":
      return localLaw144(profile);
    case "lending":
      return profile.tables.flatMap(lendingBlocks);
    case "art10":
      return evidenceBlocks(profile.evidence);
    case "custom":
      return profile.tables.map(ownTable);
  }
}

/** Longer tables than this nobody reads; the data files have the rest. */
const mostRows = 60;

function leftText(rows: readonly unknown[]): string {
  return rows.length > mostRows
    ? ` ${formatNumber(rows.length - mostRows)} more groups are in the data files of this audit.`
    : "";
}

function fourFifths({ attributes, rows: all, unknownApplicants }: FourFifths["tables"][number]): Block[] {
  const rows = [...all].sort((a, b) => (b.applicants ?? 0) - (a.applicants ?? 0)).slice(0, mostRows);
  const shown = all.filter((row) => rows.includes(row));
  const title = attributesTitle(attributes);
  const unknown =
    unknownApplicants === null
      ? "Rows of unknown group are hidden."
      : `${formatNumber(unknownApplicants)} rows of unknown group, not compared.`;
  return [
    plainTable(
      `${title}: impact ratios`,
      [
        "Group",
        figures("Applicants"),
        figures("Selected"),
        figures("Rate"),
        figures("Impact ratio"),
        "Below four fifths",
        "Beyond chance",
      ],
      shown.map(({ group, applicants, selected, selectionRate, comparison, role }): Cell[] => [
        { text: groupLabel(group), ...(!comparison && role !== "reference" && { small: roles[role] }) },
        { text: countText(applicants) },
        { text: countText(selected) },
        { text: selectionRate === null ? "" : valueText("selectionRate", measured(selectionRate)) },
        comparison
          ? {
              text: decimal(comparison.impactRatio),
              small: `${decimal(comparison.low, 2)}–${decimal(comparison.high, 2)}`,
            }
          : { text: "" },
        {
          text: comparison
            ? comparison.fourFifths === "below"
              ? "below"
              : "not below"
            : role === "reference"
              ? role
              : "",
        },
        comparison
          ? {
              text: comparison.statistics === "significant" ? "yes" : "no",
              small:
                comparison.decidedBy === "fisher"
                  ? `Fisher p ${pText(comparison.fisherTwoSided)}`
                  : `z ${decimal(comparison.z ?? 0, 2)}`,
            }
          : { text: "" },
      ]),
      `The highest rate is the reference. Exactly four fifths is not below. ${unknown}${leftText(all)}`,
    ),
    {
      kind: "details",
      summary: `${title}: how many people the gap is, and whether one more would change it`,
      blocks: [
        plainTable(
          `${title}: shortfall`,
          [
            "Group",
            figures("Shortfall"),
            figures("Standard deviations"),
            figures("Fisher p"),
            figures("One-sided, mid-p"),
            "If one more were selected",
          ],
          shown.flatMap(({ group, comparison }): Cell[][] =>
            comparison
              ? [
                  [
                    { text: groupLabel(group) },
                    { text: decimal(comparison.shortfall, 1) },
                    { text: comparison.hypergeometricSd === null ? "" : decimal(comparison.hypergeometricSd, 2) },
                    { text: pText(comparison.fisherTwoSided) },
                    { text: pText(comparison.midLess) },
                    { text: reaches[comparison.ifOneMoved.reaches] },
                  ],
                ]
              : [],
          ),
          "Shortfall: how many more of the group would be selected if both groups had one rate. One selection moved from the reference to the group: does that alone reach parity, or four fifths (Questions and Answers 21)?",
        ),
      ],
    },
  ];
}

const roles: Readonly<Record<FourFifths["tables"][number]["rows"][number]["role"], string>> = {
  reference: "reference",
  compared: "comparison hidden",
  "below-two-percent": "under 2 % of the applicants, not compared",
  "unknown-group": "unknown group, not compared",
};

const reaches = { parity: "reaches parity", "four-fifths": "reaches four fifths", neither: "changes neither" } as const;

function localLaw144({ basis, assessed, medianScore, exclusion, tables }: LocalLaw144): Block[] {
  const isScored = basis === "scoring-rate";
  const terms = [
    { term: "Assessed", text: formatNumber(assessed) },
    {
      term: "Measured",
      text: isScored
        ? `scoring rate: the share strictly above the median score, ${medianScore ?? "unknown"}`
        : "selection rate",
    },
    ...(exclusion
      ? [
          {
            term: "Left out",
            text: `categories below ${formatNumber(exclusion.below * 100, 1)} %: ${exclusion.justification}`,
          },
        ]
      : []),
  ];
  return [
    { kind: "terms", terms },
    ...tables.map(({ attributes, rows, unknown }) =>
      plainTable(
        `${attributesTitle(attributes)}: impact ratios`,
        [
          "Category",
          figures("Assessed"),
          figures(isScored ? "Above the median" : "Selected"),
          figures(isScored ? "Scoring rate" : "Selection rate"),
          figures("Impact ratio"),
        ],
        rows
          .slice(0, mostRows)
          .map(({ category, assessed: n, selected, rate, impactRatio, excluded }): Cell[] => [
            { text: groupLabel(category), ...(excluded && { small: "below 2 %, left out of the ratios" }) },
            { text: countText(n) },
            { text: countText(selected) },
            { text: rate === null ? "" : decimal(rate) },
            { text: impactRatio === null ? "" : decimal(impactRatio) },
          ]),
        unknown === null
          ? "The number of unknown category is hidden."
          : `${formatNumber(unknown)} of unknown category, not in the table. The law sets no threshold.${leftText(rows)}`,
      ),
    ),
  ];
}

function measured(estimate: number) {
  return { estimate, low: null, high: null, level: 0, n: 0, method: "none" };
}
