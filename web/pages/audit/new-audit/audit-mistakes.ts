import type { Problem } from "../../../data/request.ts";
import { usesThreshold } from "./audit-body.ts";
import { type AuditDraft, columnsWith, columnWith } from "./audit-draft.ts";

/** What is wrong, by the field it belongs to: `columns`, a name of the draft, or `limits.0.bound`. */
export type AuditMistakes = Readonly<Record<string, string>>;

/** What can be told before the file is counted. */
export function mistakesInAudit(draft: AuditDraft, after: "keep" | "look"): AuditMistakes {
  const found: Record<string, string> = {};
  if (columnsWith(draft, "protected").length === 0)
    found.columns = "no protected attribute; say which column makes the groups, such as sex";
  else if (["label", "decision", "score"].every((role) => columnWith(draft, role as "label") === undefined))
    found.columns = "nothing to measure; say which column is the decision, the label or the score";
  if (usesThreshold(draft) && !isNumber(draft.threshold)) found.threshold = notANumber(draft.threshold, "0.5");
  const level = Number(draft.level);
  if (!(isNumber(draft.level) && level > 0 && level < 100))
    found.level = `“${draft.level}” is no confidence; write a number between 0 and 100, such as 95`;
  if (!isWhole(draft.minimumSupport)) found.minimumSupport = notWhole(draft.minimumSupport, "30");
  if (!isWhole(draft.seed)) found.seed = notWhole(draft.seed, "1");
  if (!isWhole(draft.replicates) || Number(draft.replicates) < 99 || Number(draft.replicates) > 100_000)
    found.replicates = `“${draft.replicates}” shufflings; write a whole number from 99 to 100000`;
  if (draft.reference === "named" && Object.values(draft.referenceGroup).every((value) => value === ""))
    found.reference = "no group is named; choose a value of an attribute";
  if (
    draft.reference !== "named" &&
    draft.comparison === "to-reference" &&
    columnWith(draft, "decision") === undefined &&
    draft.reference === "best-rate" &&
    !usesThreshold(draft)
  )
    found.reference = "best rate without decisions; choose the largest group, or name one";
  draft.limits.forEach((limit, place) => {
    for (const field of ["purpose", "rationale", "approvedBy", "approvedOn"] as const)
      if (limit[field].trim() === "") found[`limits.${place}.${field}`] = "missing; a limit says why, who and when";
    if (!isNumber(limit.bound) || Number(limit.bound) <= 0)
      found[`limits.${place}.bound`] = `“${limit.bound}” is no bound; write a number above 0, such as 0.8`;
  });
  if (after === "keep" && draft.name.trim() === "") found.name = "missing; a kept audit has a name";
  return found;
}

const fieldOfPath: readonly [RegExp, string][] = [
  [/^mapping\/(protected|label|decision|score|weight|control|time|model)\b/, "columns"],
  [/^mapping\/(task|positiveLabel|favourableDecision|stages|threshold|missing)\b/, "$1"],
  [/^settings\/(level|seed|replicates|comparison|reference|minimumSupport|adjustment|dataSeenOn)\b/, "$1"],
  [/^limits\/(\d+)\/(\w+)/, "limits.$1.$2"],
  [/^keep\/(name|system|risk)\b/, "$1"],
  [/^(profile)\b/, "$1"],
];

/** Puts what the server refused beside the fields it is about; the rest is said of the whole. */
export function placeAuditRefusal(problem: Problem): { readonly fields: AuditMistakes; readonly whole: string | null } {
  const fields: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const { path, what, remedy } of problem.mistakes ?? []) {
    const place = path.replace(/^\//, "").replaceAll(".", "/");
    const [pattern, known] = fieldOfPath.find(([each]) => each.test(place)) ?? [];
    const name = pattern && known ? place.match(pattern)![0].replace(pattern, known) : null;
    // A remedy that leads to the API's description helps a program; here the field itself is before the reader.
    const said = remedy.includes("/openapi.json") ? what : `${what}; ${remedy}`;
    const field = name ?? fieldOfOption(said);
    if (field) fields[field] ??= withoutOptions(said);
    else elsewhere.push(said);
  }
  if (Object.keys(fields).length + elsewhere.length === 0) {
    const said = problem.remedy ? `${problem.detail}; ${problem.remedy}` : problem.detail;
    const field = fieldOfOption(said);
    if (field) fields[field] = withoutOptions(said);
    else elsewhere.push(said);
  }
  return { fields, whole: elsewhere.length > 0 ? elsewhere.join("; ") : null };
}

/** Fields by the option of the command that means the same: what is read and counted speaks of options. */
const fieldOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["protected", "decision", "label", "score", "weight", "control", "time", "model"].map((name) => [name, "columns"]),
  ),
  "favourable-decision": "favourableDecision",
  "positive-label": "positiveLabel",
  "minimum-support": "minimumSupport",
  stages: "stages",
  threshold: "threshold",
  missing: "missing",
  task: "task",
  level: "level",
  reference: "reference",
  profile: "profile",
};

function fieldOfOption(said: string): string | undefined {
  const [, option] = /--([a-z-]+)/.exec(said) ?? [];
  return option === undefined ? undefined : fieldOf[option];
}

/** "say by --favourable-decision which" is "say which"; an option that is left is a word. */
function withoutOptions(said: string): string {
  return said
    .replace(/ by --[a-z-]+(?:(?:, or |, | or )--[a-z-]+)*/g, "")
    .replace(/--([a-z-]+)/g, (_, option: string) => option.replaceAll("-", " "));
}

function isNumber(typed: string): boolean {
  return typed.trim() !== "" && Number.isFinite(Number(typed));
}

function isWhole(typed: string): boolean {
  return /^\s*\d{1,9}\s*$/.test(typed);
}

const notANumber = (typed: string, such: string) => `“${typed}” is not a number; write one such as ${such}`;
const notWhole = (typed: string, such: string) => `“${typed}” is not a whole number; write one such as ${such}`;
