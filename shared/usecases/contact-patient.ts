import type { Purpose } from "#domain/campaign/purpose";
import { mayReceive, type Recipients } from "#domain/contact/recipients";
import { type Composed, type ComposeInput, compose } from "#domain/message/compose";
import type { LinkToken } from "#domain/message/link";
import type { Channel, ContactPoint } from "#domain/patient/contact-point";
import type { Organization } from "#domain/patient/organization";
import {
  allPoints,
  type OrganizationId,
  type PatientId,
  type Profile,
} from "#domain/patient/profile";
import { noticeTouch } from "#domain/record/claim-notice";
import type { SendOutcome } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { languageOf } from "#domain/record/permission";
import { isSameTouch, type TouchKey, touchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import type {
  CallDirectory,
  CallPlacer,
  Clock,
  EmailSender,
  OrganizationDirectory,
  PointClaimed,
  PointDirectory,
  ProfileStore,
  SmsSender,
} from "#ports";
import type { Act, Acted } from "./act.ts";
import type { CountSent } from "./count-sent.ts";
import type { IsFenced } from "./fence.ts";
import { fresh } from "./fresh.ts";
import type { MakeLink } from "./make-link.ts";
import type { MakePage } from "./make-page.ts";
import type { SlowLane } from "./slow-lane.ts";
import type { StopPoint } from "./stop-point.ts";
import type { TripBreaker } from "./trip-breaker.ts";

type Claimed = RecordEvent & { type: "touch-claimed" };

/** What one touch says and to whom, ready for its provider. */
export interface Delivery {
  readonly key: TouchKey;
  readonly point: ContactPoint;
  readonly profile: Profile;
  readonly organization: Organization;
  readonly words: Composed;
  readonly claimed: Claimed;
  /** Of the link that stops what is sent. Only where `makeLink` is. */
  readonly unsubscribeToken?: LinkToken;
}

/** Hands one delivery to its provider. Never tries twice. */
export type Deliver = (delivery: Delivery) => Promise<SendOutcome>;

export interface ContactPorts {
  readonly act: Act;
  readonly profiles: ProfileStore;
  readonly organizations: OrganizationDirectory;
  readonly points: PointDirectory;
  readonly stopPoint: StopPoint;
  readonly isFenced: IsFenced;
  readonly tripBreaker: TripBreaker;
  readonly slowLane: SlowLane;
  /** Only where the provider takes so many a day. */
  readonly countSent?: CountSent;
  readonly clock: Clock;
  readonly deliver: Deliver;
  /**
   * Makes the link of a message that is to carry one, before it is sent: a link that went out and was
   * not kept would lead nowhere. When it cannot be kept the touch is let go and tried again, rather than
   * sent with the address to write to alone: the same table could not take the outcome either, and a
   * mail that comes later with both ways out is better than one that is unknown.
   */
  readonly makeLink?: MakeLink;
  /** The same for the page on which a message can be answered, where its words lead to one. */
  readonly makePage?: MakePage;
  /** Whom this deployment may contact at all. */
  readonly recipients: Recipients;
  /** Ms. Only needed where messages come with a moment to start. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The claim is made so long before the provider is called: two reads and a write. Ms. */
const claimedAheadMs = 1_000;

export interface ContactInput {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly channel: Channel;
  /** When the provider is to be called, by its pace. */
  readonly startAt?: Instant;
}

/**
 * Claims, acts, records: the next due touch of this patient on this channel, if there is one. The
 * claim is durable before the provider is called, so that a crash at any point sends at most once
 * (law 1); what is lost between the call and the record is `unknown`, and a receipt or its
 * deadline closes it. Safe to repeat: a second call finds nothing to claim.
 *
 * Whoever comes after the moment given lets it pass: another message has the next one. It stays
 * due, and the next release gives it a moment of its own. A deployment that was fenced off leaves
 * everything as it is.
 */
export function createContactPatient(given: ContactPorts) {
  const load = fresh(given.clock, (id) => given.organizations.load(id));
  const ports = { ...given, organizations: { ...given.organizations, load } };
  return async ({
    organization,
    patient,
    channel,
    startAt = 0,
  }: ContactInput): Promise<SendOutcome["is"] | "nothing" | "missed" | "fenced"> => {
    if (startAt > 0 && ports.clock.now() > startAt) return "missed";
    await waitUntil(ports, startAt - claimedAheadMs);
    if (await ports.isFenced(organization)) return "fenced";
    const acted = await ports.act(organization, patient, () => [
      { type: "claim", at: ports.clock.now(), channel },
    ]);
    const claimed = acted.events.find((event) => event.type === "touch-claimed");
    if (!claimed) return "nothing";
    const outcome = await attempt(ports, acted, claimed, startAt);
    await ports.act(
      organization,
      patient,
      () => [{ type: "record-outcome", at: ports.clock.now(), touch: claimed.touch, outcome }],
      [],
      acted.record,
    );
    await learn(ports, { organization, patient }, claimed, outcome);
    await ports.tripBreaker({ organization, channel, at: claimed.at, outcome });
    await ports.slowLane(channel, outcome);
    await ports.countSent?.(channel, outcome);
    return outcome.is;
  };
}

async function waitUntil({ clock, sleep }: ContactPorts, moment: Instant): Promise<void> {
  const early = moment - clock.now();
  if (early > 0) await sleep?.(early);
}

/** An opt-out that only the carrier knew of holds for everybody who is reached there. */
async function learn(
  ports: ContactPorts,
  { organization, patient }: Omit<ContactInput, "channel">,
  { point }: Claimed,
  outcome: SendOutcome,
): Promise<void> {
  if (outcome.is !== "refused" || outcome.reason !== "opted-out-at-carrier") return;
  const evidence = { by: "carrier", reference: `patient:${patient}` };
  await ports.stopPoint({ organization, point, stop: { via: "carrier", evidence } });
}

/** Until the provider is called nothing can have gone out, so every failure before is surely so. */
async function attempt(
  ports: ContactPorts,
  acted: Acted,
  claimed: Claimed,
  startAt: Instant,
): Promise<SendOutcome> {
  const delivery = await prepare(ports, acted, claimed).catch(
    (): SendOutcome => ({ is: "released", reason: "unavailable" }),
  );
  if ("is" in delivery) return delivery;
  await waitUntil(ports, startAt);
  if (ports.clock.now() > claimed.startBy) return { is: "released", reason: "too-late-to-start" };
  if (!mayReceive(ports.recipients, delivery.point.address)) {
    return { is: "withheld", reason: "not-on-allow-list" };
  }
  return ports.deliver(delivery);
}

async function prepare(
  ports: ContactPorts,
  acted: Acted,
  claimed: Claimed,
): Promise<Delivery | SendOutcome> {
  const { organization: id, patient } = acted.record;
  const [stored, organization] = await Promise.all([
    ports.profiles.load(id, patient),
    ports.organizations.load(id),
  ]);
  const profile = stored && { ...stored, language: languageOf(acted.record) };
  const point = profile && allPoints(profile).find(({ id: known }) => known === claimed.point);
  if (!profile || !organization || !point) return { is: "refused", reason: "not-configured" };
  const key = touchKey(acted.record, claimed.touch);
  const taken = await takePoint(ports, acted, claimed, key);
  if (taken.is === "refused") {
    const retryAfterMs = taken.until - claimed.at;
    return { is: "released", reason: "shared-phone-cap", retryAfterMs };
  }
  const campaign = acted.rules.campaign(claimed.touch.campaign, claimed.version);
  const language = isLanguageKnown(stored, profile) ? { language: profile.language } : {};
  const says: ComposeInput = {
    touch: claimed.touch,
    channel: claimed.channel,
    organization,
    profile,
    ...(campaign ? { campaign } : {}),
    ...noticeOf(acted, claimed),
    also: alsoOf(acted, claimed),
    leavesVoicemail: claimed.voicemail === "may-leave",
  };
  const page = await ports.makePage?.({ says, key, record: acted.record, ...language });
  const words = compose({ ...says, ...(page === undefined ? {} : { page }) });
  if (!words) return { is: "refused", reason: "content" };
  const link = await ports.makeLink?.({ organization: id, patient, touch: key, ...language });
  const token = link === undefined ? {} : { unsubscribeToken: link };
  return { key, point, profile, organization, words, claimed, ...token };
}

/** Stated in the chart, or chosen by the patient since. */
function isLanguageKnown(stored: Profile | undefined, { language }: Profile): boolean {
  return stored?.isLanguageKnown === true || stored?.language !== language;
}

function noticeOf({ record }: Acted, { touch }: Claimed) {
  const notice = record.notices.find((planned) => isSameTouch(noticeTouch(planned), touch));
  return notice ? { notice } : {};
}

/** What the touches of other campaigns are about whose news this message carries. */
function alsoOf({ record, rules }: Acted, claimed: Claimed): readonly Purpose[] {
  return (claimed.with ?? []).flatMap(({ campaign }) => {
    const enrollment = record.enrollments.find((open) => open.campaign === campaign);
    const other = enrollment && rules.campaign(campaign, enrollment.version);
    return other ? [other.purpose] : [];
  });
}

/** A phone that serves several people is guarded by an item of its own: caps count its owners. */
async function takePoint(
  ports: ContactPorts,
  acted: Acted,
  claimed: Claimed,
  key: TouchKey,
): Promise<PointClaimed> {
  const { organization, patient } = acted.record;
  const owners = await ports.points.owners(organization, claimed.point);
  if (owners.patients.length < 2) return { is: "claimed" };
  const { reach } = acted.record;
  const { caps, unknownZones } = acted.rules.policy;
  const zones = reach.zones.length > 0 ? reach.zones : unknownZones;
  return ports.points.claim({
    organization,
    point: claimed.point,
    patient,
    touch: key,
    channel: claimed.channel,
    at: claimed.at,
    caps: claimed.isNotice ? [] : caps,
    place: { zones, ...(reach.states ? { states: reach.states } : {}) },
  });
}

export function deliverBySms(sender: SmsSender): Deliver {
  return async ({ key, point, words, claimed }) => {
    if (words.channel !== "sms") return { is: "refused", reason: "content" };
    const seconds = Math.floor((claimed.notAfter - claimed.at) / 1_000);
    return sender.send({
      key,
      to: point.address,
      text: words.text,
      timeToLiveSeconds: Math.max(5, Math.min(seconds, 259_200)),
    });
  };
}

export function deliverByEmail(sender: EmailSender): Deliver {
  return async ({ key, point, profile, words, unsubscribeToken }) => {
    if (words.channel !== "email") return { is: "refused", reason: "content" };
    const { subject, text } = words;
    const { language } = profile;
    const token = unsubscribeToken === undefined ? {} : { unsubscribeToken };
    return sender.send({ key, to: point.address, subject, text, language, ...token });
  };
}

export function deliverByCall(placer: CallPlacer, calls: CallDirectory): Deliver {
  return async ({ key, point, profile, words }) => {
    if (words.channel !== "voice") return { is: "refused", reason: "content" };
    const outcome = await placer.place({
      key,
      to: point.address,
      language: profile.language,
      script: {
        message: words.text,
        ...(words.voicemail === undefined ? {} : { voicemail: words.voicemail }),
      },
    });
    // Connect reports an unanswered call by its contact id alone.
    if (outcome.is === "accepted") await calls.remember(outcome.providerId, key);
    return outcome;
  };
}

export type ContactPatient = ReturnType<typeof createContactPatient>;
