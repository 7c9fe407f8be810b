import type { FactorsFile, FileFactor } from "../../../../src/contract/factors-file.ts";
import { numberText } from "../../scenario/number-text.ts";

export const leafHows = ["judged", "measured", "counted"] as const;
export const partHows = ["weighted", "worst", "product"] as const;
/** What a factor is read from: a judgement, a measurement, a count, or its parts. */
export type FactorHow = (typeof leafHows)[number] | (typeof partHows)[number];

export const howWords: Readonly<Record<FactorHow, string>> = {
  judged: "judged",
  measured: "measured",
  counted: "counted",
  weighted: "weighted mean",
  worst: "worst of its parts",
  product: "all parts needed",
};

export interface AnchorDraft {
  /** Names the anchor while it is typed. */
  readonly key: number;
  readonly at: string;
  /** What it is of 100. */
  readonly points: string;
}

/**
 * A factor as it is typed: numbers are text until they are read. What belongs to another way of reading it than the
 * chosen one is kept, so that choosing that way again finds it.
 */
export interface FactorDraft {
  /** Names the factor while its id is typed. */
  readonly key: number;
  /** Empty while its name proposes one. */
  readonly id: string;
  /** Empty where the id is its name. */
  readonly name: string;
  /** Beside its siblings; empty for 1. */
  readonly weight: string;
  readonly source: string;
  readonly how: FactorHow;
  readonly level: string;
  readonly levels: string;
  readonly criterion: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  /** "31/4200" */
  readonly count: string;
  /** None where a count is its own scale. */
  readonly anchors: readonly AnchorDraft[];
  readonly raises: "higher" | "lower";
  readonly parts: readonly FactorDraft[];
}

export const axes = ["likelihood", "impact"] as const;
export type Axis = (typeof axes)[number];

export interface FactorsSheet {
  readonly likelihood: FactorDraft;
  readonly impact: FactorDraft;
  /** How many levels each has. */
  readonly levels: Readonly<Record<Axis, string>>;
  /** Id of the risk that they are of; empty for none. */
  readonly risk: string;
}

const emptyFactor: Omit<FactorDraft, "key"> = {
  id: "",
  name: "",
  weight: "",
  source: "",
  how: "judged",
  level: "",
  levels: "5",
  criterion: "",
  value: "",
  low: "",
  high: "",
  unit: "",
  count: "",
  anchors: [],
  raises: "higher",
  parts: [],
};

/** A factor that nobody has filled in. */
export function newFactor(key: number): FactorDraft {
  return { ...emptyFactor, key };
}

/** The sheet of a new study: likelihood and impact, without parts. */
export const emptySheet: FactorsSheet = {
  likelihood: { ...newFactor(0), id: "likelihood", name: "Likelihood", how: "weighted" },
  impact: { ...newFactor(1), id: "impact", name: "Impact", how: "weighted" },
  levels: { likelihood: "5", impact: "5" },
  risk: "",
};

export function sheetOfFactors({ likelihood, impact, levels, risk = "" }: FactorsFile): FactorsSheet {
  let keys = 0;
  const draftOf = (factor: FileFactor): FactorDraft => {
    const { id, name = "", weight, source = "" } = factor;
    const about = { ...newFactor(keys++), id, name, weight: textOf(weight), source };
    if ("parts" in factor) return { ...about, how: factor.how, parts: factor.parts.map(draftOf) };
    if ("level" in factor) {
      const { level, levels, criterion = "" } = factor;
      return { ...about, how: "judged", level: String(level), levels: String(levels), criterion };
    }
    const scale = { anchors: anchorsOf(factor.anchors ?? []), raises: factor.raises };
    if ("events" in factor) return { ...about, ...scale, how: "counted", count: `${factor.events}/${factor.of}` };
    const { value, low, high, unit = "" } = factor;
    return { ...about, ...scale, how: "measured", value: textOf(value), low: textOf(low), high: textOf(high), unit };
  };
  return {
    likelihood: draftOf(likelihood),
    impact: draftOf(impact),
    levels: { likelihood: String(levels.likelihood), impact: String(levels.impact) },
    risk,
  };
}

function anchorsOf(anchors: readonly (readonly [number, number])[]): AnchorDraft[] {
  return anchors.map(([at, share], key) => ({ key, at: textOf(at), points: pointsText(share) }));
}

function textOf(value: number | undefined): string {
  return value === undefined ? "" : numberText(value, "number");
}

/** A share as points of 100, so that reading it back gives the same share. */
export function pointsText(share: number): string {
  const shifted = shiftedDigits(String(share), 2);
  const short = String(Number(shifted));
  return shareOfPoints(short) === share ? short : shifted;
}

/** The share that points of 100 are: shifted as digits, so that 7 points are 0.07. NaN where it is no number. */
export function shareOfPoints(points: string): number {
  const text = points.trim();
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(shiftedDigits(text, -2)) : Number.NaN;
}

function shiftedDigits(text: string, by: number): string {
  const [digits, exponent = "0"] = text.split("e");
  return `${digits}e${Number(exponent) + by}`;
}

/** What a factor is called on the page. */
export function calledOf({ name, id }: Pick<FactorDraft, "name" | "id">): string {
  return name.trim() || id.trim();
}

export function hasParts({ how }: Pick<FactorDraft, "how">): boolean {
  return how === "weighted" || how === "worst" || how === "product";
}
