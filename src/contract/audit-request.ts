import { z } from "zod";
import { PEER_TOOLS } from "../engine/fairness/compatibility/peer-answer.ts";
import { auditLimit, auditMapping } from "./audit-mapping.ts";
import { customProfile } from "./audit-profile.ts";

const group = z.record(z.string(), z.string());

/** How decisions are measured: the part of a report that, with the mapping, makes it again. */
export const auditSettings = z.strictObject({
  level: z.number().gt(0).lt(1).default(0.95).describe("Confidence of intervals."),
  seed: z.int().min(0).default(1).describe("Seed of tests and resampling."),
  replicates: z.int().min(99).max(100_000).default(2000).describe("Shufflings of a permutation test."),
  comparison: z.enum(["between-groups", "to-overall", "to-reference"]).default("between-groups"),
  reference: z
    .union([z.literal("largest"), z.literal("best-rate"), group])
    .default("largest")
    .describe("The group others are compared with: the largest, the one most often selected, or one by its values."),
  minimumSupport: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe("Smaller groups take no part, and are said to."),
  adjustment: z
    .enum(["holm", "benjamini-hochberg", "benjamini-yekutieli", "hierarchical"])
    .default("holm")
    .describe("How p-values are adjusted for their number."),
  dataSeenOn: z.iso
    .date()
    .nullable()
    .default(null)
    .describe("Day on which the decisions were first looked at: later limits are marked."),
});
export type AuditSettings = z.infer<typeof auditSettings>;

export const auditProfiles = ["four-fifths", "ll144", "lending", "art10"] as const;
export type AuditProfileName = (typeof auditProfiles)[number];

/** What is asked of a file of decisions; parts of the mapping that are left out are guessed. */
export const auditRequest = z.strictObject({
  mapping: auditMapping.default({}),
  settings: auditSettings.prefault({}),
  limits: z.array(auditLimit).max(100).default([]),
  profile: z
    .union([z.enum(auditProfiles), customProfile])
    .nullable()
    .default(null)
    .describe("Tables as a law or a practice asks for them, by name, or tables of one's own."),
  compatibility: z
    .enum(PEER_TOOLS)
    .nullable()
    .default(null)
    .describe("A program whose figures are told beside ours, under its names and by its conventions."),
});
export type AuditRequest = z.infer<typeof auditRequest>;
