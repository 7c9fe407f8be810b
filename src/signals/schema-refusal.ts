import type { z } from "zod";
import { shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";

/**
 * A value that keeps to its schema.
 *
 * @throws NoSignal with the first place that does not.
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown, path: string, remedy: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const steps = (issue?.path ?? [])
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("");
  const where = `${path}${steps}`.replace(/^\./, "");
  const found = (issue?.path ?? []).reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    value,
  );
  const name = where === "" ? "payload" : where;
  throw new NoSignal(
    where,
    `${name} ${shown(found)} does not fit (${issue?.message.toLowerCase() ?? "unknown"}); ${remedy}`,
  );
}
