import { createHmac, timingSafeEqual } from "node:crypto";
import { shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";

const oldestMs = 5 * 60_000;

/** What a signature is over. */
export interface SignedPayload {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: string;
}

/**
 * Checks that one of the secrets signed an MLflow webhook: HMAC-SHA256 over `id.timestamp.body`, not more than five
 * minutes from when it was received, so that nobody sends it again later.
 *
 * @throws NoSignal where it did not.
 */
export function checkMlflowSignature({ bytes, headers, receivedAt }: SignedPayload, secrets: readonly string[]): void {
  const header = (name: string) => {
    const value = headers[name];
    if (value) return value;
    throw new NoSignal(name, `header ${name} is missing; set the webhook's secret in MLflow`);
  };
  const signature = header("x-mlflow-signature");
  const id = header("x-mlflow-delivery-id");
  const timestamp = header("x-mlflow-timestamp");
  const age = Math.abs(Date.parse(receivedAt) - 1000 * (/^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN));
  // Written so that what is no number is refused too.
  if (!(age <= oldestMs))
    throw new NoSignal(
      "x-mlflow-timestamp",
      `timestamp ${shown(timestamp)} is more than 5 minutes from ${receivedAt}; check both clocks, and that nothing holds webhooks back`,
    );
  const given = signature.split(" ").map((each) => Buffer.from(each));
  const isSigned = secrets.some((secret) => {
    const made = createHmac("sha256", secret).update(`${id}.${timestamp}.`).update(bytes).digest("base64");
    const wanted = Buffer.from(`v1,${made}`);
    return given.some((each) => each.length === wanted.length && timingSafeEqual(each, wanted));
  });
  if (!isSigned)
    throw new NoSignal(
      "x-mlflow-signature",
      "signature is not this payload's; check that both sides have the same secret",
    );
}
