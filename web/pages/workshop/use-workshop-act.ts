import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { send } from "../../data/request.ts";
import { workshopPath, workshopQuery } from "../../data/workshops.ts";

/** Something that a person does in a workshop. */
type WorkshopAct =
  | { readonly kind: "vote"; readonly risk: string; readonly body: unknown }
  | { readonly kind: "reveal" }
  | { readonly kind: "close"; readonly version: number; readonly body: unknown }
  | { readonly kind: "drop" };

interface Acting {
  readonly state: "idle" | "sending" | "done" | "refused";
  readonly act: WorkshopAct | null;
  readonly error: Error | null;
}

export interface WorkshopActs extends Acting {
  /** True when it was done. */
  readonly run: (act: WorkshopAct) => Promise<boolean>;
  readonly dismiss: () => void;
  /** Version of the workshop that this page's own last act made. */
  readonly ownVersion: number;
}

const idle: Acting = { state: "idle", act: null, error: null };

/** Does what a person asks for in a workshop, and keeps what was refused, with the reason, until it is answered. */
export function useWorkshopActs(id: string): WorkshopActs {
  const queries = useQueryClient();
  const [acting, setActing] = useState<Acting>(idle);
  const [ownVersion, setOwnVersion] = useState(0);
  const run = useCallback(
    async (act: WorkshopAct) => {
      setActing({ state: "sending", act, error: null });
      try {
        const detail = await ask(id, act);
        setOwnVersion(detail.version);
        queries.setQueryData(workshopQuery(id, actingPerson.get(), undefined).queryKey, detail);
        setActing({ state: "done", act, error: null });
        void queries.invalidateQueries();
        return true;
      } catch (error) {
        setActing({ state: "refused", act, error: error as Error });
        void queries.invalidateQueries();
        return false;
      }
    },
    [queries, id],
  );
  const dismiss = useCallback(() => setActing(idle), []);
  return { ...acting, run, dismiss, ownVersion };
}

function ask(id: string, act: WorkshopAct): Promise<WorkshopDetail> {
  const path = workshopPath(id);
  switch (act.kind) {
    case "vote":
      return send("PUT", `${path}/votes/${encodeURIComponent(act.risk)}`, act.body);
    case "reveal":
      return send("POST", `${path}/reveal`);
    case "close":
      return send("POST", `${path}/close`, act.body, act.version);
    case "drop":
      return send("DELETE", path);
  }
}
