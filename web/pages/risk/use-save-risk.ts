import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { Refusal, read, send } from "../../data/request.ts";

/** One change that a person asked for. It is kept until it is saved or given up, whatever comes between. */
export interface RiskChange {
  readonly risk: string;
  readonly riskName: string;
  /** The version that was on the screen when the person began. */
  readonly version: number;
  /** The change in words, such as “name: Late letters”. */
  readonly said: string;
  readonly request:
    | { readonly verb: "PATCH"; readonly body: unknown }
    | { readonly verb: "POST"; readonly path: "assessments"; readonly body: unknown }
    | { readonly verb: "POST"; readonly path: "retire"; readonly body?: never };
  /** Makes the request anew on what somebody else saved meanwhile; left out where it depends on nothing else. */
  readonly requestFor?: (latest: RiskDetail["record"]) => RiskChange["request"];
}

export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving"; readonly change: RiskChange }
  | { readonly kind: "saved"; readonly change: RiskChange }
  | { readonly kind: "changed-since"; readonly change: RiskChange; readonly latest: RiskDetail }
  | { readonly kind: "refused"; readonly change: RiskChange; readonly error: Error };

interface SaveRisk {
  readonly state: SaveState;
  /** True when it is saved. */
  readonly save: (change: RiskChange) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** Saves changes of risks against the version they were made on; when somebody was faster it keeps both. */
export function useSaveRisk(onSaved?: (risk: RiskFigures) => void): SaveRisk {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const dismiss = useCallback(() => setState({ kind: "idle" }), []);
  const save = useCallback(
    async (change: RiskChange) => {
      if (actingPerson.get() === null) {
        setState({ kind: "refused", change, error: new Error(nobodyActs) });
        return false;
      }
      setState({ kind: "saving", change });
      const path = `/v1/risks/${encodeURIComponent(change.risk)}`;
      const { request } = change;
      const place = request.verb === "POST" ? `${path}/${request.path}` : path;
      try {
        await send(request.verb, place, request.body, change.version);
      } catch (error) {
        setState(await whatHappened(change, path, error as Error));
        return false;
      }
      setState({ kind: "saved", change });
      if (request.verb === "POST" && request.path === "retire") {
        // There is no such page to read again; whatever is opened next reads anew.
        void queries.invalidateQueries({ refetchType: "none" });
        return true;
      }
      const detail = await read<RiskDetail>(path).catch(() => null);
      if (detail) onSaved?.(detail.figures);
      void queries.invalidateQueries();
      return true;
    },
    [queries, onSaved],
  );
  return { state, save, dismiss };
}

const nobodyActs = "nobody is chosen to act as; choose a person under “Acting as”, then save again";

async function whatHappened(change: RiskChange, path: string, error: Error): Promise<SaveState> {
  if (!(error instanceof Refusal && error.problem.code === "changed-since")) return { kind: "refused", change, error };
  try {
    return { kind: "changed-since", change, latest: await read<RiskDetail>(path) };
  } catch (again) {
    return { kind: "refused", change, error: again as Error };
  }
}
