import * as z from "zod/mini";
import { type Instant, parseInstant } from "#domain/time";
import { type Parsed, read, readContract, readJson } from "../parsed.ts";
import { unwrapEventBridge } from "./event-bridge.ts";

/** A file that was put into a bucket. */
export interface StoredFile {
  readonly bucket: string;
  readonly key: string;
  readonly bytes?: number;
  /** When it was put there. */
  readonly at?: Instant;
}

/** Source: Amazon S3 User Guide, "Event message structure". */
const Notification = z.looseObject({
  Records: z.array(
    z.looseObject({
      eventName: z.string(),
      eventTime: z.nullish(z.string()),
      s3: z.looseObject({
        bucket: z.looseObject({ name: z.string().check(z.minLength(1)) }),
        object: z.looseObject({
          key: z.string().check(z.minLength(1)),
          size: z.nullish(z.number()),
        }),
      }),
    }),
  ),
});

/** What S3 sends once when a notification is configured; there is no file behind it. */
const TestEvent = z.looseObject({ Event: z.literal("s3:TestEvent") });

const BridgedObject = z.looseObject({
  bucket: z.looseObject({ name: z.string().check(z.minLength(1)) }),
  object: z.looseObject({ key: z.string().check(z.minLength(1)), size: z.nullish(z.number()) }),
});

/**
 * The files that an SQS body or an EventBridge event tells of; none for a test event or a
 * deletion. Never throws. Notifications carry URL-encoded keys (a space is `+`), EventBridge
 * carries them as they are.
 */
export function parseS3Event(body: unknown): Parsed<readonly StoredFile[]> {
  const json = readJson(body, "s3-event");
  if (!json.ok) return json;
  if (TestEvent.safeParse(json.value).success) return read([]);
  const bridged = unwrapEventBridge(json.value);
  if (bridged) {
    const parsed = readContract(BridgedObject, bridged.detail, "s3-event");
    if (!parsed.ok) return parsed;
    const { bucket, object } = parsed.value;
    return read([storedFile(bucket.name, object, bridged.time)]);
  }
  const parsed = readContract(Notification, json.value, "s3-event");
  if (!parsed.ok) return parsed;
  return read(
    parsed.value.Records.filter((record) => record.eventName.startsWith("ObjectCreated")).map(
      ({ eventTime, s3 }) =>
        storedFile(s3.bucket.name, { ...s3.object, key: decodedKey(s3.object.key) }, eventTime),
    ),
  );
}

function storedFile(
  bucket: string,
  { key, size }: { readonly key: string; readonly size?: number | null | undefined },
  time: string | null | undefined,
): StoredFile {
  const at = parseInstant(time ?? "");
  return {
    bucket,
    key,
    ...(typeof size === "number" ? { bytes: size } : {}),
    ...(at === undefined ? {} : { at }),
  };
}

function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}
