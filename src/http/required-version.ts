import type { Context } from "hono";
import { Failure } from "../contract/failure.ts";

/** The version that a change was made against, from If-Match. Without one, two people could undo each other unseen. */
export function requiredVersion(c: Context, kind: string): number {
  const given = c.req.header("if-match");
  const version = /^"(\d+)"$/.exec(given ?? "")?.[1];
  if (version !== undefined) return Number(version);
  throw new Failure(
    "invalid-input",
    given === undefined ? "if-match: missing" : `if-match ${JSON.stringify(given)}: not a version`,
    `read the ${kind} and send its ETag, such as If-Match: "3"`,
  );
}
