import type { AnyEstimate, EstimateDraft, ExpertDraft, LeafKind, TextField } from "./estimate-draft.ts";
import { parseNumber } from "./number-text.ts";

/** One mistake: the field it is about, such as `low`, `quantiles.1.value` or `experts.0.weight`, and what to do. */
export interface EstimateMistake {
  readonly field: string;
  readonly what: string;
}

export interface ReadEstimate {
  /** What the file will hold; null while something is missing or wrong. */
  readonly estimate: AnyEstimate | null;
  readonly mistakes: readonly EstimateMistake[];
}

type Numbers = (field: TextField, as?: NumberRule) => number | undefined;
type NumberRule = "quantity" | "positive" | "any" | "share";

/** Reads a draft as the file will have it. What the contract refuses is said in the contract's words. */
export function readEstimate(draft: EstimateDraft, kind: LeafKind): ReadEstimate {
  const mistakes: EstimateMistake[] = [];
  const refuse = (field: string, what: string) => {
    mistakes.push({ field, what });
    return undefined;
  };
  const number = (field: TextField, as: NumberRule = "quantity") =>
    numberIn(draft.text[field] ?? "", { field, kind, as, refuse });
  const form = readForm(draft, kind, { number, refuse });
  const cuts = readCuts(draft, kind, { number, refuse });
  const said = Object.fromEntries(
    (["source", "by", "on"] as const).flatMap((field) => {
      const text = draft.text[field]?.trim() ?? "";
      return text === "" ? [] : [[field, text]];
    }),
  );
  if (form === null || mistakes.length > 0) return { estimate: null, mistakes };
  const rest = { ...cuts, ...said };
  // A certain number without any more to say of it is written as the number.
  if ("value" in form && Object.keys(rest).length === 0) return { estimate: form.value as number, mistakes };
  return { estimate: { ...form, ...rest } as AnyEstimate, mistakes };
}

type Refuse = (field: string, what: string) => undefined;
interface Reading {
  readonly number: Numbers;
  readonly refuse: Refuse;
}

function numberIn(
  typed: string,
  { field, kind, as, refuse }: { field: string; kind: LeafKind; as: NumberRule; refuse: Refuse },
): number | undefined {
  if (typed.trim() === "") return undefined;
  const value = parseNumber(typed);
  if (value === null) return refuse(field, `“${typed.trim()}” is not a number; write ${exampleOf(kind, as)}`);
  if (as === "any") return value;
  if (value < 0) return refuse(field, `${value} is below 0; write values from 0 up`);
  if (as === "positive" && value === 0) return refuse(field, "0 is not above 0; write more than 0");
  if ((as === "share" || (as === "quantity" && kind === "probability")) && value > 1)
    return refuse(field, `${value} is not a probability; write 0 to 1, or percent such as 30 %`);
  return value;
}

function exampleOf(kind: LeafKind, as: NumberRule): string {
  if (as === "share" || (kind === "probability" && as === "quantity")) return "0.3, 30 % or 1 in 20";
  return kind === "money" && as === "quantity" ? "20000, 20k or 1.5m" : "a number such as 0.5";
}

const formFields = {
  value: ["value"],
  interval: ["low", "high"],
  pert: ["min", "mode", "max"],
  uniform: ["min", "max"],
  beta: ["alpha", "beta"],
  gamma: ["shape", "rate"],
  lognormal: ["mu", "sigma"],
  level: ["level"],
} as const satisfies Readonly<Record<string, readonly TextField[]>>;

const ruleOf: Readonly<Partial<Record<TextField, NumberRule>>> = {
  alpha: "positive",
  beta: "positive",
  shape: "positive",
  rate: "positive",
  mu: "any",
};

function readForm(draft: EstimateDraft, kind: LeafKind, { number, refuse }: Reading): Record<string, unknown> | null {
  if (draft.form === "samples") return readSamples(draft.text.samples ?? "", kind, refuse);
  if (draft.form === "quantiles") return readQuantiles(draft, kind, refuse);
  if (draft.form === "experts") return readExperts(draft, kind, refuse);
  const names = formFields[draft.form];
  const read: Record<string, number> = {};
  for (const name of names) {
    const value = number(
      name,
      ruleOf[name] ?? (draft.form === "lognormal" || draft.form === "level" ? "positive" : "quantity"),
    );
    if (value !== undefined) read[name] = value;
    else if ((draft.text[name] ?? "").trim() === "") refuse(name, `write ${fieldWords[name] ?? name}`);
  }
  if (names.some((name) => read[name] === undefined)) return null;
  checkOrder(draft.form, read, refuse);
  if (draft.form !== "pert") return read;
  const lambda = number("lambda", "positive");
  return {
    ...read,
    ...(lambda === undefined || lambda === 4 ? {} : { lambda }),
    ...(draft.ends === "percentiles" ? { ends: "percentiles" } : {}),
  };
}

const fieldWords: Readonly<Partial<Record<TextField, string>>> = {
  value: "the value",
  low: "what 1 case in 20 lies below",
  high: "what 1 case in 20 lies above",
  min: "the least",
  mode: "the most likely",
  max: "the most",
  level: "the level",
};

