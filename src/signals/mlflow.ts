import type { Signal } from "../contract/signal.ts";
import { type Arrival, itemId } from "./arrival.ts";
import { eachItem } from "./each-item.ts";
import { type Item, member, part, textAt, textOf } from "./item.ts";
import { readInstant } from "./read-instant.ts";
import { signalOf } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

/**
 * MLflow's webhook: something changed in its model registry. Identity is the delivery, which a retry repeats; in a file,
 * without headers, the content.
 */
export function translateMlflow(payload: Item, arrival: Arrival): Translation {
  return eachItem([payload], () => changed(payload, arrival));
}

function changed(payload: Item, arrival: Arrival): Signal {
  const entity = textAt(payload, "entity", "");
  const action = textAt(payload, "action", "");
  const data = part(payload, "data");
  const { name, version, alias, key, value, ...rest } = data;
  const named = (member: string, word = member) => {
    const text = textOf(data, member);
    return text === null ? null : `${word} ${text}`;
  };
  const isPrompt = entity.startsWith("prompt");
  const what = [textOf(data, "name"), named("version"), named("alias"), named("key", "tag")];
  return signalOf(
    {
      source: "mlflow",
      id: arrival.headers["x-mlflow-delivery-id"] ?? itemId(payload, arrival),
      format: "mlflow",
      topic: action === "exceeded" ? "operation" : "change",
      metric: `${entity}.${action}`,
      producerVerdict: action === "exceeded" ? "breach" : null,
      occurredAt: readInstant(member(payload, "timestamp"), "timestamp", arrival.receivedAt),
      labels: [
        ["workspace", member(payload, "workspace")],
        ...Object.entries(rest),
        ...Object.entries(part(data, "tags")).map(([tag, each]): [string, unknown] => [`tag.${tag}`, each]),
        ...(typeof key === "string" ? [[`tag.${key}`, value ?? ""] as const] : []),
        ["alias", alias],
        ["version", version],
        [isPrompt ? "prompt" : "model", name],
      ],
      summary: `${entity.replaceAll("_", " ")} ${action}: ${what.filter((each) => each !== null).join(", ")}`,
    },
    arrival,
  );
}
