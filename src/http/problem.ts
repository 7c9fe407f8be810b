import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { Failure, type FailureCode, type Mistake } from "../contract/failure.ts";

/** RFC 9457 problem details: what is wrong, where, and what to do. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    remedy: z.string(),
    mistakes: z
      .array(
        z.object({
          path: z.string(),
          line: z.int().optional(),
          column: z.int().optional(),
          what: z.string(),
          remedy: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem" });

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 500 | 503;

/** Every failure code has one status; a new code does not compile until it has one. */
function statusOf(code: FailureCode): ProblemStatus {
  switch (code) {
    case "invalid-input":
      return 400;
    case "unauthenticated":
      return 401;
    case "forbidden":
      return 403;
    case "not-found":
      return 404;
    case "already-exists":
    case "in-use":
    case "newer-schema":
      return 409;
    case "changed-since":
      return 412;
    case "too-large":
      return 413;
    case "cancelled":
      return 503;
    case "internal":
      return 500;
    default: {
      const unmapped: never = code;
      return unmapped;
    }
  }
}

const titles: Record<FailureCode, string> = {
  "invalid-input": "Input has mistakes",
  "not-found": "Not found",
  "already-exists": "Already exists",
  forbidden: "Not allowed",
  unauthenticated: "Not authenticated",
  "changed-since": "Changed since it was read",
  "in-use": "In use",
  "newer-schema": "Database is newer than the program",
  "too-large": "Too large",
  cancelled: "Stopped",
  internal: "Our fault",
};

interface Refusal {
  code: FailureCode;
  status: ProblemStatus;
  detail: string;
  remedy: string;
  mistakes: readonly Mistake[];
}

/** Answer a refusal as problem details. */
export function refuse(c: Context, refusal: Refusal): Response {
  return c.newResponse(
    JSON.stringify({
      type: `urn:plimsoll:problem:${refusal.code}`,
      title: titles[refusal.code],
      status: refusal.status,
      detail: refusal.detail,
      code: refusal.code,
      remedy: refusal.remedy,
      ...(refusal.mistakes.length === 0 ? {} : { mistakes: refusal.mistakes }),
    }),
    refusal.status,
    { "content-type": "application/problem+json" },
  );
}

/** Translate whatever a verb threw. What we did not foresee is logged whole and answered without its insides. */
export function answerError(error: unknown, c: Context, log: (line: string) => void): Response {
  if (error instanceof Failure)
    return refuse(c, {
      code: error.code,
      status: statusOf(error.code),
      detail: error.message,
      remedy: error.remedy,
      mistakes: error.mistakes,
    });
  if (error instanceof HTTPException && error.status === 400)
    return refuse(c, {
      code: "invalid-input",
      status: 400,
      detail: "body: malformed JSON",
      remedy: "send one JSON document in UTF-8",
      mistakes: [],
    });
  log(`${c.req.method} ${c.req.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return refuse(c, {
    code: "internal",
    status: 500,
    detail: "the server failed on this request",
    remedy: "try again; if it stays, report it with the server's log line",
    mistakes: [],
  });
}

/** Mistakes of a request's own schema, in the words of the portfolio file's. */
export function mistakesOf(error: z.core.$ZodError): Mistake[] {
  return error.issues.map((issue) => {
    const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
    const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
    return {
      path: `/${issue.path.map(String).join("/")}`,
      what: isMissing ? `missing; a ${issue.expected} is expected` : message,
      remedy: "see /openapi.json for the shape",
    };
  });
}