/** The same words as the contract, so that nobody reads two of them for one mistake. */
function checkOrder(form: EstimateDraft["form"], read: Readonly<Record<string, number>>, refuse: Refuse): void {
  const { low, high, min, mode, max, level } = read as Readonly<Partial<Record<TextField, number>>>;
  if (form === "interval" && low !== undefined && high !== undefined) {
    if (low === 0)
      refuse(
        "low",
        `low 0 is not above 0; an interval is read as lognormal: write a low above 0, or {min, max} or {min, mode, max}`,
      );
    if (low > high) refuse("low", `low ${low} is greater than high ${high}; swap them`);
  }
  if ((form === "uniform" || form === "pert") && min !== undefined && max !== undefined) {
    if (min > max) refuse("min", `min ${min} is greater than max ${max}; swap them`);
    else if (mode !== undefined && mode < min)
      refuse("mode", `mode ${mode} is less than min ${min}; write min ≤ mode ≤ max`);
    else if (mode !== undefined && mode > max)
      refuse("mode", `mode ${mode} is greater than max ${max}; write min ≤ mode ≤ max`);
  }
  if (level !== undefined && !Number.isInteger(level)) refuse("level", `level ${level} is not whole; choose a level`);
}

function readSamples(typed: string, kind: LeafKind, refuse: Refuse): Record<string, unknown> | null {
  const parts = typed
    .split(/[;\n\t]+|,\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) {
    refuse("samples", "write at least one observation; several are parted by a semicolon or a new line");
    return null;
  }
  const values = parts.map((part) => numberIn(part, { field: "samples", kind, as: "quantity", refuse }));
  return values.includes(undefined) ? null : { samples: values };
}

function readQuantiles({ quantiles }: EstimateDraft, kind: LeafKind, refuse: Refuse): Record<string, unknown> | null {
  const points = quantiles.map(({ p, value }, index) => {
    const at = `quantiles.${index}`;
    const probability = p.trim() === "" ? refuse(`${at}.p`, "write how much lies below, such as 50 %") : parseNumber(p);
    if (probability !== undefined && (probability === null || probability <= 0 || probability >= 1)) {
      refuse(`${at}.p`, `“${p.trim()}” is not between 0 and 1; write such as 50 %`);
      return null;
    }
    const quantity = numberIn(value, { field: `${at}.value`, kind, as: "positive", refuse });
    if (value.trim() === "") refuse(`${at}.value`, "write the value");
    return typeof probability === "number" && quantity !== undefined ? { p: probability, value: quantity } : null;
  });
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!point || !before) continue;
    if (point.p <= before.p)
      refuse(
        `quantiles.${index}.p`,
        `p ${point.p} is not above ${before.p}, the one before it; write the points in rising order of p`,
      );
    else if (point.value <= before.value)
      refuse(
        `quantiles.${index}.value`,
        `value ${point.value} is not above ${before.value}, the one before it; write values that rise with p, or one number if it is certain`,
      );
  }
  return points.includes(null) ? null : { quantiles: points };
}

function readExperts({ experts, pool }: EstimateDraft, kind: LeafKind, refuse: Refuse): Record<string, unknown> | null {
  if (experts.length === 0) {
    refuse("experts", "add what the first of them says");
    return null;
  }
  const said = experts.map((expert, index) => readExpert(expert, index, kind, refuse));
  return said.includes(null) ? null : { experts: said, pool };
}

function readExpert(
  expert: ExpertDraft,
  index: number,
  kind: LeafKind,
  refuse: Refuse,
): Record<string, unknown> | null {
  const at = `experts.${index}`;
  const by = expert.by.trim();
  if (by === "") refuse(`${at}.by`, "write who said it");
  const weight = numberIn(expert.weight, { field: `${at}.weight`, kind: "events", as: "positive", refuse });
  const { estimate, mistakes } = readEstimate(expert.estimate, kind);
  for (const { field, what } of mistakes) refuse(`${at}.estimate.${field}`, what);
  if (estimate === null || by === "") return null;
  const [on, source] = [expert.on.trim(), expert.source.trim()];
  return {
    by,
    ...(on === "" ? {} : { on }),
    ...(source === "" ? {} : { source }),
    ...(weight === undefined || weight === 1 ? {} : { weight }),
    estimate,
  };
}

function readCuts({ text }: EstimateDraft, kind: LeafKind, { number, refuse }: Reading): Record<string, unknown> {
  const cuts: Record<string, unknown> = {};
  const [from, to] = [number("truncateFrom"), number("truncateTo")];
  if (from !== undefined && to !== undefined && from >= to)
    refuse("truncateFrom", `from ${from} is not below to ${to}; write from below to`);
  if (from !== undefined || to !== undefined)
    cuts.truncate = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const cap = number("cap");
  if (kind !== "money") return cap === undefined ? cuts : { ...cuts, cap };
  const turnoverShare = number("capShare", "share");
  if (turnoverShare !== undefined) cuts.cap = { ...(cap === undefined ? {} : { amount: cap }), turnoverShare };
  else if (cap !== undefined) cuts.cap = cap;
  const [deductible, limit] = [number("deductible"), number("limit", "positive")];
  if (limit !== undefined) cuts.insurance = { deductible: deductible ?? 0, limit };
  else if (deductible !== undefined) refuse("limit", "write the most that the insurer pays of one loss");
  const currency = text.currency?.trim().toUpperCase() ?? "";
  if (currency !== "") {
    if (/^[A-Z]{3}$/.test(currency)) cuts.currency = currency;
    else refuse("currency", "write a three-letter currency code such as EUR");
  }
  return cuts;
}
