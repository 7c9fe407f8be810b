import { expect, it } from "vitest";
import { computeStudy } from "../../contract/structured/compute-study.ts";
import type { Study } from "../../contract/study.ts";
import { StudyThreads } from "./study-threads.ts";

const options = { seed: 1, randomIndex: "alonso-lamata" } as const;
const study: Study = {
  id: "harms",
  name: "Harms",
  kind: "ahp",
  document: {
    items: ["a", "b", "c"],
    judgements: [["a", "b", 3] as const, ["b", "c", 2] as const, ["a", "c", 5] as const].map(
      ([left, right, ratio]) => ({ left, right, ratio }),
    ),
  },
};
/** Hundreds of items, each compared with the next: minutes of work. */
const large: Study = {
  ...study,
  id: "large",
  document: {
    items: Array.from({ length: 200 }, (_, k) => `i${k}`),
    judgements: Array.from({ length: 199 }, (_, k) => ({ left: `i${k}`, right: `i${k + 1}`, ratio: 2 })),
  },
};
const never = new AbortController().signal;

it("computes on a thread what is computed in place", async () => {
  const text = await new StudyThreads().report({ study, options }, never);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(computeStudy(study, options))));
});

it("gives up one that takes too long, and lets the next one pass", async () => {
  const threads = new StudyThreads({ mostMs: 5 });
  const asked = [large, large, large].map((each) => threads.report({ study: each, options }, never));
  for (const each of await Promise.allSettled(asked))
    expect(each).toMatchObject({
      reason: { code: "too-large", message: "study large: not computed within 0.005 seconds" },
    });
});

it("stops for whoever has gone", async () => {
  const leaving = new AbortController();
  const asked = new StudyThreads().report({ study: large, options }, leaving.signal);
  leaving.abort();
  await expect(asked).rejects.toMatchObject({ code: "cancelled" });
});
