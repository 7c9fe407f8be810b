import { type AuditReport, auditReport } from "../contract/audit-report.ts";
import type { Reading, Signal } from "../contract/signal.ts";
import type { Arrival } from "./arrival.ts";
import { contentHash } from "./content-hash.ts";
import { eachItem } from "./each-item.ts";
import { NoSignal } from "./no-signal.ts";
import { checked } from "./schema-refusal.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

const verdicts = { within: "ok", outside: "breach", "not-enough-evidence": null } as const;

type Figure = AuditReport["verdicts"][number]["figure"];
type Said =
  | { readonly kind: "verdict"; readonly of: AuditReport["verdicts"][number] }
  | { readonly kind: "disparity"; readonly of: AuditReport["disparities"][number] };

/**
 * What `plimsoll audit --json` writes: each verdict is a signal with its figure and interval, and so is each disparity that
 * no verdict judges. Identity is what was counted and what was asked: the same decisions measured with another seed tell
 * nothing new. An audit does not say when it was made: state `at` beside it.
 */
export function translatePlimsollAudit(payload: unknown, arrival: Arrival): Translation {
  const report = checked(auditReport, payload, "", "send what plimsoll audit --json printed");
  const judged = new Set(report.verdicts.map(({ name, attributes }) => JSON.stringify([name, attributes])));
  const said: Said[] = [
    ...report.verdicts.map((of) => ({ kind: "verdict" as const, of })),
    ...report.disparities
      .filter(({ name, attributes }) => !judged.has(JSON.stringify([name, attributes])))
      .map((of) => ({ kind: "disparity" as const, of })),
  ];
  return eachItem(said, (each) => disparitySignal(each, report, arrival));
}

function disparitySignal(each: Said, report: AuditReport, arrival: Arrival): Signal {
  const { name, attributes } = each.of;
  const figure: Figure = each.kind === "verdict" ? each.of.figure : each.of;
  const reading = readingOf(figure);
  if (reading === null && each.kind === "disparity")
    throw new NoSignal(
      "disparities",
      `${name} by ${attributes.join(" and ")} could not be measured (${"reason" in figure ? figure.reason : "no reason"}); audit decisions that tell it`,
    );
  const asked = each.kind === "verdict" ? [each.of.limit.purpose, each.of.limit.bound] : [each.of.comparison];
  return signalOf(
    {
      source: "plimsoll-audit",
      id: `${report.countsHash}/${name}/${attributes.join("+")}/${contentHash(asked)}`,
      format: "plimsoll-audit",
      topic: "fairness",
      metric: name,
      producerVerdict: each.kind === "verdict" ? verdicts[each.of.verdict] : null,
      reading,
      labels: [
        ["data", report.source.name],
        ["attributes", attributes.join(", ")],
        ["comparison", report.settings.comparison],
        ...(each.kind === "verdict"
          ? ([
              ["verdict", each.of.verdict],
              ["limit", each.of.limit.bound],
            ] as const)
          : []),
      ],
      summary: summaryOf(each, figure),
    },
    arrival,
  );
}

function readingOf(figure: Figure): Reading | null {
  if (figure.estimate === null) return null;
  const { estimate, low, high, level, n } = figure;
  return {
    kind: "value",
    value: estimate,
    ...(Number.isInteger(n) && n >= 0 ? { n } : {}),
    ...(low !== null && high !== null && level >= 0 && level <= 1 ? { interval: { low, high, level } } : {}),
  };
}

function summaryOf({ kind, of }: Said, figure: Figure): string {
  const measured = figure.estimate === null ? "not measured" : String(Number(figure.estimate.toPrecision(3)));
  const what = `${of.name} by ${of.attributes.join(" and ")} is ${measured}`;
  return kind === "verdict" ? `${what}: ${of.verdict.replaceAll("-", " ")}, limit ${of.limit.bound}` : what;
}
