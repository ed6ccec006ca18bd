import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * Stored JSON made small enough that a record with one enrollment fits one write unit of DynamoDB
 * (1 KB): a record is written several times for each touch, so this halves the price of a touch.
 * Field names and common words come from a dictionary that both sides know (RFC 1951, preset
 * dictionary as in RFC 1950). Text that is plain JSON is read as it is.
 */
const mark = "z1:";

/**
 * Part of the stored form: never changed, only followed by a second one under another mark. The
 * most frequent pieces stand last, where deflate refers to them most cheaply.
 */
const dictionary = Buffer.from(
  [
    '"crisis""emergency""wrong-number""opted-in""reply/opted-out""carrier""agent""decide""task"',
    '"doNotContact":"deceased""inactive""replaced""Pacific/Honolulu""America/Anchorage""America/Phoenix"',
    '"America/Los_Angeles""America/Denver""America/Chicago""America/New_York"',
    '"optedOut":{"at":1,"via":"sms"},"holds":true,"holds":false,"outcome":"goal-met""not-eligible""completed"',
    '{"id":"","reason":"","queue":"","priority":"routine""urgent""asap""stat","openedAt":1,"deadline":1,"raiseAt":1,"raised":0,"enrollment":{"campaign":"',
    '{"kind":"help","reply":"","channel":"sms","point":"","dueAt":1,"notAfter":1,"releases":0}',
    '"type":"enrollment-refused""enrollment-ended""eligibility-changed""point-invalidated""notice-planned""profile-changed","at":1,"reach":{',
    '"type":"task-raised""task-resolved""escalated""opted-out""opted-in""reply-received""answered","answer":"meanings":["tier":"T1"',
    '"type":"touch-unconfirmed""touch-unknown""touch-failed""touch-withheld""touch-moved""touch-released","reason":"hours""cap""throttled","retryAt":1,"rule":"',
    '"receipt":{"is":"delivered","by":"device"}"person"}"machine"}{"is":"failed","reason":"no-answer"}{"is":"sent"}',
    '{"type":"touch-receipted","at":1,"touch":{"campaign":"},{"type":"stage-reached","at":1,"campaign":"","stage":"touched"}"delivered"}"answered"}',
    '{"type":"touch-accepted","at":1,"touch":{"campaign":"","channel":"sms","providerId":"},{"type":"wait-began","at":1,"until":1,"for":"reply"}"time"}]',
    '[{"type":"enrolled","at":1,"campaign":"medication-adherence/statin-refill""lab-reminder/hba1c""screening/mammogram","episode":"2026-11-23","version":1,"eligibleThrough":20000,"start":"invite"},',
    '{"type":"step-entered","at":17","step":"invite"},{"type":"touch-planned","at":17","dueAt":17,"notAfter":17,"triesLeft":1}]',
    '[{"type":"touch-claimed","at":17,"touch":{"campaign":"","episode":"202","step":"remind","occurrence":1},"version":1,"channel":"voice""email""sms","point":"","leaseUntil":17,"startBy":17,"notAfter":17,"zones":["America/New_York"],"isNotice":false}]',
    '"inFlight":{"touch":{"campaign":"","episode":"","step":"call","occurrence":1},"channel":"sms","leaseUntil":17}',
    '"state":{"status":"escalated","task":"}"resting","until":17}"sending","channel":"sms","notAfter":17,"triesLeft":1,"releases":0}',
    '"past":[{"campaign":"","episode":"","endedAt":17,"outcome":"completed"}]}',
    '{"schema":"record.v1","reach":{"zones":["America/New_York"],"language":"es""en","points":{"sms":"","voice":"","email":""}},"badPoints":[],"enrollments":[{"campaign":"screening/mammogram","version":1,"episode":"202","enrolledAt":17,"eligibleThrough":20,"step":"invite","entries":1,"occurrences":{"invite":1},"asked":{"step":"invite","at":17},"stage":"enrolled""touched""delivered""answered","answer":"","state":{"status":"waiting","until":17,"channel":"sms","triesLeft":1}"planned","channel":"sms","dueAt":17,"notAfter":17,"triesLeft":1,"releases":0}}],',
    '"touches":[{"touch":{"campaign":"screening/","episode":"202","step":"invite","occurrence":1},"channel":"sms","point":"","at":17,"status":"claimed""sent""delivered","isNotice":false}],"notices":[],"tasks":[],"heard":[],"past":[]}',
  ].join(""),
  "utf8",
);

export function pack(text: string): string {
  const packed = deflateRawSync(text, { dictionary, level: 9 }).toString("base64");
  return packed.length + mark.length < text.length ? mark + packed : text;
}

/** Throws what `node:zlib` throws for text that was packed and then damaged. */
export function unpack(stored: string): string {
  if (!stored.startsWith(mark)) return stored;
  const packed = Buffer.from(stored.slice(mark.length), "base64");
  return inflateRawSync(packed, { dictionary }).toString("utf8");
}
