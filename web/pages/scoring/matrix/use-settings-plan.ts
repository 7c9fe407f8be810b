import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Settings } from "../../../../src/contract/portfolio.ts";
import type { SettingsPlan } from "../../../../src/contract/settings-plan.ts";
import { settingsPlanQuery } from "../../../data/settings.ts";

/** What is typed is asked about once it rests. */
const restMs = 350;

export interface AskedPlan {
  /** The newest answer; while another one is asked for, the one before. */
  readonly plan: SettingsPlan | undefined;
  readonly state: "answered" | "asking" | "refused";
  readonly error: Error | null;
  readonly again: () => void;
}

/** What the register would look like under other settings, asked of the server whenever they rest. Null asks nothing. */
export function useSettingsPlan(settings: Settings | null): AskedPlan {
  const text = settings === null ? null : JSON.stringify(settings);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...settingsPlanQuery(JSON.parse(rested ?? "{}") as Settings),
    enabled: rested !== null && rested === text,
  });
  const isOfThis = rested === text && data !== undefined && !isPlaceholderData;
  return {
    plan: data,
    state: isOfThis ? "answered" : error && rested === text ? "refused" : "asking",
    error,
    again: () => void refetch(),
  };
}
