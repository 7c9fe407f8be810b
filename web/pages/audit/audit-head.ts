import { formatCount } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";

/** The sentence of an audit that is read first, what stands behind it, and the sentences of the other attributes. */
export interface AuditHead {
  readonly sentence: string | null;
  readonly evidence: string | null;
  readonly others: readonly string[];
}

/** First comes the attribute whose disparity lies outside its limit, else the first that was asked about. */
export function auditHead({
  sentences,
  verdicts,
  mapping,
}: Pick<AuditReport, "sentences" | "verdicts" | "mapping">): AuditHead {
  const attributes = mapping.protected ?? [];
  const outside = attributes.findIndex((attribute) =>
    verdicts.some(({ verdict, attributes: by }) => verdict === "outside" && by.length === 1 && by[0] === attribute),
  );
  // Sentences of the attributes come first, one each; what else is said comes after them.
  const first = sentences.length >= attributes.length ? Math.max(0, outside) : 0;
  const chosen = sentences[first];
  if (chosen === undefined) return { sentence: null, evidence: null, others: [] };
  return { ...sentenceParts(chosen), others: sentences.filter((_, place) => place !== first) };
}

/** What a sentence of an audit says of people, and apart from it the figures that carry it. */
export function sentenceParts(said: string): { readonly sentence: string; readonly evidence: string | null } {
  const [, sentence, evidence] = /^(.*) \((difference .*)\)\.$/.exec(said) ?? [];
  if (sentence === undefined || evidence === undefined) return { sentence: said, evidence: null };
  return { sentence: `${sentence}.`, evidence: `${evidence.charAt(0).toUpperCase()}${evidence.slice(1)}.` };
}

type Verdict = AuditReport["verdicts"][number]["verdict"];

/** "Three outside, one undecided, two within": gravest first, what there is none of left out. */
export function verdictsFinding(verdicts: readonly { readonly verdict: Verdict }[]): string {
  if (verdicts.length === 0) return "Held against no limit";
  const words: readonly (readonly [Verdict, string])[] = [
    ["outside", "outside"],
    ["not-enough-evidence", "undecided"],
    ["within", "within"],
  ];
  const counts = words.flatMap(([verdict, word]) => {
    const count = verdicts.filter((each) => each.verdict === verdict).length;
    return count === 0 ? [] : [{ count, word }];
  });
  return counts
    .map(({ count, word }, place) => `${formatCount(count, place === 0 ? "start" : "within")} ${word}`)
    .join(", ");
}
