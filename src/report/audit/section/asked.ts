import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { formatDate } from "../../../chart/series/format-date.ts";
import type { AboutReport } from "../document/about-report.ts";
import type { Block, Section, Term } from "../document/block.ts";
import { countText, levelText } from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";
import { sentence } from "./in-short.ts";

/** What was asked, of whose decisions, and what a reader must know of the data. */
export function asked(report: SharedAudit, about: AboutReport): Section {
  const { mapping, guessed, settings, source, warnings, suppressed } = report;
  const said = (part: string, text: string) =>
    guessed.includes(part) ? `${text} (guessed from the file, not said)` : text;
  const terms: (Term | null)[] = [
    about.system ? { term: "Whose decisions", text: about.system } : null,
    { term: "Source", text: `${source.name}, ${source.format}` },
    { term: "Decisions", text: `${countText(report.rows)}; one row is one decision` },
    { term: "Protected attributes", text: said("protected", (mapping.protected ?? []).join(", ")) },
    mapping.decision
      ? {
          term: "Decision",
          text: said("decision", `column ${mapping.decision}; favourable is ${mapping.favourableDecision ?? "1"}`),
        }
      : null,
    mapping.stages ? { term: "Stages", text: mapping.stages.join(", ") } : null,
    mapping.threshold !== undefined
      ? { term: "Decision", text: `favourable from a score of ${mapping.threshold} on` }
      : null,
    mapping.label
      ? {
          term: "What turned out",
          text: said("label", `column ${mapping.label}; positive is ${mapping.positiveLabel ?? "1"}`),
        }
      : { term: "What turned out", text: "no column says it: there are selection rates, and no error rates" },
    mapping.score
      ? {
          term: "Score",
          text: said("score", `column ${mapping.score}${report.scores === "bins" ? ", counted in bins" : ""}`),
        }
      : null,
    mapping.weight ? { term: "Weight of a row", text: `column ${mapping.weight}` } : null,
    mapping.control?.length ? { term: "Held fixed", text: mapping.control.join(", ") } : null,
    mapping.time ? { term: "Time", text: `column ${mapping.time.column}, by ${mapping.time.every}` } : null,
    mapping.model ? { term: "Model", text: `column ${mapping.model}` } : null,
    mapping.missing?.length
      ? { term: "Taken for missing", text: mapping.missing.map((text) => JSON.stringify(text)).join(", ") }
      : null,
    { term: "Compared", text: comparisonText(report) },
    {
      term: "Certainty",
      text: `intervals at ${levelText(settings.level)}; p-values adjusted for all tests of the audit, ${adjustments[settings.adjustment]}`,
    },
    settings.minimumSupport > 0
      ? {
          term: "Least group",
          text: `groups of fewer than ${settings.minimumSupport} rows take no part in comparisons`,
        }
      : null,
    {
      term: "First looked at",
      text: settings.dataSeenOn
        ? formatDate(settings.dataSeenOn)
        : "no day is recorded on which the decisions were first looked at",
    },
  ];
  const notes: Block[] = warnings.map(({ message }) => message).length
    ? [
        { kind: "heading", text: "To keep in mind" },
        { kind: "list", items: warnings.map(({ message }) => sentence(message)) },
      ]
    : [];
  return {
    id: "asked",
    title: "What was asked, and of which decisions",
    measure: null,
    blocks: [
      { kind: "terms", terms: terms.filter((term) => term !== null) },
      ...(suppressed ? [hiddenNote(suppressed.below)] : []),
      ...notes,
    ],
  };
}

function hiddenNote(below: number): Block {
  return {
    kind: "notice",
    title: "Small groups are hidden",
    text:
      `Counts from 1 to ${below - 1} are not shown, and nor are figures made of them; others are hidden beside them, so that none can be ` +
      "found by adding and subtracting. Verdicts were made before anything was hidden.",
  };
}

const adjustments: Readonly<Record<SharedAudit["settings"]["adjustment"], string>> = {
  holm: "Holm",
  "benjamini-hochberg": "Benjamini and Hochberg",
  "benjamini-yekutieli": "Benjamini and Yekutieli",
  hierarchical: "in a hierarchy of attributes",
};

function comparisonText({ settings: { comparison, reference } }: SharedAudit): string {
  if (comparison === "between-groups") return "the group with the highest and the group with the lowest figure";
  if (comparison === "to-overall") return "each group with all together";
  if (reference === "largest") return "each group with the largest one";
  if (reference === "best-rate") return "each group with the one most often selected";
  return `each group with the reference group: ${groupLabel(reference)}`;
}
