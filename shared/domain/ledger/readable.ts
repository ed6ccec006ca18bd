import type { RecordEvent } from "../record/event.ts";

/** What a judge must be able to rely on: a comparison with what is not there is never true. */
type Kind = "number" | "string" | "boolean" | "touch" | "zones" | "task" | "reach" | "object";

type Fields = Readonly<Record<string, Kind>>;

const touch: Fields = { touch: "touch" };
const enrollment: Fields = { campaign: "string", episode: "string" };
const task: Fields = { task: "string" };

/** Fields that the laws lean on, of every kind of event that this version knows. */
const fields: Readonly<Record<RecordEvent["type"], Fields>> = {
  "profile-changed": { reach: "reach" },
  enrolled: { ...enrollment, version: "number" },
  "enrollment-refused": enrollment,
  "eligibility-changed": enrollment,
  "step-entered": enrollment,
  "wait-began": enrollment,
  "reply-received": { reply: "string" },
  answered: enrollment,
  "stage-reached": enrollment,
  "goal-noted": enrollment,
  "point-invalidated": { point: "string" },
  "notice-planned": { kind: "string", reply: "string", notAfter: "number" },
  escalated: { task: "task" },
  "task-raised": { ...task, again: "number" },
  "task-updated": task,
  "conversation-taken": { until: "number" },
  "conversation-returned": {},
  "task-resolved": task,
  "enrollment-ended": enrollment,
  "touch-planned": { ...touch, dueAt: "number", notAfter: "number" },
  "touch-moved": { ...touch, dueAt: "number", reason: "string" },
  "touch-claimed": {
    ...touch,
    version: "number",
    channel: "string",
    point: "string",
    leaseUntil: "number",
    startBy: "number",
    notAfter: "number",
    zones: "zones",
    isNotice: "boolean",
  },
  "touch-released": { ...touch, retryAt: "number", reason: "string" },
  "touch-accepted": touch,
  "touch-unknown": { ...touch, deadline: "number" },
  "touch-unconfirmed": touch,
  "touch-receipted": { ...touch, receipt: "object" },
  "touch-failed": { ...touch, reason: "string" },
  "touch-withheld": { ...touch, reason: "string" },
  "opted-out": { via: "string" },
  "opted-in": { via: "string" },
  "narrowing-offered": { purpose: "string" },
  "opt-out-narrowed": { purpose: "string" },
  "narrowing-ended": {},
  "preferences-changed": { preferences: "object" },
};

const named = new Map(
  Object.entries(fields).map(([type, asked]) => [type, Object.entries(asked)] as const),
);

/**
 * What keeps this event from being judged: a kind that another version wrote, or a field that is
 * missing. Undefined when nothing does. Names fields, never what they hold.
 */
export function unreadable(event: RecordEvent): string | undefined {
  const asked = named.get(event.type);
  if (asked === undefined) return "a kind of event that this version does not know";
  if (!is(event.at, "number")) return `${event.type} without its moment`;
  const missing = asked.find(([name, kind]) => !is(Reflect.get(event, name), kind));
  return missing && `${event.type} without its ${missing[0]}`;
}

function is(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case "number":
      return Number.isFinite(value);
    case "string":
    case "boolean":
      return typeof value === kind;
    case "object":
      return isObject(value);
    case "zones":
      return isTexts(value);
    case "touch":
      return has(value, ["campaign", "episode", "step"], ["occurrence"]);
    case "task":
      return has(value, ["id", "priority"], ["raiseAt"]);
    case "reach":
      return isObject(value) && isTexts(value["zones"]) && isObject(value["points"]);
  }
}

function has(value: unknown, texts: readonly string[], numbers: readonly string[]): boolean {
  if (!isObject(value)) return false;
  const isText = (name: string) => typeof value[name] === "string";
  return texts.every(isText) && numbers.every((name) => Number.isFinite(value[name]));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
