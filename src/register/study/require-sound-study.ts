import type { Study } from "../../contract/study.ts";
import type { Finding, Path } from "../../portfolio/mistakes/finding.ts";
import { ahpFindings } from "../../portfolio/structured/read-ahp-file.ts";
import { factorsFindings } from "../../portfolio/structured/read-factors-file.ts";
import { fmeaFindings } from "../../portfolio/structured/read-fmea-file.ts";
import { weighFindings } from "../../portfolio/structured/read-weigh-file.ts";
import type { Queries } from "../../store/database.ts";
import { invalidInput } from "../record/parse-record.ts";
import { selectRecords } from "../record/record-queries.ts";

/**
 * Refuses a study that contradicts itself, as the command of its kind does, or that names a system or a risk that is not
 * in the register. One that only lacks something, such as judgements, is kept.
 */
export async function requireSoundStudy(queries: Queries, study: Study): Promise<void> {
  const inDocument = documentFindings(study).map((each) => ({ ...each, path: ["document", ...each.path] }));
  const findings = [...inDocument, ...(await danglingFindings(queries, study))];
  if (findings.length > 0) throw invalidInput(`study ${study.id}`, findings);
}

function documentFindings(study: Study): Finding[] {
  switch (study.kind) {
    case "ahp":
      return ahpFindings(study.document);
    case "weigh":
      return weighFindings(study.document);
    case "fmea":
      return fmeaFindings(study.document);
    case "factors":
      return factorsFindings(study.document);
  }
}

async function danglingFindings(queries: Queries, study: Study): Promise<Finding[]> {
  const risks = risksIn(study);
  const systems = study.system === undefined ? [] : [study.system];
  const [knownSystems, knownRisks] = [
    await selectRecords(queries, "system", systems),
    await selectRecords(
      queries,
      "risk",
      risks.map(({ id }) => id),
    ),
  ];
  return [
    ...systems
      .filter((id) => !knownSystems.has(id))
      .map((id) => ({
        path: ["system"],
        what: `system "${id}": not in the register`,
        remedy: "create it first, or leave it out",
      })),
    ...risks
      .filter(({ id }) => !knownRisks.has(id))
      .map(({ id, path }) => ({
        path,
        what: `risk "${id}": not in the register`,
        remedy: "create it first, or leave it out",
      })),
  ];
}

function risksIn({ kind, document }: Study): { readonly id: string; readonly path: Path }[] {
  if (kind === "factors") return document.risk === undefined ? [] : [{ id: document.risk, path: ["document", "risk"] }];
  if (kind !== "fmea") return [];
  return document.modes.flatMap(({ risk }, k) =>
    risk === undefined ? [] : [{ id: risk, path: ["document", "modes", k, "risk"] }],
  );
}
