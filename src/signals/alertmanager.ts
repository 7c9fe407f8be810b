import { type AlertSender, translateAlerts } from "./alerts.ts";
import type { Arrival } from "./arrival.ts";
import { type Item, textOf } from "./item.ts";
import type { Translation } from "./translation.ts";

/**
 * Alertmanager's webhook, version 4: one signal an alert, whatever group it came in. Identity is the alert's fingerprint
 * with its start, at the address the Alertmanager calls its own; "resolved" closes what "firing" opened.
 */
export function translateAlertmanager(payload: Item, arrival: Arrival): Translation {
  const sender: AlertSender = {
    format: "alertmanager",
    source: `alertmanager:${textOf(payload, "externalURL") ?? ""}`,
    reading: () => null,
    url: (alert) => textOf(alert, "generatorURL"),
    labels: () => [],
  };
  return translateAlerts(payload, sender, arrival);
}
