import type { JudgedLimit } from "../../contract/judged-limit.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** A system's limits on disparities, and where its newest audit puts each. */
export function disparityLimits(_figures: RegisterFigures, _system: string): JudgedLimit[] {
  return [];
}
