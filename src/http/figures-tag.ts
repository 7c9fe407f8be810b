import type { Context } from "hono";
import type { RegisterFigures } from "../register/figures/register-figures.ts";
import type { Services } from "./services.ts";

/**
 * Names everything an answer with figures rests on besides its address: the program as it was started, the newest
 * event and the day. Weak, as `computedAt` differs between answers that say the same.
 */
export function figuresTag({ startedAs }: Services, { figures }: { readonly figures: RegisterFigures }): string {
  return `W/"${startedAs}-${figures.state.revision}-${figures.today}"`;
}

/** Marks the answer with the tag; true when the client holds that answer already. */
export function isUnchanged(c: Context, tag: string): boolean {
  c.header("etag", tag);
  const held = c.req.header("if-none-match") ?? "";
  return held.split(",").some((each) => each.trim() === tag);
}

/** 304, which no route describes: it has no body, and clients that asked for it know it. */
export function notModified(c: Context): never {
  return c.body(null, 304) as never;
}
