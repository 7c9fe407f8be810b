import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { StoredStudy, Study } from "../../../src/contract/study.ts";
import { Refusal, read, send } from "../../data/request.ts";

export type StudySaving =
  | { readonly kind: "idle" | "saving" | "saved" }
  | { readonly kind: "changed-since"; readonly latest: StoredStudy }
  | { readonly kind: "refused"; readonly error: Error };

/** Saves a study against the version that it was begun on; when somebody was faster, nothing of either is lost. */
export function useSaveStudy() {
  const queries = useQueryClient();
  const [state, setState] = useState<StudySaving>({ kind: "idle" });
  const save = useCallback(
    async (record: Study, version: number | null): Promise<StoredStudy | null> => {
      const path = `/v1/studies/${encodeURIComponent(record.id)}`;
      setState({ kind: "saving" });
      try {
        const stored =
          version === null
            ? await send<StoredStudy>("POST", "/v1/studies", record)
            : await send<StoredStudy>("PUT", path, record, version);
        queries.setQueryData(["study", record.id, undefined], stored);
        void queries.invalidateQueries();
        setState({ kind: "saved" });
        return stored;
      } catch (error) {
        const isOvertaken = error instanceof Refusal && error.problem.code === "changed-since";
        const latest = isOvertaken ? await read<StoredStudy>(path).catch(() => null) : null;
        setState(latest ? { kind: "changed-since", latest } : { kind: "refused", error: error as Error });
        return null;
      }
    },
    [queries],
  );
  const dismiss = useCallback(() => setState({ kind: "idle" }), []);
  return { state, save, dismiss };
}
