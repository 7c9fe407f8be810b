import type { CustomProfile } from "../../contract/audit-profile.ts";
import type { AuditProfile, AuditReport } from "../../contract/audit-report.ts";
import type { AuditProfileName, AuditSettings } from "../../contract/audit-request.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { groupAttributes } from "../../engine/fairness/group/group.ts";
import type { ReferenceChoice } from "../../engine/fairness/group/reference-group.ts";
import { type CustomTable, customTables, type FilledTable } from "../../engine/fairness/profile/custom-tables.ts";
import { dataEvidence } from "../../engine/fairness/profile/data-evidence.ts";
import { fourFifths } from "../../engine/fairness/profile/four-fifths.ts";
import { lending } from "../../engine/fairness/profile/lending.ts";
import { localLaw144 } from "../../engine/fairness/profile/local-law144.ts";
import { type DecisionRule, outcomeTable } from "../../engine/fairness/rate/outcome-table.ts";
import { auditDisparity } from "./audit-report.ts";

interface ProfileSettings {
  readonly attributes: readonly string[];
  readonly controls: readonly string[];
  readonly rule: DecisionRule;
  /** The favourable decision; null without decisions. */
  readonly favourable: string | null;
  readonly settings: AuditSettings;
}

/**
 * The tables of a rule of law, of a practice or of one's own, as data: they judge nothing.
 *
 * four-fifths and lending: one for each attribute and each pair. ll144: by the first two attributes, sex and race or
 * ethnicity; of selections where there are decisions, else of scores. art10: what the data are.
 *
 * @throws RangeError for what the decisions cannot answer
 */
export function auditProfile(
  cube: DecisionCube,
  asked: AuditProfileName | CustomProfile,
  about: ProfileSettings,
): AuditProfile {
  if (typeof asked !== "string") return { name: "custom", definition: asked, tables: ownTables(cube, asked, about) };
  if (asked === "art10")
    return { name: asked, evidence: structuredClone(dataEvidence(cube, about.attributes)) as Evidence };
  if (cube.positiveLabel === null)
    throw new RangeError(`profile ${asked} in a regression; it asks for decisions, which a regression has not`);
  switch (asked) {
    case "four-fifths":
      return { name: asked, tables: fourFifthsTables(cube, about) };
    case "lending":
      return { name: asked, tables: lendingTables(cube, about) };
    case "ll144":
      return { name: asked, ...localLawTables(cube, about) };
  }
}

type ProfileOf<Name extends AuditProfile["name"]> = Extract<AuditProfile, { name: Name }>;
type Evidence = ProfileOf<"art10">["evidence"];

function fourFifthsTables(
  cube: DecisionCube,
  { attributes, rule }: ProfileSettings,
): ProfileOf<"four-fifths">["tables"] {
  return groupAttributes(attributes, 2).map((chosen) => {
    const { rows, reference, unknownApplicants } = fourFifths(outcomeTable(cube, chosen, rule));
    return { attributes: chosen, reference, unknownApplicants, rows: [...rows] };
  });
}

function lendingTables(
  cube: DecisionCube,
  { attributes, controls, rule, favourable, settings }: ProfileSettings,
): ProfileOf<"lending">["tables"] {
  if (favourable === null)
    throw new RangeError("lending without decisions; name the column of approvals by --decision, or give a threshold");
  return groupAttributes(attributes, 2).map((chosen) => {
    const asked = { attributes: chosen, rule, controls, reference: referenceChoice(settings.reference) };
    const { reference, rows } = lending(cube, asked);
    return {
      attributes: chosen,
      reference,
      rows: rows.map(({ controlled, ...row }) => ({
        ...row,
        controlled: controlled && {
          group: controlled.group,
          reference: reference!,
          crude: controlled.crude,
          within: controlled.within.riskDifference,
          pattern: controlled.pattern,
          strata: [...controlled.strata],
        },
      })),
    };
  });
}

function localLawTables(
  cube: DecisionCube,
  { attributes, rule, favourable }: ProfileSettings,
): Omit<ProfileOf<"ll144">, "name"> {
  const [sex, race] = attributes;
  if (sex === undefined || race === undefined)
    throw new RangeError("ll144 without two attributes; name sex and race or ethnicity, in that order");
  if (favourable === null && cube.scores.kind === "none")
    throw new RangeError("ll144 without decisions and without scores; name them by --decision or --score");
  const basis = favourable === null ? ({ kind: "scoring-rate" } as const) : ({ kind: "selection-rate", rule } as const);
  const { tables, ...found } = localLaw144(cube, { attributes: [sex, race], basis });
  return {
    ...found,
    tables: tables.map(({ attributes: chosen, rows, unknown }) => ({
      attributes: [...chosen],
      unknown,
      rows: [...rows],
    })),
  };
}

function ownTables(
  cube: DecisionCube,
  { tables }: CustomProfile,
  { attributes, controls, rule, settings }: ProfileSettings,
): ProfileOf<"custom">["tables"] {
  const known = [...attributes, ...controls];
  const stray = tables.flatMap((table) => table.attributes).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new RangeError(`table by ${stray}, which is no attribute of the audit; there are ${known.join(", ")}`);
  const asked = tables.map(
    ({ title, ...table }) =>
      ({
        ...table,
        ...(title !== undefined && { title }),
        ...("reference" in table && table.reference !== undefined && { reference: referenceChoice(table.reference) }),
      }) as CustomTable,
  );
  const { level, seed, replicates: draws } = settings;
  return customTables(cube, asked, { rule, level, seed, draws }).map(filledTable);
}

function filledTable(table: FilledTable): ProfileOf<"custom">["tables"][number] {
  const about = { title: table.title, attributes: [...table.attributes] };
  switch (table.show) {
    case "rates":
      return { ...about, show: table.show, rows: table.rows.map((row) => ({ ...row, metrics: { ...row.metrics } })) };
    case "impact-ratio":
      return { ...about, show: table.show, metric: table.metric, reference: table.reference, rows: [...table.rows] };
    case "disparity":
      return {
        ...about,
        show: table.show,
        disparities: table.disparities.map((one) => auditDisparity({ ...one, adjustedPValue: null })),
      };
  }
}

/** A reference as the engine has it. */
export function referenceChoice(reference: AuditReport["settings"]["reference"]): ReferenceChoice {
  return typeof reference === "string" ? { kind: reference } : { kind: "named", group: reference };
}
