import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { FileScale } from "../../../../src/contract/scale.ts";
import { Refusal, read, send } from "../../../data/request.ts";
import type { StoredSettings } from "../../../data/settings.ts";
import { hasSameScale } from "./use-matrix-draft.ts";

export type ScaleSaving =
  | { readonly kind: "idle" | "saving" | "saved" }
  | { readonly kind: "changed-since"; readonly latest: StoredSettings }
  | { readonly kind: "refused"; readonly error: Error };

/** Saves a scale among the settings it was begun on; when somebody changed the scale meanwhile, nothing of either is lost. */
export function useSaveScale() {
  const queries = useQueryClient();
  const [state, setState] = useState<ScaleSaving>({ kind: "idle" });
  const save = useCallback(
    async (begun: StoredSettings, scale: FileScale): Promise<StoredSettings | null> => {
      setState({ kind: "saving" });
      try {
        const stored = await storeScale(begun, scale);
        queries.setQueryData(["settings", undefined], stored);
        void queries.invalidateQueries();
        setState({ kind: "saved" });
        return stored;
      } catch (error) {
        setState(
          error instanceof Overtaken
            ? { kind: "changed-since", latest: error.latest }
            : { kind: "refused", error: error as Error },
        );
        return null;
      }
    },
    [queries],
  );
  const dismiss = useCallback(() => setState({ kind: "idle" }), []);
  return { state, save, dismiss };
}

/** Somebody else saved another scale first. */
class Overtaken extends Error {
  readonly latest: StoredSettings;

  constructor(latest: StoredSettings) {
    super("the scale was changed since it was read");
    this.latest = latest;
  }
}

async function storeScale(begun: StoredSettings, scale: FileScale): Promise<StoredSettings> {
  try {
    return await send<StoredSettings>("PUT", "/v1/settings", { ...begun.record, scale }, begun.version);
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== "changed-since") throw error;
    const latest = await read<StoredSettings>("/v1/settings");
    // Where only other settings changed, both changes stand.
    if (hasSameScale(latest, begun)) return storeScale(latest, scale);
    throw new Overtaken(latest);
  }
}
