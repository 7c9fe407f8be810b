import type { AuditReport } from "../../src/contract/audit-report.ts";
import { type AuditRequest, auditRequest } from "../../src/contract/audit-request.ts";
import type { CubeDimension, DecisionCube } from "../../src/engine/fairness/cube/decision-cube.ts";
import { measureDecisions } from "../../src/portfolio/audit/measure-decisions.ts";

/** Rows that agree in everything an audit counts. */
export interface MadeCell {
  /** Values of the protected attributes, in their order. */
  readonly group: readonly string[];
  readonly label: "0" | "1";
  readonly decision: "0" | "1";
  /** In hundredths. */
  readonly score?: number;
  readonly control?: string;
  readonly n: number;
}

interface Column {
  readonly name: string;
  readonly role: CubeDimension["role"];
  readonly of: (cell: MadeCell) => string | number;
}

/** The report of an audit of made-up counts. */
export function madeAudit(
  cells: readonly MadeCell[],
  {
    protected: attributes = ["sex", "race"],
    request = {},
  }: { readonly protected?: readonly string[]; readonly request?: Partial<AuditRequest> } = {},
): AuditReport {
  const hasScores = cells.some(({ score }) => score !== undefined);
  const hasControl = cells.some(({ control }) => control !== undefined);
  const columns: readonly Column[] = [
    ...attributes.map((name, a) => ({ name, role: "attribute" as const, of: ({ group }: MadeCell) => group[a]! })),
    ...(hasControl
      ? [{ name: "department", role: "control" as const, of: ({ control = "" }: MadeCell) => control }]
      : []),
    { name: "suitable", role: "label" as const, of: ({ label }: MadeCell) => label },
    { name: "advanced", role: "decision" as const, of: ({ decision }: MadeCell) => decision },
    ...(hasScores ? [{ name: "score", role: "score" as const, of: ({ score = 0 }: MadeCell) => score / 100 }] : []),
  ];
  const dimensions = columns.map(({ name, role, of }) => ({
    name,
    role,
    values: [...new Set(cells.map(of))].sort((a, b) => (a < b ? -1 : 1)),
  }));
  const cube: DecisionCube = {
    dimensions,
    codes: columns.map(({ of }, d) => Int32Array.from(cells, (cell) => dimensions[d]!.values.indexOf(of(cell)))),
    n: Float64Array.from(cells, ({ n }) => n),
    sums: {},
    scores: { kind: hasScores ? "exact" : "none" },
    positiveLabel: "1",
  };
  const { mapping: _, ...asked } = auditRequest.parse(request);
  return measureDecisions(
    cube,
    "1",
    {
      source: { name: "applicants.csv", format: "csv", hash: "5f".repeat(32) },
      countsHash: "c0".repeat(32),
      program: { name: "plimsoll", version: "0.1.0" },
      mapping: {
        protected: [...attributes],
        label: "suitable",
        decision: "advanced",
        favourableDecision: "1",
        positiveLabel: "1",
        ...(hasScores && { score: "score" }),
        ...(hasControl && { control: ["department"] }),
      },
      guessed: [],
    },
    asked,
  );
}
