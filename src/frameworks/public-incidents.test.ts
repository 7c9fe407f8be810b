import { expect, test } from "vitest";
import { incidentsKnownOn, publicIncidents } from "./public-incidents.ts";

test("forty cases by date, each known once and with a source", () => {
  expect(publicIncidents.length).toBe(40);
  expect(new Set(publicIncidents.map(({ id }) => id)).size).toBe(40);
  const dates = publicIncidents.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  for (const { date, sources, what } of publicIncidents) {
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    expect(date <= incidentsKnownOn).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
    expect(what).toMatch(/^[A-Z\d].*\.$/);
  }
});

test("an amount has its currency and says how it is known; a recalled case has no stored amount", () => {
  const withAmount = publicIncidents.filter(({ amount }) => amount !== null);
  expect(withAmount.length).toBeGreaterThan(25);
  for (const { amount, basis } of withAmount) {
    expect(amount!.value).toBeGreaterThanOrEqual(0);
    expect(amount!.currency).toMatch(/^[A-Z]{3}$/);
    if (basis === "recalled") expect(amount!.basis).toBe("recalled");
  }
});

test("the annulled fine says so", () => {
  const annulled = publicIncidents.filter(({ status }) => status === "annulled");
  expect(annulled.map(({ actor, caveat }) => [actor, caveat])).toEqual([["OpenAI", "annulled: never paid"]]);
});
