import type { Risk } from "../../contract/record.ts";

export interface RiskStatement {
  readonly because: string | null;
  readonly event: string;
  readonly soThat: string | null;
}

/** Because (cause), (event), so that (consequence): each part as it was written, without a full stop of its own inside the sentence. */
export function riskStatement({
  cause,
  event,
  consequence,
}: Pick<Risk, "cause" | "event" | "consequence">): RiskStatement {
  return {
    because: cause === undefined ? null : withoutLead(trimStop(cause), "because"),
    event: consequence === undefined ? withStop(event) : trimStop(event),
    soThat: consequence === undefined ? null : withStop(withoutLead(consequence, "so that")),
  };
}

function trimStop(text: string): string {
  return text.trim().replace(/\.$/, "");
}

function withStop(text: string): string {
  return /[.!?。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** Some write the linking word themselves; it is said once. */
function withoutLead(text: string, lead: string): string {
  return text.toLowerCase().startsWith(`${lead} `) ? text.slice(lead.length + 1) : text;
}
