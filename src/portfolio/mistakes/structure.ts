import { z } from "zod";
import { expected, looksMeant } from "./expected.ts";
import { type Finding, noun, type Path, shown } from "./finding.ts";
import { intended } from "./intended-form.ts";
import { unknownKeys } from "./unknown-key.ts";

type Issue = z.core.$ZodIssue;

/**
 * What a value has against a schema, in words for the person who wrote it.
 *
 * Where a schema offers several forms, the one that the keys point to is taken, and the value is held against that.
 */
export function structureFindings(schema: z.ZodType, value: unknown, path: Path = []): Finding[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const { issues } = result.error;
  const siteAt = (steps: Path): Site => ({
    schema: schemaAt(schema, steps),
    value: valueAt(value, steps),
    path: [...path, ...steps],
  });
  const mistyped = new Set(
    issues.flatMap(({ code, path: at }) => (code === "unrecognized_keys" ? [at.join("/")] : [])),
  );
  const explained = new Set<string>();
  const findings = issues.flatMap((issue) => {
    const steps = issue.path as Path;
    const union = unionOn(schema, steps);
    if (union) {
      // One form may have been closest by chance; which one is meant is for the keys to say.
      const key = union.join("/");
      if (explained.has(key)) return [];
      explained.add(key);
      return unionFindings(siteAt(union));
    }
    // What a map as a whole lacks may be what its unknown keys were to say.
    if (issue.code === "custom" && mistyped.has(steps.join("/"))) return [];
    return findingsOf(issue, siteAt(steps));
  });
  return withoutMistyped(findings);
}

interface Site {
  /** Undefined where the value fits none of the forms. */
  readonly schema: z.ZodType | undefined;
  readonly value: unknown;
  readonly path: Path;
}

function findingsOf(issue: Issue, site: Site): Finding[] {
  const { schema, value, path } = site;
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys, schema && unwrapped(schema), value, path);
    case "invalid_type":
    case "invalid_value":
      if (value === undefined) return [{ path, what: `key "${noun(path)}" is missing`, remedy: adding(path, schema) }];
      return [wrong(site)];
    case "too_small":
      return [{ path, ...tooSmall(issue, site) }];
    case "too_big":
      return [{ path, ...tooBig(issue, site) }];
    case "invalid_format":
      return [{ path, ...badFormat(issue, site) }];
    case "custom":
      return [{ path, what: issue.message, remedy: String(issue.params?.remedy ?? "correct it") }];
    default:
      return [{ path, what: `${noun(path)} ${shown(value)} does not fit`, remedy: `write ${expected(schema)}` }];
  }
}

function unionFindings({ schema, value, path }: Site): Finding[] {
  if (value === undefined && path.length > 0) {
    return [{ path, what: `key "${noun(path)}" is missing`, remedy: adding(path, schema) }];
  }
  const form = intended(schema && unwrapped(schema), value, path);
  const findings = "findings" in form ? [...form.findings] : [];
  for (const each of "parts" in form ? form.parts : [])
    findings.push(...structureFindings(each.schema, each.value, each.path));
  if (findings.length > 0) return findings;
  return [wrong({ schema, value, path })];
}

function wrong({ schema, value, path }: Site): Finding {
  if (value === null) {
    const removal = schema instanceof z.ZodOptional ? ", or remove the key" : "";
    return { path, what: `${noun(path)} is empty`, remedy: `write ${expected(schema)}${removal}` };
  }
  const inner = schema && unwrapped(schema);
  const kind = typeof value === "string" && inner && !acceptsText(inner) ? "the text " : "";
  return {
    path,
    what: `${noun(path)} is ${kind}${shown(value)}`,
    remedy: looksMeant(inner, value) ?? `write ${expected(inner)}`,
  };
}

function acceptsText(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
}

function adding(path: Path, schema: z.ZodType | undefined): string {
  return `add \`${noun(path)}: …\` with ${expected(schema)}`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, { value, path }: Site): { what: string; remedy: string } {
  if (issue.origin === "string") return { what: `${noun(path)} is empty`, remedy: "write at least one character" };
  if (Array.isArray(value)) {
    return { what: `${noun(path)} has ${entries(value)}`, remedy: `write at least ${issue.minimum}` };
  }
  return issue.inclusive
    ? { what: `${noun(path)} ${shown(value)} is below ${issue.minimum}`, remedy: `write ${issue.minimum} or more` }
    : {
        what: `${noun(path)} ${shown(value)} is not above ${issue.minimum}`,
        remedy: `write more than ${issue.minimum}`,
      };
}

function tooBig(issue: z.core.$ZodIssueTooBig, { schema, value, path }: Site): { what: string; remedy: string } {
  const most = issue.maximum;
  if (typeof value === "string") {
    return { what: `${noun(path)} has ${value.trim().length} characters`, remedy: `shorten it to ${most}` };
  }
  if (Array.isArray(value)) {
    return { what: `${noun(path)} has ${entries(value)}`, remedy: `write at most ${most}` };
  }
  if (!issue.inclusive && value === most) {
    return { what: `${noun(path)} ${shown(value)} is not below ${most}`, remedy: `write less than ${most}` };
  }
  const isShare = most === 1 && typeof value === "number" && value <= 100 && schema !== undefined;
  const percent = isShare ? `, such as ${Number((value / 100).toPrecision(12))} for ${value} %` : "";
  const bound = issue.inclusive ? `${most} or less` : `less than ${most}`;
  return { what: `${noun(path)} ${shown(value)} is above ${most}`, remedy: `write ${bound}${percent}` };
}

function entries({ length }: readonly unknown[]): string {
  return length === 1 ? "1 entry" : `${length} entries`;
}

function badFormat(
  issue: z.core.$ZodIssueInvalidStringFormat,
  { value, path }: Site,
): { what: string; remedy: string } {
  const text = String(value);
  if (text.trim() === "") return { what: `${noun(path)} is empty`, remedy: "write at least one character" };
  switch (issue.format) {
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(text)
        ? { what: `${noun(path)} ${shown(value)} is not a day that exists`, remedy: "correct the date" }
        : {
            what: `${noun(path)} ${shown(value)} is not a date`,
            remedy: "write it as year-month-day, such as 2026-09-30",
          };
    case "email":
      return { what: `${noun(path)} ${shown(value)} is not an address`, remedy: "write it as name@example.com" };
    default:
      return { what: `${noun(path)} ${shown(value)} is not well formed`, remedy: issue.message };
  }
}

/** A key that is there under a mistyped name is not also missing. */
function withoutMistyped(findings: readonly Finding[]): Finding[] {
  const meant = new Set(findings.flatMap(({ meantPath }) => (meantPath ? [JSON.stringify(meantPath)] : [])));
  if (meant.size === 0) return [...findings];
  return findings.filter(({ path, what }) => !(what.endsWith("is missing") && meant.has(JSON.stringify(path))));
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** The schema at a path that meets no union on its way. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((at, step) => at && below(at, step), schema);
}

/** The first place on a path where the schema offers several forms. */
function unionOn(schema: z.ZodType, path: Path): Path | undefined {
  let at: z.ZodType | undefined = schema;
  for (let length = 0; at; length++) {
    if (unwrapped(at) instanceof z.ZodUnion) return path.slice(0, length);
    const step = path[length];
    at = step === undefined ? undefined : below(at, step);
  }
  return undefined;
}

function below(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return inner.shape[step] as z.ZodType | undefined;
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}
