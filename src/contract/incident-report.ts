import { z } from "zod";
import { currencyCode, instant, line, nonNegative, slug, text } from "./primitive.ts";

/** How an incident may be serious in the sense of the EU AI Act, Article 3 (49) and 73: it sets the clock of its report. */
const seriousness = [
  /** Not serious. */
  "none",
  /** Harm to health, property, environment or fundamental rights: 15 days. */
  "serious",
  /** Death of a person: 10 days. */
  "death",
  /** Disruption of critical infrastructure, or an infringement that is widespread: 2 days. */
  "critical-infrastructure",
  "widespread-infringement",
] as const;

/** An incident as a person or another program reports it: one JSON object, or a list of them. */
export const incidentReport = z.object({
  /** Its reporter's id; sent again with another status, it is the same incident. */
  id: line.optional(),
  title: line,
  description: text.optional(),
  /** loss: somebody lost something; near-miss: nobody did, this time. */
  kind: z.enum(["loss", "near-miss"]),
  status: z.enum(["open", "closed"]).default("open"),
  occurredAt: instant,
  /** When it was over. */
  endedAt: instant.optional(),
  /** When the organisation became aware: the clocks of the law run from here. */
  awareAt: instant.optional(),
  seriousness: z.enum(seriousness).default("none"),
  system: line.optional(),
  model: line.optional(),
  version: line.optional(),
  environment: line.optional(),
  risk: slug.optional(),
  peopleAffected: z.int().min(0).optional(),
  loss: z.object({ amount: nonNegative, currency: currencyCode }).optional(),
  cause: text.optional(),
  lesson: text.optional(),
  url: z.url().optional(),
});
export type IncidentReport = z.infer<typeof incidentReport>;
