import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { ReceiptDetail } from "../../../src/contract/received.ts";
import type { SignalDetail } from "../../../src/contract/signal-page.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ScrollBox } from "../../figure/scroll-box.tsx";
import { useToday } from "../../shell/use-today.ts";
import { indented } from "./indented.ts";

const broughtWords = { fact: "Brought it", resolution: "Resolved it", both: "Brought and resolved it" } as const;
const payloadWords = {
  fact: "What brought it, as it is kept",
  resolution: "What resolved it, as it is kept",
  both: "What brought and resolved it, as it is kept",
} as const;

/** A payload as it is kept: by whom and when, its hash, what was taken out of it, and its text. */
export function ReceiptBlock({ receipt }: { readonly receipt: SignalDetail["received"][number] }) {
  const { on: today, timeZone } = useToday();
  const clock = wallClock(receipt.receivedAt, timeZone);
  const { sender, sha256, byteCount, privacy, name } = receipt.record;
  return (
    <section
      className="receipt"
      aria-label={`${broughtWords[receipt.brought]} ${formatMoment(clock.on, clock.at, today)}`}
    >
      <dl className="facts">
        <dt>{broughtWords[receipt.brought]}</dt>
        <dd>
          <time dateTime={receipt.receivedAt} title={receipt.receivedAt}>
            {formatMoment(clock.on, clock.at, today)}
          </time>
          , sent to <code>{name}</code> by {sender.id}
          {sender.authenticated ? "" : ", not authenticated"}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>, of {formatNumber(byteCount)} {plural("byte", byteCount)}
        </dd>
        <dt>Personal data</dt>
        <dd>{removedWords(privacy)}</dd>
      </dl>
      <Payload receipt={receipt} />
    </section>
  );
}

function removedWords({ rule, removed, removedCount }: ReceiptDetail["record"]["privacy"]): string {
  const by = `by rule ${rule.name}, version ${rule.version}`;
  if (removedCount === 0) return `none found ${by}`;
  const named = removed.slice(0, 5).map(({ path, kind }) => (path === "" ? kind : `${kind} at ${path}`));
  const more = removedCount - named.length;
  const rest = more > 0 ? ` and ${formatNumber(more)} more` : "";
  return `${formatNumber(removedCount)} ${plural("place", removedCount)} taken out ${by}: ${named.join(", ")}${rest}`;
}

function Payload({ receipt }: { readonly receipt: SignalDetail["received"][number] }) {
  if (receipt.payloadState === "removed")
    return <p className="hush">Its days are over: the text is gone, the hash stays.</p>;
  if (receipt.payload === null)
    return (
      <p>
        <a className="name-link" href={`/v1/receipts/${receipt.id}/payload`}>
          The text is long: open it by itself
        </a>
      </p>
    );
  return (
    <ScrollBox label={payloadWords[receipt.brought]}>
      <pre>
        <code>{indented(receipt.payload)}</code>
      </pre>
    </ScrollBox>
  );
}
