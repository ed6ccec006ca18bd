import * as z from "zod";
import { type Parsed, read, readContract, readJson } from "../parsed.ts";
import { unwrapEventBridge } from "./event-bridge.ts";

/** A file that was put into a bucket. */
export interface StoredFile {
  readonly bucket: string;
  readonly key: string;
  readonly bytes?: number;
}

/** Source: Amazon S3 User Guide, "Event message structure". */
const Notification = z.looseObject({
  Records: z.array(
    z.looseObject({
      eventName: z.string(),
      s3: z.looseObject({
        bucket: z.looseObject({ name: z.string().min(1) }),
        object: z.looseObject({ key: z.string().min(1), size: z.number().nullish() }),
      }),
    }),
  ),
});

/** What S3 sends once when a notification is configured; there is no file behind it. */
const TestEvent = z.looseObject({ Event: z.literal("s3:TestEvent") });

const BridgedObject = z.looseObject({
  bucket: z.looseObject({ name: z.string().min(1) }),
  object: z.looseObject({ key: z.string().min(1), size: z.number().nullish() }),
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
    return read([storedFile(bucket.name, object.key, object.size)]);
  }
  const parsed = readContract(Notification, json.value, "s3-event");
  if (!parsed.ok) return parsed;
  return read(
    parsed.value.Records.filter((record) => record.eventName.startsWith("ObjectCreated")).map(
      ({ s3 }) => storedFile(s3.bucket.name, decodedKey(s3.object.key), s3.object.size),
    ),
  );
}

function storedFile(bucket: string, key: string, size: number | null | undefined): StoredFile {
  return { bucket, key, ...(typeof size === "number" ? { bytes: size } : {}) };
}

function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}
