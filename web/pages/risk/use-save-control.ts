import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Control } from "../../../src/contract/record.ts";
import { Refusal, read, send } from "../../data/request.ts";

type Status = Control["status"];

/** A change of a control's status: which it was on the screen, and which it is to be. */
export interface ControlChange {
  readonly control: string;
  readonly name: string;
  readonly from: Status;
  readonly to: Status;
}

export type ControlSaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving"; readonly change: ControlChange }
  | { readonly kind: "saved"; readonly change: ControlChange }
  /** Somebody else gave it another status than the one on the screen. */
  | { readonly kind: "differs"; readonly change: ControlChange; readonly now: Status }
  | { readonly kind: "refused"; readonly change: ControlChange; readonly error: Error };

/** Changes a control's status, unless it has by now another one than the person saw. */
export function useSaveControl(): {
  readonly state: ControlSaveState;
  readonly save: (change: ControlChange) => Promise<void>;
  readonly dismiss: () => void;
} {
  const queries = useQueryClient();
  const [state, setState] = useState<ControlSaveState>({ kind: "idle" });
  const dismiss = useCallback(() => setState({ kind: "idle" }), []);
  const save = useCallback(
    async (change: ControlChange) => {
      setState({ kind: "saving", change });
      const path = `/v1/controls/${encodeURIComponent(change.control)}`;
      try {
        const { record, version } = await read<{ record: Control; version: number }>(path);
        if (record.status !== change.from && record.status !== change.to) {
          setState({ kind: "differs", change, now: record.status });
          return;
        }
        await send("PATCH", path, { status: change.to }, version);
        setState({ kind: "saved", change });
      } catch (error) {
        const isLate = error instanceof Refusal && error.problem.code === "changed-since";
        const latest = isLate ? await read<{ record: Control }>(path).catch(() => null) : null;
        setState(
          latest
            ? { kind: "differs", change, now: latest.record.status }
            : { kind: "refused", change, error: error as Error },
        );
      }
      await queries.invalidateQueries();
    },
    [queries],
  );
  return { state, save, dismiss };
}
