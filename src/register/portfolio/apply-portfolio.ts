import { Failure } from "../../contract/failure.ts";
import type { Applied, Plan } from "../../contract/plan.ts";
import { defaultTimeZone } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import type { Queries } from "../../store/database.ts";
import { assessmentOfChange, isOnlyReassessed } from "../assessment/assessment-of-change.ts";
import { calendarDate } from "../calendar.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { selectChangedSince, selectNewestSeq } from "../event/event-queries.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import type { RegisterState } from "../read-register.ts";
import { keptFollowing } from "../record/follow-renames.ts";
import { nextVersion } from "../record/next-version.ts";
import type { ListedKind, RecordOf } from "../record/record-kind.ts";
import { requireRightToWrite } from "../require-right-to-write.ts";
import { requireRole } from "../require-role.ts";
import type { Difference } from "./compare-portfolio.ts";
import { compareWithRegister, type PortfolioInput } from "./plan-portfolio.ts";

export interface ApplyInput extends PortfolioInput {
  readonly planned?: Pick<Plan, "fileHash" | "revision"> | undefined;
  /** Why, in the words of whoever applies it; kept with the event. */
  readonly note?: string | undefined;
}

/**
 * Makes the register say what the file says, in one transaction. What the file lacks is left alone or retired, never
 * deleted; where nothing differs nothing is recorded. With `planned` it is refused unless it would do what that plan
 * showed: the same file, and no record it touches changed since.
 */
export async function applyPortfolio(ctx: Context, input: ApplyInput): Promise<Applied> {
  requireRole(ctx, "contributor", "apply a portfolio");
  const { planned } = input;
  if (planned !== undefined && planned.fileHash !== input.fileHash)
    throw new Failure("changed-since", "file: changed since it was planned", "plan it again");
  return changeRegister(ctx, async (queries) => {
    const { state, comparison } = await compareWithRegister(queries, input);
    const differences = comparison.differences.filter(({ action }) => action !== "missing");
    for (const difference of differences) requireRightTo(ctx, difference);
    if (planned !== undefined) await requireUnchanged(queries, differences, planned.revision);
    const events = eventsOf(ctx, differences, input, state);
    const revision = events.length === 0 ? await selectNewestSeq(queries) : await recordEvents(queries, events);
    const count = (...actions: Difference["action"][]) =>
      differences.filter(({ action }) => actions.includes(action)).length;
    return {
      revision,
      events: events.length,
      created: count("create"),
      changed: count("change", "rename", "restore"),
      retired: count("retire"),
      unchanged: comparison.unchanged,
    };
  });
}

function requireRightTo(ctx: Context, { kind, before, record }: Difference): void {
  if (kind === "settings") requireRole(ctx, "approver", "change settings");
  else
    requireRightToWrite(
      ctx,
      kind,
      (before?.record ?? null) as RecordOf[ListedKind] | null,
      record as RecordOf[ListedKind],
    );
}

async function requireUnchanged(queries: Queries, differences: readonly Difference[], since: number): Promise<void> {
  const touched = new Set(differences.flatMap(({ kind, id, formerly }) => [`${kind} ${id}`, `${kind} ${formerly}`]));
  const changed = (await selectChangedSince(queries, since)).filter(({ kind, id }) => touched.has(`${kind} ${id}`));
  if (changed.length === 0) return;
  const names = changed.slice(0, 5).map(({ kind, id }) => `${kind} ${id}`);
  const more = changed.length > names.length ? ` and ${changed.length - names.length} more` : "";
  throw new Failure("changed-since", `${names.join(", ")}${more}: changed since the plan was made`, "plan it again");
}

function eventsOf(
  ctx: Context,
  differences: readonly Difference[],
  input: ApplyInput,
  state: RegisterState,
): NewEvent[] {
  if (differences.length === 0) return [];
  const timeZone = input.portfolio.timeZone ?? defaultTimeZone;
  const today = calendarDate(ctx.now, timeZone);
  const applied = newEvent(ctx, {
    verb: "portfolio.applied",
    subject: { kind: "portfolio", id: "portfolio" },
    before: null,
    after: {
      fileHash: input.fileHash,
      records: differences.length,
      ...(input.note === undefined ? {} : { note: input.note }),
    },
  });
  const events = [applied];
  for (const { kind, id, action, before, record } of differences) {
    const after = nextVersion(before, record, ctx.now, retiredOn(action, before, today));
    const cause = [applied.id];
    let verb: string = verbs[action];
    if (kind === "risk" && action !== "retire") {
      const [old, risk] = [(before?.record ?? null) as Risk | null, record as Risk];
      const assessment = assessmentOfChange(ctx, {
        before: old,
        after: risk,
        source: "portfolio-file",
        today,
        timeZone,
      });
      if (assessment !== null) {
        events.push({ ...assessment, cause });
        cause.push(assessment.id);
      }
      if (action === "change" && old !== null && isOnlyReassessed(old, risk)) verb = "assessed";
    }
    events.push(newEvent(ctx, { verb: `${kind}.${verb}`, subject: { kind, id }, before, after, cause }));
  }
  const renames = differences.flatMap(({ kind, id, formerly }) => (formerly === null ? [] : [{ kind, id, formerly }]));
  return [...events, ...keptFollowing(ctx, state, renames, [applied.id])];
}

const verbs = {
  create: "created",
  change: "changed",
  rename: "renamed",
  retire: "retired",
  restore: "restored",
  missing: "left",
} as const satisfies Record<Difference["action"], string>;

/** A retired record whose references follow a renaming stays retired. */
function retiredOn(action: Difference["action"], before: Difference["before"], today: string): string | null {
  if (action === "retire") return today;
  return action === "change" ? (before?.retiredOn ?? null) : null;
}
