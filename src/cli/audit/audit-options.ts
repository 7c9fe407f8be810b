import type { AuditMapping } from "../../contract/audit-mapping.ts";
import type { AuditRequest, AuditSettings } from "../../contract/audit-request.ts";
import { Failure } from "../../contract/failure.ts";
import type { ReportFormat } from "./report-formats.ts";

export interface AuditOptions {
  readonly table?: string;
  readonly map?: string;
  readonly protected?: readonly string[];
  readonly attribute?: readonly string[];
  readonly task?: AuditMapping["task"];
  readonly stages?: readonly string[];
  readonly label?: string;
  readonly positiveLabel?: string;
  readonly decision?: string;
  readonly favourableDecision?: string;
  readonly score?: string;
  readonly threshold?: number;
  readonly weight?: string;
  readonly control?: readonly string[];
  readonly missing?: readonly string[];
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  readonly comparison?: AuditSettings["comparison"];
  readonly reference?: readonly string[];
  readonly minimumSupport: number;
  readonly level: number;
  readonly seed: number;
  readonly replicates: number;
  readonly adjustment: AuditSettings["adjustment"];
  readonly limits?: string;
  readonly dataSeenOn?: string;
  readonly profile?: string;
  readonly as?: AuditRequest["compatibility"];
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly suppressBelow?: number;
  readonly system?: string;
  readonly portfolio?: string;
  readonly risk?: string;
  readonly explain?: readonly string[];
  readonly verify?: string;
  readonly json?: true;
}

/** Reads names parted by commas; given again, they add up. @throws Failure where there is none */
export function nameList(option: string): (text: string, before?: readonly string[]) => string[] {
  return (text, before = []) => {
    const names = text.split(",").flatMap((name) => name.trim() || []);
    if (names.length > 0) return [...before, ...names];
    throw new Failure(
      "invalid-input",
      `${option} ${JSON.stringify(text)} names nothing`,
      "write names, parted by commas",
    );
  };
}

/** One value as it stands; given again, they add up. */
export function oneMore(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Reads the value of an option that is a score. @throws Failure naming option and value */
export function scoreOption(option: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (value >= 0 && value <= 1) return value;
    throw new Failure(
      "invalid-input",
      `${option} ${JSON.stringify(text)} is not a number from 0 to 1`,
      "give one such as 0.5",
    );
  };
}

/** Reads the value of an option that is a calendar date. @throws Failure naming option and value */
export function dateOption(option: string): (text: string) => string {
  return (text) => {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
    if (isDate) return text;
    throw new Failure("invalid-input", `${option} ${JSON.stringify(text)} is not a date`, "write it as 2026-11-21");
  };
}

/** The parts of a mapping that were given as options: each replaces the same part of the mapping file. @throws Failure */
export function mappingOf(options: AuditOptions): AuditMapping {
  const groups = [...new Set([...(options.protected ?? []), ...(options.attribute ?? [])])];
  const {
    task,
    label,
    positiveLabel,
    decision,
    favourableDecision,
    score,
    threshold,
    weight,
    control,
    missing,
    delimiter,
    decimal,
  } = options;
  if (delimiter !== undefined && delimiter.length !== 1)
    throw new Failure(
      "invalid-input",
      `--delimiter ${JSON.stringify(delimiter)} is not one character`,
      "write one such as ;",
    );
  const columns = Math.max(groups.length, control?.length ?? 0);
  if (columns > mostColumns)
    throw new Failure("invalid-input", `${columns} columns of one part, more than ${mostColumns}`, "name fewer");
  const named = {
    task,
    label,
    positiveLabel,
    decision,
    favourableDecision,
    score,
    threshold,
    weight,
    delimiter,
    decimal,
  };
  return {
    ...(groups.length > 0 && { protected: groups }),
    ...(control && { control: [...control] }),
    ...(options.stages && { stages: stagesOf(options.stages) }),
    ...(missing && { missing: [...missing] }),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
  };
}

/** Stages of a process in their order. @throws Failure for fewer than two, or one named twice */
function stagesOf(stages: readonly string[]): string[] {
  if (stages.length > 1 && new Set(stages).size === stages.length) return [...stages];
  throw new Failure(
    "invalid-input",
    `--stages ${stages.join(",")} are not two or more different stages`,
    "write them in their order, such as applied,interviewed,offered",
  );
}

const mostColumns = 20;

/** How to measure, as the options say. @throws Failure for a reference that is none */
export function settingsOf(options: AuditOptions): AuditSettings {
  const { level, seed, replicates, minimumSupport, adjustment, dataSeenOn } = options;
  const reference = referenceOf(options.reference ?? []);
  return {
    level,
    seed,
    replicates,
    comparison: options.comparison ?? (reference === undefined ? "between-groups" : "to-reference"),
    reference: reference ?? "largest",
    minimumSupport,
    adjustment,
    dataSeenOn: dataSeenOn ?? null,
  };
}

/** The reference group of `--reference`. @throws Failure for what is none */
function referenceOf(texts: readonly string[]): AuditSettings["reference"] | undefined {
  if (texts.length === 0) return undefined;
  const [first] = texts;
  if (texts.length === 1 && (first === "largest" || first === "best-rate")) return first;
  const pairs = texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1)
      throw new Failure(
        "invalid-input",
        `--reference ${JSON.stringify(text)} names no group`,
        "write race=White, largest or best-rate",
      );
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
