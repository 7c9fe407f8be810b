import { queryOptions } from "@tanstack/react-query";
import type { Settings } from "../../src/contract/portfolio.ts";
import type { SettingsPlan } from "../../src/contract/settings-plan.ts";
import type { AsOf } from "./queries.ts";
import { read, send } from "./request.ts";

/** The settings as they are kept; version 0 until any were given. */
export interface StoredSettings {
  readonly record: Settings;
  readonly version: number;
}

export function settingsAsOfQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ["settings", asOf],
    queryFn: ({ signal }) => read<StoredSettings>("/v1/settings", { asOf }, signal),
  });
}

/** What other settings would do to the register. Nothing is stored. */
export function settingsPlanQuery(settings: Settings) {
  return queryOptions({
    queryKey: ["settings-plan", settings],
    queryFn: () => send<SettingsPlan>("POST", "/v1/settings/plan", settings),
    placeholderData: (previous) => previous,
  });
}
