import type { Portfolio } from "../../contract/portfolio.ts";
import type { Control, Dependency, Risk, System } from "../../contract/record.ts";
import { commonCauseFindings } from "../../portfolio/mistakes/common-causes.ts";
import { effectivenessFindings } from "../../portfolio/mistakes/effectiveness.ts";
import type { Queries } from "../../store/database.ts";
import { referencesOf } from "./map-references.ts";
import { invalidInput } from "./parse-record.ts";
import type { ListedKind, RecordOf } from "./record-kind.ts";
import { selectNaming, selectRecords } from "./record-queries.ts";
import { plural } from "./record-schema.ts";

/** Refuses to take from a record what risks in use rest on: a control's effectiveness, a cause's strikes, a dependency. */
export async function requireReferrersSound<K extends ListedKind>(
  queries: Queries,
  kind: K,
  { id, before, after }: { readonly id: string; readonly before: RecordOf[K]; readonly after: RecordOf[K] },
): Promise<void> {
  const field = fieldTakenAway[kind]?.(before as never, after as never);
  if (field === undefined) return;
  const risks = (await selectNaming(queries, "risk", id)).flatMap(({ record, retired_on }) =>
    retired_on === null ? (record as Risk) : [],
  );
  const portfolio: Portfolio = { version: 1, [plural(kind)]: [after], risks };
  if (kind === "system") {
    const causes = risks.flatMap((risk) => referencesOf("risk", risk).filter((to) => to.kind === "dependency"));
    const named = await selectRecords(queries, "dependency", [...new Set(causes.map((cause) => cause.id))]);
    portfolio.dependencies = [...named.values()].map(({ record }) => record);
  }
  const findings = [...effectivenessFindings(portfolio), ...commonCauseFindings(portfolio)];
  if (findings.length === 0) return;
  throw invalidInput(
    `${kind} ${id}`,
    findings.map(({ path, what }) => ({
      path: [field],
      what: `risk ${risks[path[1] as number]!.id}: ${what}`,
      remedy: "change the risk first",
    })),
  );
}

/** The field that a change takes something away from, of those that risks rest on. */
const fieldTakenAway: { [K in ListedKind]?: (before: RecordOf[K], after: RecordOf[K]) => string | undefined } = {
  control: (before: Control, after: Control) =>
    before.effectiveness !== undefined && after.effectiveness === undefined ? "effectiveness" : undefined,
  dependency: (before: Dependency, after: Dependency) =>
    before.strikes !== undefined && after.strikes === undefined ? "strikes" : undefined,
  system: ({ dependsOn = [] }: System, after: System) =>
    dependsOn.some((id) => !after.dependsOn?.includes(id)) ? "dependsOn" : undefined,
};
