import type { Cap } from "#domain/contact/policy";
import type { Channel } from "#domain/patient/contact-point";
import type { Instant } from "#domain/time";
import { wallClock } from "../wall-clock.ts";

/** One contact that a provider accepted. */
export interface Contact {
  readonly at: Instant;
  readonly channel: Channel;
  readonly campaign: string;
  readonly point: string;
}

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * Every window of a cap that holds more of these contacts than it allows, found by counting all of
 * them: each contact begins a window of its own, and each calendar day and week is looked at in
 * each zone. `slackMs` makes the rolling windows shorter by what a call may begin after its claim.
 */
export function crowdedWindows(
  contacts: readonly Contact[],
  cap: Cap,
  { zones, slackMs = 0 }: { readonly zones: readonly string[]; readonly slackMs?: number },
): readonly string[] {
  const held = contacts.filter(({ channel }) => cap.channels?.includes(channel) ?? true);
  return [...groupedBy(held, (contact) => likeness(contact, cap)).values()].flatMap((alike) => {
    const times = alike.map(({ at }) => at);
    const windows =
      cap.per === "rolling"
        ? rollingWindows(times, (cap.hours ?? 0) * hourMs - slackMs)
        : zones.flatMap((zone) => calendarWindows(times, cap.per === "local-week", zone));
    return windows
      .filter((inside) => inside.length > cap.max)
      .map((inside) => `${inside.length} contacts within "${cap.name}"`);
  });
}

function likeness(contact: Contact, { alike = [] }: Cap): string {
  return alike.map((part) => contact[part]).join(" ");
}

function rollingWindows(
  times: readonly Instant[],
  spanMs: number,
): readonly (readonly Instant[])[] {
  return times.map((start) => times.filter((at) => at >= start && at < start + spanMs));
}

function calendarWindows(
  times: readonly Instant[],
  isWeek: boolean,
  zone: string,
): readonly (readonly Instant[])[] {
  const clock = wallClock(zone);
  const periods = groupedBy(times, (at) => {
    const { date } = clock(at);
    return isWeek ? sundayBefore(date) : date;
  });
  return [...periods.values()];
}

/** The Sunday that a calendar week in the United States begins with. */
function sundayBefore(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  return new Date(noon.getTime() - noon.getUTCDay() * dayMs).toISOString().slice(0, 10);
}

function groupedBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Map<string, readonly Item[]> {
  const groups = new Map<string, readonly Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
