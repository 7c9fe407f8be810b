import { createHash } from "node:crypto";
import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditRequest } from "../../contract/audit-request.ts";
import { cubeColumns } from "../../engine/fairness/cube/cube-columns.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { checkMapping } from "../../portfolio/audit/check-mapping.ts";
import { engineRefusal } from "../../portfolio/engine-refusal.ts";
import { checkClasses } from "../../warehouse/check-classes.ts";
import { checkComplete } from "../../warehouse/check-complete.ts";
import { countDecisions } from "../../warehouse/count-decisions.ts";
import type { DecisionSource, Watch } from "../../warehouse/decision-source.ts";
import { profileColumns } from "../../warehouse/profile-columns.ts";
import { columnsToProfile, resolveMapping } from "../../warehouse/resolve-mapping.ts";
import { programVersion } from "./program-version.ts";

/** Counts the decisions of a source and measures what they do to groups. @throws Failure, of the engine's refusals too */
export async function auditSource(
  source: DecisionSource,
  request: AuditRequest,
  watch: Watch = {},
): Promise<{ readonly report: AuditReport; readonly cube: DecisionCube }> {
  return engineRefusal(async () => {
    const hashing = new AbortController();
    const hash = source.hash?.(AbortSignal.any([hashing.signal, ...(watch.signal ? [watch.signal] : [])])) ?? null;
    // Whoever awaits it is told; until then a refusal must not end the process.
    hash?.catch(() => {});
    try {
      const { mapping: given } = request;
      const profiles = await profileColumns(source, given.missing ?? [], watch, columnsToProfile(given));
      const resolved = resolveMapping(source, given, profiles);
      checkMapping(resolved.mapping);
      await checkComplete(source, resolved.question);
      // Measuring is loaded while the source counts.
      const [cube, { measureDecisions }] = await Promise.all([
        countDecisions(source, resolved.question, watch),
        import("../../portfolio/audit/measure-decisions.ts"),
      ]);
      checkClasses(source, cube, resolved);
      const { mapping, guessed, favourable } = resolved;
      const origin = {
        source: { name: source.name, format: source.format, hash: await hash },
        countsHash: createHash("sha256")
          .update(JSON.stringify(cubeColumns(cube)))
          .digest("hex"),
        program: { name: "plimsoll" as const, version: programVersion() },
        mapping,
        guessed: [...guessed],
      };
      return { report: measureDecisions(cube, favourable, origin, request), cube };
    } catch (cause) {
      hashing.abort();
      throw cause;
    }
  });
}
