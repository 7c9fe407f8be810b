import type { RegisterFigures } from "../figures/register-figures.ts";
import { bearsOn } from "./bears-on.ts";
import { findAudit } from "./find-audit.ts";

/** What the register knows of an audit's report besides its figures: whose decisions they are, and when it was kept. */
export function aboutAudit(figures: RegisterFigures, id: string) {
  const { record, createdAt } = findAudit(figures, id);
  const risk = bearsOn(figures, record.risk);
  return {
    title: record.name,
    ...(record.system !== undefined && { system: figures.systemName(record.system) }),
    ...(figures.organization !== "" && { organization: figures.organization }),
    preparedBy: figures.personName(record.by),
    preparedOn: createdAt.slice(0, 10),
    ...(risk !== null && { risk }),
  };
}
