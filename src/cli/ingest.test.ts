import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { receivedPayload } from "../../test/harness/received-payload.ts";
import { ingestCommand } from "./ingest.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "plimsoll-ingest-"));
afterAll(() => rmSync(folder, { recursive: true }));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["ingest", ...args], [ingestCommand]);

const fileOf = (name: string, body = receivedPayload(name).body) => {
  const file = join(folder, name);
  writeFileSync(file, body);
  return file;
};

test("--json prints signals, refusals and what is known of the payload, without its text", async () => {
  expect(await plimsoll(fileOf("incident-reports"), "--json")).toBe(0);
  const { format, signals, refused, payload } = JSON.parse(written.stdout);
  expect(format).toBe("incident-report");
  expect(signals.map(({ signal }: { signal: { id: string } }) => signal.id)).toEqual(["INC-17", "INC-18"]);
  expect(refused).toMatchObject([{ position: 2, path: "incidents[2].kind" }]);
  expect(payload).toMatchObject({
    removed: [{ path: "incidents[0].description", kind: "email address" }],
    removedCount: 1,
  });
  expect(payload).not.toHaveProperty("text");
  expect(written.stderr).toContain("incidents[2].kind: ");
});

test("a person reads one line a signal, and what was stated counts", async () => {
  const file = fileOf("fairlearn-one");
  expect(
    await plimsoll(
      file,
      "--at",
      "2026-11-20T00:00:00Z",
      "--run",
      "nightly",
      "--label",
      "model=hiring",
      "--label",
      "team=risk",
    ),
  ).toBe(0);
  const lines = written.stdout.trimEnd().split("\n");
  expect(lines[1]).toMatch(/^2026-11-20 00:00 {2}fairness {2}observed {2}– +selection_rate of sex=Female is 0.259/);
  expect(lines.at(-1)).toBe("8 signals of fairlearn");
});

test.each([
  [["nothing.json"], 2, "there is no such file"],
  [[fileOf("prose", "the model is down"), "--json"], 2, "neither JSON nor a table"],
  [[fileOf("fairlearn-two"), "--format", "evidenty"], 2, 'format "evidenty" is unknown; give one of cloudevents,'],
  [[fileOf("fairlearn-two"), "--label", "model"], 2, 'label "model" is no name and value; write it as model=churn'],
  [[fileOf("fairlearn-two"), "--at", "tomorrow"], 2, 'time "tomorrow" is no instant'],
  [[fileOf("fairlearn-two"), "--format", "aequitas"], 2, "table has no column attribute_name"],
])("%j ends with %i: %s", async (args, code, said) => {
  expect(await plimsoll(...args)).toBe(code);
  expect(written.stderr).toContain(said);
});
