import type { z } from "@hono/zod-openapi";
import { problem } from "./problem.ts";

const problemContent = { "application/problem+json": { schema: problem } };

/** The answers every route can give besides its own. */
export const refusals = {
  400: { description: "Input has mistakes", content: problemContent },
  401: { description: "Not authenticated", content: problemContent },
  403: { description: "Not allowed", content: problemContent },
  404: { description: "Not found", content: problemContent },
  409: { description: "Refused by state", content: problemContent },
  412: { description: "Changed since it was read", content: problemContent },
  413: { description: "Too large", content: problemContent },
  415: { description: "Not the media type that is read here", content: problemContent },
} as const;

/** A JSON answer in a route's description. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { "application/json": { schema } } };
}
