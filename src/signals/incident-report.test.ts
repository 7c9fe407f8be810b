import { expect, test } from "vitest";
import { translate } from "./translate.ts";

const incident = { title: "Wrong dose", kind: "near-miss", occurredAt: "2026-11-18T14:00:00Z" };
const translated = (document: unknown) =>
  translate({
    bytes: new TextEncoder().encode(JSON.stringify(document)),
    contentType: "application/json",
    headers: {},
    name: "incident.json",
    stated: {},
    receivedAt: "2026-11-21T10:00:00Z",
  });
const only = (document: unknown) => translated(document).signals[0]?.signal;

test("closing an incident resolves the signal that reporting it opened", () => {
  const [opened, closed] = [
    only({ ...incident, id: "7" }),
    only({ ...incident, id: "7", status: "closed", endedAt: "2026-11-18T15:00:00Z" }),
  ];
  expect([opened?.state, closed?.state]).toEqual(["open", "resolved"]);
  expect([closed?.source, closed?.id]).toEqual([opened?.source, opened?.id]);
  expect(closed).toMatchObject({
    occurredAt: "2026-11-18T15:00:00.000Z",
    window: { from: "2026-11-18T14:00:00.000Z" },
  });
});

test("without an id its content is its identity, but for its status", () => {
  expect(only({ ...incident, status: "closed" })?.id).toBe(only(incident)?.id);
  expect(only({ ...incident, title: "Another" })?.id).not.toBe(only(incident)?.id);
});

test.each([
  [{ kind: "accident" }, "incidents[0].kind", 'incidents[0].kind "accident" does not fit'],
  [{ seriousness: "very" }, "incidents[0].seriousness", '"very" does not fit'],
  [{ occurredAt: "9999-01-01T00:00:00Z" }, "incidents[0].occurredAt", "lies in the future"],
  [{ loss: { amount: -1, currency: "EUR" } }, "incidents[0].loss.amount", "-1 does not fit"],
  [{ peopleAffected: 0.5 }, "incidents[0].peopleAffected", "0.5 does not fit"],
])("%j is refused by its place", (wrong, path, message) => {
  expect(translated({ incidents: [{ ...incident, ...wrong }] }).refused).toEqual([
    { position: 0, path, message: expect.stringContaining(message) },
  ]);
});
