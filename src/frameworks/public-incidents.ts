import { fines } from "./incident/fines.ts";
import { otherLosses } from "./incident/other-losses.ts";
import type { PublicIncident } from "./incident/public-incident.ts";
import { settlements } from "./incident/settlements.ts";

/** The day on which the status of every case was last looked up. */
export const incidentsKnownOn = "2026-11-21";

/**
 * Public cases around automated systems, by date: anchors for how much a loss can come to.
 *
 * They say nothing of how often: nobody counted the systems in use, and what becomes public is large, legal or curious.
 */
export const publicIncidents: readonly PublicIncident[] = [...fines, ...settlements, ...otherLosses].sort((a, b) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
);
