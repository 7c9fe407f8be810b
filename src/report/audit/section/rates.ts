import { attributesTitle, groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { metricWords } from "../../../chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { metricFormulas } from "../../../contract/explanation/audit-formulas.ts";
import { type Block, type Cell, figures, plainTable, type Section, type TableBlock } from "../document/block.ts";
import { countsOf } from "../document/figure-counts.ts";
import { countText, figureCell, intervalText, methodText, rowsText, valueText } from "../document/figure-words.ts";
import type { SharedAudit, SharedGroup } from "../shared-audit.ts";

/** More groups of one choice of attributes than this nobody reads; the data files have all. */
const mostGroups = 40;
/** Of one attribute with up to so many groups every figure is opened, of others the first ones. */
const mostInFull = 12;
/** Up to so many groups stand in one chart, of more each choice of attributes has its own. */
const mostTogether = 30;
/** More cells than this make no picture where two attributes meet. */
const mostCells = 40;
const charted = ["selectionRate", "truePositiveRate", "falsePositiveRate"] as const;
const inBrief = ["selectionRate", "truePositiveRate", "falsePositiveRate", "positivePredictiveValue"] as const;

/** Rates of every group with their intervals, and each figure opened to its counts and its formula. */
export function rateSection(report: SharedAudit): Section {
  const { overall } = report;
  const isRegression = overall.selectionRate === undefined;
  const choices = attributeChoices(report.groups);
  // A picture of one mark shows nothing.
  const isDrawn = (metric: string) =>
    report.groups.filter(({ metrics }) => metrics[metric]?.estimate != null).length > 1;
  const charts = charted.filter(isDrawn).flatMap((metric): Block[] => {
    const { name, means } = metricWords(metric);
    const chart = (attributes: readonly string[] | "all"): Block => ({
      kind: "chart",
      subject: { of: "rates", metric, attributes },
      label: `${name} of each group${attributes === "all" ? "" : ` by ${attributes.join(" and ")}`} with its interval; the tables below say the same.`,
    });
    const drawn = report.groups.length <= mostTogether ? [chart("all")] : apart(choices, metric).map(chart);
    return [{ kind: "heading", text: `${name}: ${means}` }, ...drawn];
  });
  const pairs = choices.filter(({ attributes, groups }) => attributes.length === 2 && groups.length <= mostCells);
  const intersections = pairs.flatMap(({ attributes }): Block[] => {
    if (!isDrawn("selectionRate")) return [];
    const [one, other] = attributes as [string, string];
    return [
      { kind: "heading", text: `${attributesTitle(attributes)}: selection rate where they meet, in percent` },
      {
        kind: "chart",
        subject: { of: "intersections", attributes: [one, other], metric: "selectionRate" },
        label: `Selection rate by ${one} and ${other}; the table below says the same.`,
      },
    ];
  });
  return {
    id: "rates",
    title: "Rates by group",
    measure: isRegression
      ? "Means and errors of each group with their intervals"
      : "Percent with their intervals; the thin rule is the rate of all together",
    blocks: [...charts, ...intersections, ...choices.flatMap((choice) => choiceBlocks(report, choice))],
  };
}

/** Choices of one or two attributes of which two groups or more have a figure. */
function apart(choices: readonly Choice[], metric: string): (readonly string[])[] {
  return choices.flatMap(({ attributes, groups }) => {
    const known = groups.filter(({ metrics }) => metrics[metric]?.estimate != null);
    return attributes.length < 3 && known.length > 1 ? [attributes] : [];
  });
}

interface Choice {
  readonly attributes: readonly string[];
  readonly groups: readonly SharedGroup[];
}

/** Groups by the attributes that make them, in the order of the report. */
export function attributeChoices(groups: readonly SharedGroup[]): Choice[] {
  const found = new Map<string, { attributes: string[]; groups: SharedGroup[] }>();
  for (const each of groups) {
    const attributes = Object.keys(each.group);
    const key = JSON.stringify(attributes);
    const known = found.get(key);
    if (known) known.groups.push(each);
    else found.set(key, { attributes, groups: [each] });
  }
  return [...found.values()];
}

function choiceBlocks(report: SharedAudit, { attributes, groups }: Choice): Block[] {
  const title = attributesTitle(attributes);
  const shown = [...groups].sort((a, b) => (b.n ?? 0) - (a.n ?? 0)).slice(0, mostGroups);
  const kept = groups.filter((group) => shown.includes(group));
  const left = groups.length - kept.length;
  const more =
    left > 0
      ? `${formatNumber(left)} smaller groups are left out here; the data files of this audit have them.`
      : undefined;
  const metrics = Object.keys(report.overall);
  const brief = inBrief.filter((metric) => report.overall[metric]?.estimate != null);
  const told = brief.length > 0 ? brief : metrics.slice(0, 4);
  const table = plainTable(
    `${title}: rates with their intervals`,
    ["Group", figures("Rows"), ...told.map((metric) => figures(metricWords(metric).name))],
    kept.map((each) => [
      groupLabel(each.group),
      rowsText(each, report),
      ...told.map((metric) => figureCell(metric, each.metrics[metric])),
    ]),
    more,
  );
  const isFull = attributes.length === 1 && kept.length <= mostInFull;
  const full = isFull ? metrics.filter((metric) => report.overall[metric]?.estimate != null) : told;
  const opened = full.length > 0 ? [openedTable(report, title, kept, full)] : [];
  return [
    table,
    {
      kind: "details",
      summary: `${title}: ${isFull ? "every figure" : "figures"} with counts and formula`,
      blocks: [...outcomeTable(report, title, kept), ...opened],
    },
  ];
}

/** Rows by what was decided and what turned out. */
function outcomeTable(report: SharedAudit, title: string, groups: readonly SharedGroup[]): TableBlock[] {
  const whole = report.counts?.rows ?? groups.find(({ counts }) => counts?.rows)?.counts?.rows;
  if (!whole) return [];
  const all = { group: {}, n: report.rows, counts: report.counts };
  const has = (name: keyof typeof whole) => [all, ...groups].some(({ counts }) => (counts?.rows?.[name] ?? 0) > 0);
  const columns = outcomeNames.filter(([name, , always]) => has(name) || (always && has("truePositives")));
  const cells = columns.length > 0 ? columns : outcomeNames.filter(([name]) => has(name));
  return [
    plainTable(
      `${title}: rows by decision and label`,
      ["Group", figures("Rows"), ...cells.map(([, name]) => figures(name))],
      [...groups, all].map((each) => [
        groupLabel(each.group),
        "metrics" in each ? rowsText(each, report) : countText(each.n),
        ...cells.map(([name]) => countText(each.counts?.rows?.[name])),
      ]),
    ),
  ];
}

const outcomeNames = [
  ["truePositives", "True positives", true],
  ["falseNegatives", "False negatives", true],
  ["falsePositives", "False positives", true],
  ["trueNegatives", "True negatives", true],
  ["unlabelledSelected", "Selected, no label", false],
  ["unlabelledRejected", "Not selected, no label", false],
  ["undecidedPositives", "Positive, no decision", false],
  ["undecidedNegatives", "Negative, no decision", false],
] as const;

function openedTable(
  report: SharedAudit,
  title: string,
  groups: readonly SharedGroup[],
  metrics: readonly string[],
): TableBlock {
  const isWeighted = report.mapping.weight !== undefined;
  const all = { group: {}, metrics: report.overall, counts: report.counts };
  return {
    kind: "table",
    caption: `${title}: figures with their counts${isWeighted ? ", in weights" : ""}`,
    columns: [{ title: "Group", align: "left" }, figures("Counts"), figures("Figure"), figures("Interval")],
    parts: metrics.map((metric) => ({
      title: titleOf(metric, groups),
      rows: [...groups, all].map(({ group, metrics: own, counts }): Cell[] => {
        const figure = own[metric];
        return [
          { text: groupLabel(group) },
          { text: figure === undefined ? "" : countsOf(metric, figure, counts) },
          { text: valueText(metric, figure) },
          { text: intervalText(metric, figure) },
        ];
      }),
    })),
  };
}

/** "Selection rate = favourable decisions ÷ decisions; interval Wilson". */
function titleOf(metric: string, groups: readonly SharedGroup[]): string {
  const methods = new Set(groups.map(({ metrics }) => methodText(metrics[metric])).filter(Boolean));
  const by = methods.size > 0 ? `; interval ${[...methods].join(" or ")}` : "";
  return [metricWords(metric).name, metricFormulas[metric]?.formula].filter(Boolean).join(" = ") + by;
}
