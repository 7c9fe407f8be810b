import { expect, test } from "vitest";
import { receivedPayload } from "../../test/harness/received-payload.ts";
import { translate } from "./translate.ts";

/** What MLflow itself signed, with the secret that test/oracle/signals/record_mlflow.py gave it. */
const payload = receivedPayload("mlflow-model-version-alias-created");
const secret = "whsec-northwind-2026";
const after = (ms: number) => new Date(Date.parse(payload.receivedAt) + ms).toISOString();
const messageOf = (change: Partial<typeof payload>, secrets = [secret]) =>
  translate({ ...payload, ...change }, { mlflowSecrets: secrets }).refused[0]?.message ?? "taken";
const withHeaders = (headers: Record<string, string>) => ({ headers: { ...payload.headers, ...headers } });

test("what MLflow signed is taken, whichever of the secrets it was", () => {
  expect(messageOf({})).toBe("taken");
  expect(messageOf({}, ["an older one", secret])).toBe("taken");
  expect(messageOf(withHeaders({ "x-mlflow-signature": `v0,old ${payload.headers["x-mlflow-signature"]}` }))).toBe(
    "taken",
  );
});

test("without a secret nothing is checked", () => {
  expect(messageOf({ headers: {} }, [])).toBe("taken");
});

test.each<[string, Partial<typeof payload>, string[], string]>([
  ["another secret", {}, ["guessed"], "signature is not this payload's; check that both sides have the same secret"],
  [
    "another body",
    { bytes: new TextEncoder().encode(payload.body.replace("churn", "credit")) },
    [secret],
    "signature is not this payload's",
  ],
  ["another delivery", withHeaders({ "x-mlflow-delivery-id": "1" }), [secret], "signature is not this payload's"],
  [
    "no signature",
    { headers: {} },
    [secret],
    "header x-mlflow-signature is missing; set the webhook's secret in MLflow",
  ],
  ["a signature cut off", withHeaders({ "x-mlflow-signature": "v1," }), [secret], "signature is not this payload's"],
  [
    "a replay, five minutes and a second later",
    { receivedAt: after(301_000) },
    [secret],
    "is more than 5 minutes from",
  ],
  [
    "a time that is none",
    withHeaders({ "x-mlflow-timestamp": "NaN" }),
    [secret],
    'timestamp "NaN" is more than 5 minutes from',
  ],
])("%s is refused", (_, change, secrets, message) => {
  expect(messageOf(change, secrets)).toContain(message);
});

test("a delay of less than five minutes is borne, either way", () => {
  expect(messageOf({ receivedAt: after(298_000) })).toBe("taken");
  expect(messageOf({ receivedAt: after(-298_000) })).toContain("taken");
});
