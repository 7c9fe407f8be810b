import type { Context } from "hono";
import { Failure } from "../contract/failure.ts";

/**
 * The body of a request whose verb reads its shape, and names each mistake as it does in a portfolio file: with the
 * key that was meant and what to write.
 */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === "") throw new Failure("invalid-input", "body: empty", "send one JSON document");
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("invalid-input", "body: malformed JSON", "send one JSON document in UTF-8");
  }
}
