import { z } from "zod";
import { duration } from "./duration.ts";
import { isoDate, line, nonNegative, slug, text, whenNumbers } from "./primitive.ts";
import { signalFormat } from "./signal.ts";
import { signalTopics } from "./signal-kinds.ts";

/** Which signals are meant: those that agree with everything that is given. */
export const signalFeed = z
  .strictObject({
    source: z.string().min(1).max(500).optional().describe("Who sends them, as the signal has it."),
    format: signalFormat.optional().describe("Whose writing they are."),
    topic: z.enum(signalTopics).optional().describe("What they speak of."),
    metric: z.string().min(1).max(200).optional().describe("What is measured, as its producer names it."),
    labels: z
      .record(z.string().min(1).max(100), z.string().max(500))
      .optional()
      .describe("Labels that must be there with exactly these values; others may be there too."),
  })
  .superRefine((feed, context) => {
    const said = Object.values(feed).some((each) => typeof each === "string" || Object.keys(each ?? {}).length > 0);
    if (said) return;
    const remedy = "write source, format, topic, metric or labels: a feed without one would take every signal";
    context.addIssue({ code: "custom", message: "feed names nothing", params: { remedy } });
  })
  .meta({ id: "SignalFeed", minProperties: 1, description: "Signals that agree with everything that is given." });

const indicatorDirections = ["higher-is-worse", "lower-is-worse"] as const;
const indicatorAggregates = ["last", "mean", "share", "max", "min", "sum"] as const;

/** Where the line is drawn for an indicator. Reaching a value crosses it: ≥ upwards, ≤ downwards. */
const indicatorLimit = z
  .strictObject({
    appetite: z.number().describe("A value that reaches it is a warning."),
    tolerance: z.number().describe("A value that reaches it is a breach."),
    approvedBy: slug.optional().describe("Id of one of `people`."),
    approvedOn: isoDate.optional(),
    reviewBy: isoDate.optional(),
    rationale: text.optional().describe("Why the line lies here."),
  })
  .describe("How much is too much, in the indicator's unit.");

const hysteresis = z
  .strictObject({
    margin: nonNegative
      .optional()
      .describe("How far past its line, on the good side, a value must lie to count as better. 0 unless given."),
    readings: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("How many readings in a row must be better. 1 unless given."),
  })
  .describe("What it takes for a status to get better; it gets worse at once.");

/** An indicator (KRI): which signals feed it, how their readings become its value, and how much is too much. */
export const indicator = z
  .strictObject({
    id: slug.describe("Permanent name, unique among its kind: lower-case letters, digits and single hyphens."),
    formerly: slug.optional().describe("The id it had before: renames it and keeps its history."),
    name: line.optional(),
    description: text.optional(),
    owner: slug.optional().describe("Id of one of `people`."),
    system: slug.describe("Id of one of `systems`: what it watches."),
    feeds: z.array(signalFeed).min(1).max(50).describe("Signals that feed it: those that one of these means."),
    unit: line.optional().describe("Unit of its value, such as %, ms or incidents."),
    direction: z.enum(indicatorDirections).describe("Which way is worse."),
    window: duration.describe("How far back from a reading its value looks."),
    aggregate: z
      .enum(indicatorAggregates)
      .describe(
        "How the readings of the window become one value: the last, their mean (by n where every one has it), the pooled share (counts ÷ cases), the largest, the smallest, or the sum of the events.",
      ),
    limit: indicatorLimit.optional(),
    expectedEvery: duration.describe("How often it is to be heard of; silence longer than that is unknown, never ok."),
    hysteresis: hysteresis.optional(),
  })
  .superRefine(({ direction, limit }, context) => {
    if (limit === undefined) return;
    const { appetite, tolerance } = limit;
    const inOrder = direction === "higher-is-worse" ? appetite <= tolerance : appetite >= tolerance;
    if (inOrder) return;
    const wrong = direction === "higher-is-worse" ? "greater" : "less";
    const right = direction === "higher-is-worse" ? "no greater" : "no less";
    context.addIssue({
      code: "custom",
      path: ["limit", "appetite"],
      message: `appetite ${appetite} is ${wrong} than tolerance ${tolerance}, and ${direction.replaceAll("-", " ")}`,
      params: { remedy: `write an appetite ${right} than the tolerance: the warning comes before the breach` },
    });
  }, whenLimit());

/** Lets the order of the limit be checked although something else is wrong. */
function whenLimit() {
  const bounds = whenNumbers("appetite", "tolerance");
  return {
    when: ({ value }: { value: unknown }) =>
      typeof value === "object" &&
      value !== null &&
      indicatorDirections.includes(Reflect.get(value, "direction")) &&
      bounds.when({ value: Reflect.get(value, "limit") }),
  };
}
