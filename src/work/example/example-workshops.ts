import { z } from "zod";
import type { Context } from "../../register/context.ts";
import { closeWorkshop } from "../../register/workshop/close-workshop.ts";
import { giveVote } from "../../register/workshop/give-vote.ts";
import { openWorkshop } from "../../register/workshop/open-workshop.ts";
import { revealWorkshop } from "../../register/workshop/reveal-workshop.ts";

const rating = z.strictObject({ likelihood: z.int(), impact: z.int(), reason: z.string().optional() });
const at = z.iso.datetime();

/** One workshop of the example; the format is told in examples/northwind/workshops.yaml. */
const exampleWorkshop = z.strictObject({
  id: z.string(),
  name: z.string(),
  facilitator: z.string(),
  participants: z.array(z.string()),
  risks: z.array(z.string()),
  opened: at,
  votes: z.array(z.strictObject({ by: z.string(), at, ratings: z.record(z.string(), rating) })),
  revealed: at.optional(),
  revised: z.array(z.strictObject({ by: z.string(), at, ratings: z.record(z.string(), rating) })).optional(),
  closed: z
    .strictObject({ at, ratings: z.record(z.string(), rating.omit({ reason: true }).extend({ note: z.string() })) })
    .optional(),
});
type ExampleWorkshop = z.infer<typeof exampleWorkshop>;

/** The workshops of examples/northwind/workshops.yaml. */
export const exampleWorkshops = z.array(exampleWorkshop);

/** What somebody did at a moment, to be done again. */
interface Step {
  readonly at: Date;
  readonly record: () => Promise<unknown>;
}

/** A workshop as the steps by which it came to stand where it stands. */
export function workshopSteps(example: ExampleWorkshop, context: (by: string, at: Date) => Context): Step[] {
  const { id, name, facilitator, participants, risks, opened, votes, revealed, revised = [], closed } = example;
  const step = (by: string, moment: string, act: (ctx: Context) => Promise<unknown>): Step => {
    const when = new Date(moment);
    return { at: when, record: () => act(context(by, when)) };
  };
  const given = [...votes, ...revised].map((each) =>
    step(each.by, each.at, async (ctx) => {
      for (const [risk, vote] of Object.entries(each.ratings)) await giveVote(ctx, { workshop: id, risk, vote });
    }),
  );
  const outcome = Object.entries(closed?.ratings ?? {}).map(([risk, each]) => ({ risk, ...each }));
  return [
    step(facilitator, opened, (ctx) =>
      openWorkshop(ctx, { id, name, facilitator, participants, risks, on: opened.slice(0, 10) }),
    ),
    ...given,
    ...(revealed === undefined ? [] : [step(facilitator, revealed, (ctx) => revealWorkshop(ctx, id))]),
    ...(closed === undefined
      ? []
      : [step(facilitator, closed.at, (ctx) => closeWorkshop(ctx, { id, closing: { ratings: outcome } }))]),
  ];
}
