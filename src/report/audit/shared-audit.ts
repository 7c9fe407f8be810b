import type { AuditFigure, AuditReport } from "../../contract/audit-report.ts";

/** A count, or null where it is hidden. */
export type SharedCount = number | null;

type Whole = AuditReport;
type Values<T> = T extends unknown ? Omit<T, "n"> : never;
type WithHiddenN<T> = T extends { n: number } ? Values<T> & { n: SharedCount } : T;

/** A figure whose number of rows may be hidden. */
export type SharedFigure = WithHiddenN<AuditFigure>;

interface SharedMetrics {
  readonly [metric: string]: SharedFigure;
}

type WholeGroup = Whole["groups"][number];
export interface SharedGroup extends Omit<WholeGroup, "n" | "metrics" | "counts"> {
  readonly n: SharedCount;
  readonly metrics: SharedMetrics;
  /** Null where some of them are hidden. */
  readonly counts: WholeGroup["counts"] | null;
  /** Why it is hidden: it is small itself, or it would give a small one away. */
  readonly hidden?: "small" | "gives-others-away";
}

type WholeDisparity = Whole["disparities"][number];
type ComparedGroup = WholeDisparity["groups"][number];
type SharedCompared = Omit<ComparedGroup, "n"> & { readonly n: SharedCount };
type WithHiddenGroups<T> = T extends unknown
  ? Omit<T, "groups"> & { readonly groups: readonly SharedCompared[] }
  : never;
export type SharedDisparity = WithHiddenGroups<WithHiddenN<WholeDisparity>>;

type WholeVerdict = Whole["verdicts"][number];
export type SharedVerdict = Omit<WholeVerdict, "figure"> & { readonly figure: SharedFigure };

type WholeControlled = Whole["controlled"][number];
type WholeClass = Whole["classes"][number];
interface SharedClass extends Omit<WholeClass, "overall" | "groups" | "disparities"> {
  readonly overall: SharedMetrics;
  readonly groups: readonly SharedGroup[];
  readonly disparities: readonly SharedDisparity[];
}

type WholeStep = Whole["funnel"][number]["steps"][number];
type StepGroup = WholeStep["groups"][number];
type SharedStepGroup = Omit<StepGroup, "entered" | "passed" | "rate"> & {
  readonly entered: SharedCount;
  readonly passed: SharedCount;
  readonly rate: SharedFigure;
};
interface SharedFunnel {
  readonly attributes: readonly string[];
  readonly steps: readonly (Omit<WholeStep, "groups" | "disparity"> & {
    readonly groups: readonly SharedStepGroup[];
    readonly disparity: SharedDisparity;
  })[];
}

type WholeProfile = NonNullable<Whole["profile"]>;
type Hideable<T, K extends keyof T> = Omit<T, K> & { readonly [key in K]: T[key] | null };
type SharedTable<T, K extends string, RowKey extends string> = T extends { rows: (infer Row)[] }
  ? Omit<T, "rows" | K> & { readonly [key in K]: SharedCount } & {
      readonly rows: readonly Hideable<Row, RowKey & keyof Row>[];
    }
  : never;
type ProfileOf<Name extends WholeProfile["name"]> = Extract<WholeProfile, { name: Name }>;
type TablesOf<Name extends "four-fifths" | "ll144" | "lending"> = ProfileOf<Name>["tables"][number];

export interface SharedFourFifths extends Omit<ProfileOf<"four-fifths">, "tables"> {
  readonly tables: readonly SharedTable<
    TablesOf<"four-fifths">,
    "unknownApplicants",
    "applicants" | "selected" | "share"
  >[];
}
export interface SharedLocalLaw144 extends Omit<ProfileOf<"ll144">, "tables"> {
  readonly tables: readonly SharedTable<TablesOf<"ll144">, "unknown", "assessed" | "selected">[];
}
export interface SharedLending extends Omit<ProfileOf<"lending">, "tables"> {
  readonly tables: readonly SharedTable<TablesOf<"lending">, never, "applicants" | "approved">[];
}

type WholeEvidence = ProfileOf<"art10">["evidence"];
type WholeRepresented = WholeEvidence["all"];
export type SharedRepresented = Hideable<WholeRepresented, "rows" | "share">;
export interface SharedEvidence extends Omit<WholeEvidence, "rows" | "all" | "attributes" | "intersections"> {
  readonly rows: SharedCount;
  readonly all: SharedRepresented;
  readonly attributes: readonly {
    readonly attribute: string;
    readonly missing: SharedCount;
    readonly groups: readonly SharedRepresented[];
  }[];
  readonly intersections: readonly (Omit<WholeEvidence["intersections"][number], "smallest"> & {
    readonly smallest: readonly SharedRepresented[];
  })[];
}
interface SharedDataEvidence {
  readonly name: "art10";
  readonly evidence: SharedEvidence;
}

type WholeOwnTable = ProfileOf<"custom">["tables"][number];
type OwnRates = Extract<WholeOwnTable, { show: "rates" }>;
type OwnRatios = Extract<WholeOwnTable, { show: "impact-ratio" }>;
type OwnDisparities = Extract<WholeOwnTable, { show: "disparity" }>;
export type SharedOwnTable =
  | (Omit<OwnRates, "rows"> & {
      readonly rows: readonly {
        readonly group: OwnRates["rows"][number]["group"];
        readonly n: SharedCount;
        readonly metrics: SharedMetrics;
      }[];
    })
  | (Omit<OwnRatios, "rows"> & {
      readonly rows: readonly (Omit<OwnRatios["rows"][number], "rate"> & { readonly rate: SharedFigure })[];
    })
  | (Omit<OwnDisparities, "disparities"> & { readonly disparities: readonly SharedDisparity[] });
interface SharedOwnProfile extends Omit<ProfileOf<"custom">, "tables"> {
  readonly tables: readonly SharedOwnTable[];
}

export type SharedProfile =
  | SharedFourFifths
  | SharedLocalLaw144
  | SharedLending
  | SharedDataEvidence
  | SharedOwnProfile;

/**
 * An audit report whose small groups may be hidden. Every whole report is one; {@link suppressSmallCells} makes those that
 * may leave the house. What is hidden is null, and a figure without value has the reason "suppressed".
 */
export interface SharedAudit
  extends Omit<
    Whole,
    | "countsHash"
    | "rows"
    | "overall"
    | "counts"
    | "groups"
    | "disparities"
    | "verdicts"
    | "controlled"
    | "calibration"
    | "classes"
    | "funnel"
    | "profile"
  > {
  /** Counts below this are hidden; absent in a whole report. */
  readonly suppressed?: { readonly below: number };
  /** Null in a shared report with hidden counts: few counts could be found by trying until they give the hash. */
  readonly countsHash: string | null;
  readonly rows: SharedCount;
  readonly overall: SharedMetrics;
  readonly counts: Whole["counts"] | null;
  readonly groups: readonly SharedGroup[];
  readonly disparities: readonly SharedDisparity[];
  readonly verdicts: readonly SharedVerdict[];
  readonly controlled: readonly WholeControlled[];
  readonly calibration: Whole["calibration"];
  readonly classes: readonly SharedClass[];
  readonly funnel: readonly SharedFunnel[];
  readonly profile: SharedProfile | null;
}
