import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConnectContactEvent } from "#contracts/aws/connect-contact-event";
import { parseConnectFlowEvent } from "#contracts/aws/connect-flow-event";
import { parsePageEvent } from "#contracts/aws/page-event";
import { parsePinpointEvent } from "#contracts/aws/pinpoint-event";
import { parseS3Event } from "#contracts/aws/s3-event";
import { parseSesEvent } from "#contracts/aws/ses-event";
import { parseSesInbound } from "#contracts/aws/ses-inbound";
import { parseSmsEvent } from "#contracts/aws/sms-event";
import { parseSmsInbound } from "#contracts/aws/sms-inbound";
import { parseDueMessage } from "#contracts/due-message";
import { parseEnrollMessage } from "#contracts/enroll-message";
import { parseImportMessage } from "#contracts/import-message";
import { parseMirrorMessage } from "#contracts/mirror-message";
import { parsePageMessage } from "#contracts/page-message";
import type { Parsed } from "#contracts/parsed";
import { parseResolveMessage } from "#contracts/resolve-message";
import { parseScheduleInput } from "#contracts/schedule-input";
import { parseUnsubscribeMessage } from "#contracts/unsubscribe-message";
import { parseUrgentMessage } from "#contracts/urgent-message";
import { snsEnvelope } from "#support/sns-envelope";
import { wholePayloads } from "#support/whole-payloads";

/** Payloads that each parser is given here; `FUZZ_RUNS=100000` gives it as many. */
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 500);

const fromOutside = {
  "text from a patient": parseSmsInbound,
  "report of a text": parseSmsEvent,
  "report of a text by Pinpoint": parsePinpointEvent,
  "report of a mail": parseSesEvent,
  "mail from a patient": parseSesInbound,
  "end of a call": parseConnectContactEvent,
  "key on a call": parseConnectFlowEvent,
  "file that was put": parseS3Event,
  "page that was opened": parsePageEvent,
  "page that was filled in": parsePageEvent,
} as const;

const ours = [
  parseDueMessage,
  parseEnrollMessage,
  parseImportMessage,
  parseMirrorMessage,
  parsePageMessage,
  parseResolveMessage,
  parseScheduleInput,
  parseUnsubscribeMessage,
  parseUrgentMessage,
];

type Place = readonly (string | number)[];

/** Every place in a payload, its own top included. */
function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (value === null || typeof value !== "object") return [at];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...inner];
}

const gone = Symbol("gone");

function withPart(value: unknown, [key, ...rest]: Place, part: unknown): unknown {
  if (key === undefined) return part === gone ? undefined : part;
  if (value === null || typeof value !== "object") return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...value };
  const changed = withPart(Reflect.get(copy, key), rest, part);
  if (part === gone && rest.length === 0) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, changed);
  return copy;
}

/** What no sender should send in a place: other kinds, other languages, long, deep, or nothing. */
const anyPart = fc.oneof(
  fc.constant(gone),
  fc.jsonValue(),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "__proto__", "x".repeat(20_000), -1, 1e308, [], {}),
  fc.constantFrom("2026-13-45T99:00:00Z", "%E0%A4%A", "<a@b", "\u0000", "9".repeat(400)),
);

/** A payload of the kind with up to three parts that are wrong, as any sender may wrap it. */
function damaged(payload: unknown): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.constantFrom(...placesOf(payload)), anyPart);
  const wrong = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((kept, [place, part]) => withPart(kept, place, part), payload),
    );
  const text = wrong.map((value) => JSON.stringify(value) ?? "");
  const cut = fc.tuple(text, fc.nat(400)).map(([whole, length]) => whole.slice(0, length));
  const wrapped = wrong.map((value) => snsEnvelope(value, "2026-11-23T15:00:00Z"));
  return fc.oneof(wrong, text, wrapped, cut);
}

/** Accepted, or refused by a code that holds nothing of what was read. */
function expectReadOrRefused(parsed: Parsed<unknown>): void {
  if (parsed.ok) return;
  expect(parsed.reason).toMatch(/^[a-z0-9-]+\/[A-Za-z0-9_ .-]{1,80}$/);
}

describe("whatever comes from outside", () => {
  const kinds = Object.keys(fromOutside) as (keyof typeof fromOutside)[];

  it.each(kinds)("the whole %s is read", (kind) => {
    expect(fromOutside[kind](wholePayloads[kind])).toMatchObject({ ok: true });
  });

  it.each(kinds)("a damaged %s is read or refused by a code", (kind) => {
    fc.assert(
      fc.property(damaged(wholePayloads[kind]), (body) => {
        expectReadOrRefused(fromOutside[kind](body));
      }),
      { numRuns },
    );
  });

  it.each(kinds)("anything in place of the %s is read or refused by a code", (kind) => {
    const others = kinds.filter((other) => other !== kind).map((other) => wholePayloads[other]);
    const anything = fc.oneof(fc.anything(), fc.json(), fc.constantFrom(...others));
    fc.assert(
      fc.property(anything, (body) => expectReadOrRefused(fromOutside[kind](body))),
      { numRuns },
    );
  });

  it("anything on our own queues is read or refused by a code", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), fc.constantFrom(...ours), (body, parse) => {
        expectReadOrRefused(parse(body));
      }),
      { numRuns },
    );
  });
});
