import { type AlertSender, translateAlerts } from "./alerts.ts";
import type { Arrival } from "./arrival.ts";
import { type Item, member, numberOf, part, textOf } from "./item.ts";
import { valueReading } from "./signal-of.ts";
import type { Translation } from "./translation.ts";

/**
 * Grafana's alert webhook: as Alertmanager's, with an organisation and with the values of the rule's queries. A single
 * value is the reading; of several, of which one may be a condition that is 0 or 1, none is, until an annotation `value`
 * says which. All are labels, `value.B`.
 */
export function translateGrafana(payload: Item, arrival: Arrival): Translation {
  const sender: AlertSender = {
    format: "grafana",
    source: `grafana:${textOf(payload, "externalURL") ?? ""}#${numberOf(member(payload, "orgId")) ?? ""}`,
    reading: (alert) => {
      const values = Object.values(part(alert, "values"));
      return values.length === 1 ? valueReading(values[0]) : null;
    },
    url: (alert) => textOf(alert, "panelURL") ?? textOf(alert, "dashboardURL") ?? textOf(alert, "generatorURL"),
    labels: (alert) => Object.entries(part(alert, "values")).map(([name, value]) => [`value.${name}`, value]),
  };
  return translateAlerts(payload, sender, arrival);
}
