import type { AuditRequest } from "../../contract/audit-request.ts";
import type { FailureCode, Mistake } from "../../contract/failure.ts";
import type { ReceivedDecisions } from "../../contract/kept-audit.ts";
import type { AuditBrief } from "../../register/audit/audit-brief.ts";
import type { AuditContent } from "../../register/audit/audit-queries.ts";
import type { ReportReading } from "./write-report.ts";

/** A received file: where it lies, and the name its sender gave it. */
export interface DecisionFile {
  readonly path: string;
  readonly name: string;
  /** Of its bytes, computed while they came. */
  readonly sha256: string;
}

/** What the thread is asked to do. */
export type DecisionTask =
  | { readonly kind: "describe"; readonly file: DecisionFile; readonly folder: string }
  | {
      readonly kind: "audit";
      readonly file: DecisionFile;
      /** Where it may write what does not fit in memory. */
      readonly folder: string;
      readonly request: AuditRequest;
      /** Whether the report and the counts are packed to be kept as well. */
      readonly content: "packed" | "none";
    }
  | {
      readonly kind: "report";
      /** A kept report: gzipped JSON. */
      readonly packed: Uint8Array;
      readonly reading: ReportReading;
    };

/** What the columns of a file hold, and what part each seems to play. */
export type DecisionColumns = Pick<ReceivedDecisions, "format" | "columns" | "mapping" | "guessed">;

/** An audit as it leaves the thread: as text, so that no other thread spends time on writing or reading it. */
export interface AuditedDecisions {
  readonly brief: AuditBrief;
  /** JSON. */
  readonly report: string;
  /** JSON of the cube's columns. */
  readonly counts: string;
  readonly content: AuditContent | null;
}

export interface AnswerOf {
  describe: DecisionColumns;
  audit: AuditedDecisions;
  report: string;
}

/** To the thread, while it works. */
export type ToDecisionWorker = DecisionTask | { readonly kind: "stop" };

/** From the thread: progress, then one last message. */
export type FromDecisionWorker =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "done"; readonly answer: AnswerOf[keyof AnswerOf] }
  | {
      readonly kind: "refused";
      readonly code: FailureCode;
      readonly what: string;
      readonly remedy: string;
      readonly mistakes: readonly Mistake[];
    }
  | { readonly kind: "failed"; readonly message: string };
