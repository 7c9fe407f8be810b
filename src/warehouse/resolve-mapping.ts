import type { AuditMapping } from "../contract/audit-mapping.ts";
import { noRows, noSuchColumn } from "./count-decisions.ts";
import type { CountQuestion } from "./count-question.ts";
import { columnOf, type DecisionSource } from "./decision-source.ts";
import { guessMapping } from "./guess-mapping.ts";
import { inputFailure } from "./input-failure.ts";
import { plainClass } from "./plain-value.ts";
import type { ColumnProfile } from "./profile-columns.ts";

export interface ResolvedMapping {
  /** What was given, and what was guessed. */
  readonly mapping: AuditMapping & { readonly protected: string[] };
  readonly guessed: readonly string[];
  readonly question: CountQuestion;
  /** The favourable decision, as the cube has it; null without decisions. */
  readonly favourable: string | null;
  /** Classes that are taken for granted: the count must find no others. */
  readonly assumed: { readonly label: boolean; readonly decision: boolean };
}

/**
 * Completes a mapping: what is not given is guessed, and what cannot be is asked for. Once an outcome is given (label,
 * decision or score) no other is guessed.
 *
 * @throws Failure `invalid-input` for a column that is not there, without protected attribute or outcome, or for classes
 *   that nobody has named
 */
export function resolveMapping(
  source: DecisionSource,
  given: AuditMapping,
  profiles: readonly ColumnProfile[],
): ResolvedMapping {
  const { time, control = [] } = given;
  for (const name of [
    ...(given.protected ?? []),
    given.label,
    given.decision,
    given.score,
    given.weight,
    time?.column,
    given.model,
    ...control,
  ]) {
    if (name !== undefined && !columnOf(source, name)) throw noSuchColumn(source, name);
  }
  if (profiles.length > 0 && profiles.every(({ rows }) => rows === 0)) throw noRows(source);
  const { protected: groups, ...outcome } = guessMapping(profiles);
  const hasOutcome = [given.label, given.decision, given.score].some((name) => name !== undefined);
  const used = new Set([...(given.protected ?? []), given.weight, time?.column, given.model, ...control]);
  const free = Object.entries(hasOutcome ? {} : outcome).filter(([, name]) => !used.has(name));
  const guess: Partial<AuditMapping> = {
    ...(given.protected === undefined && groups && { protected: groups.filter((name) => !control.includes(name)) }),
    ...Object.fromEntries(free),
  };
  const mapping = { ...guess, ...given };
  const columns = profiles.map(({ name }) => name).join(", ");
  if (mapping.protected === undefined || mapping.protected.length === 0)
    throw inputFailure(
      source,
      "no protected attribute was recognised",
      `name one by --protected; there are ${columns}`,
    );
  const { label, score } = mapping;
  const decision = mapping.decision;
  if (label === undefined && decision === undefined && score === undefined)
    throw inputFailure(
      source,
      "no decision, label or score was recognised",
      `name one by --decision, --label or --score; there are ${columns}`,
    );
  if (mapping.threshold !== undefined && score === undefined)
    throw inputFailure(source, "--threshold without a score", "name the column by --score");
  for (const [part, name] of [
    ["label", label],
    ["decision", decision],
    ["score", score],
  ] as const) {
    const profile = profiles.find((one) => one.name === name);
    if (profile && profile.distinct === 0 && profile.rows > 0 && profile.rows < 5000)
      throw inputFailure(source, `${part} ${name} has no value`, "name another column, or leave it out");
  }
  const classes = (name: string | undefined) => {
    const profile = profiles.find((one) => one.name === name);
    return profile
      ? [...new Set(profile.values.map(({ value }) => plainClass(value, profile.kind, mapping.missing ?? [])!))]
      : [];
  };
  if (mapping.task === "regression")
    return regressionOf(source, { ...mapping, protected: mapping.protected }, Object.keys(guess));
  const stages = mapping.stages?.map((stage) => plainClass(stage, "text", [])!);
  if (stages && decision === undefined)
    throw inputFailure(source, "--stages without a decision", "name the column with the furthest stage by --decision");
  const [labels, decisions] = [classes(label), classes(decision)];
  const named = (text: string | undefined) => (text === undefined ? undefined : plainClass(text, "text", [])!);
  // Of several classes each is held against the rest: which of them comes first is for the order of names to say.
  const first = mapping.task === "multiclass" ? [...(label === undefined ? decisions : labels)].sort()[0] : undefined;
  const positive = named(mapping.positiveLabel) ?? (isBinary(labels) ? "1" : first);
  if (label !== undefined && positive === undefined)
    throw unnamedClasses(source, "label", label, labels, "--positive-label");
  const shared = positive !== undefined && decisions.includes(positive) ? positive : undefined;
  const oneOfSeveral = mapping.task === "multiclass" ? (positive ?? first) : undefined;
  const favourable =
    named(mapping.favourableDecision) ?? stages?.at(-1) ?? (isBinary(decisions) ? "1" : (shared ?? oneOfSeveral));
  if (decision !== undefined && favourable === undefined)
    throw unnamedClasses(source, "decision", decision, decisions, "--favourable-decision");
  const byScore = decision === undefined && score !== undefined && mapping.threshold !== undefined;
  const question: CountQuestion = {
    attributes: mapping.protected,
    controls: control,
    ...(label !== undefined && { label }),
    ...(decision !== undefined && { decision: { column: decision } }),
    ...(byScore && { decision: { threshold: mapping.threshold! } }),
    ...(score !== undefined && { score }),
    ...(mapping.weight !== undefined && { weight: mapping.weight }),
    ...(time && { time }),
    ...(mapping.model !== undefined && { model: mapping.model }),
    task: { kind: "classification", positiveLabel: positive ?? "1" },
    missing: mapping.missing ?? [],
  };
  return {
    mapping: {
      ...mapping,
      protected: mapping.protected,
      ...(label !== undefined && { positiveLabel: mapping.positiveLabel ?? positive! }),
      ...(decision !== undefined && { favourableDecision: mapping.favourableDecision ?? favourable! }),
      ...(stages && { stages }),
      ...(source.format === "csv" && { decimal: source.decimal }),
    },
    guessed: Object.keys(guess),
    question,
    favourable: byScore ? "1" : decision === undefined ? null : favourable!,
    assumed: { label: mapping.positiveLabel === undefined, decision: mapping.favourableDecision === undefined },
  };
}

/** Columns that must be looked at before a mapping can be completed; all of them where something is to be guessed. */
export function columnsToProfile(given: AuditMapping): string[] | undefined {
  const { protected: groups = [], label, decision, score } = given;
  const outcomes = [label, decision, score].filter((name) => name !== undefined);
  return groups.length === 0 || outcomes.length === 0 ? undefined : outcomes;
}

/** A regression foretells a number: there are no classes, and nothing is decided. */
function regressionOf(
  source: DecisionSource,
  mapping: ResolvedMapping["mapping"],
  guessed: readonly string[],
): ResolvedMapping {
  const { protected: attributes, control = [], label, score, weight, time, model, missing = [] } = mapping;
  for (const [part, name] of [
    ["label", label],
    ["score", score],
  ] as const) {
    if (name === undefined)
      throw inputFailure(source, `a regression without a ${part}`, `name the column of numbers by --${part}`);
  }
  for (const part of ["decision", "threshold", "positiveLabel", "favourableDecision", "stages"] as const) {
    if (mapping[part] !== undefined && !guessed.includes(part))
      throw inputFailure(source, `${part} in a regression`, "leave it out: nothing is decided");
  }
  const { decision: _, ...kept } = mapping;
  return {
    mapping: { ...kept, ...(source.format === "csv" && { decimal: source.decimal }) },
    guessed: guessed.filter((part) => part !== "decision"),
    question: {
      attributes,
      controls: control,
      label: label!,
      score: score!,
      ...(weight !== undefined && { weight }),
      ...(time && { time }),
      ...(model !== undefined && { model }),
      task: { kind: "regression" },
      missing,
    },
    favourable: null,
    assumed: { label: false, decision: false },
  };
}

function isBinary(classes: readonly string[]): boolean {
  return classes.every((text) => text === "0" || text === "1");
}

/** What a column holds is not 0 and 1, and nobody has said what counts. */
export function unnamedClasses(
  source: { readonly name: string },
  part: "label" | "decision",
  column: string,
  found: readonly string[],
  option: string,
) {
  const most = 12;
  const list =
    found
      .slice(0, most)
      .map((text) => JSON.stringify(text))
      .join(", ") + (found.length > most ? ` and ${found.length - most} more` : "");
  const counts = part === "label" ? "counts as positive" : "is favourable";
  return inputFailure(
    source,
    `${part} ${column} holds ${list || "nothing"}`,
    `say by ${option} which of them ${counts}`,
  );
}
