import { type Composed, compose } from "#domain/message/compose";
import type { Channel, ContactPoint } from "#domain/patient/contact-point";
import type { Organization } from "#domain/patient/organization";
import type { OrganizationId, PatientId, Profile } from "#domain/patient/profile";
import type { SendOutcome } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { type TouchKey, touchKey } from "#domain/record/touch";
import { dayOf, type Instant, startOfDay } from "#domain/time";
import type {
  CallDirectory,
  CallPlacer,
  Clock,
  EmailSender,
  OrganizationDirectory,
  PointDirectory,
  ProfileStore,
  SmsSender,
} from "#ports";
import type { Act, Acted } from "./act.ts";

type Claimed = RecordEvent & { type: "touch-claimed" };

/** What one touch says and to whom, ready for its provider. */
export interface Delivery {
  readonly key: TouchKey;
  readonly point: ContactPoint;
  readonly profile: Profile;
  readonly organization: Organization;
  readonly words: Composed;
  readonly claimed: Claimed;
}

/** Hands one delivery to its provider. Never tries twice. */
export type Deliver = (delivery: Delivery) => Promise<SendOutcome>;

export interface ContactPorts {
  readonly act: Act;
  readonly profiles: ProfileStore;
  readonly organizations: OrganizationDirectory;
  readonly points: PointDirectory;
  readonly clock: Clock;
  readonly deliver: Deliver;
}

export interface ContactInput {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly channel: Channel;
}

/**
 * Claims, acts, records: the next due touch of this patient on this channel, if there is one. The
 * claim is durable before the provider is called, so that a crash at any point sends at most once
 * (law 1); what is lost between the call and the record is `unknown`, and a receipt or its
 * deadline closes it. Safe to repeat: a second call finds nothing to claim.
 */
export function createContactPatient(ports: ContactPorts) {
  return async ({
    organization,
    patient,
    channel,
  }: ContactInput): Promise<SendOutcome["is"] | "nothing"> => {
    const acted = await ports.act(organization, patient, () => [
      { type: "claim", at: ports.clock.now(), channel },
    ]);
    const claimed = acted.events.find((event) => event.type === "touch-claimed");
    if (!claimed) return "nothing";
    const outcome = await attempt(ports, acted, claimed);
    await ports.act(organization, patient, () => [
      { type: "record-outcome", at: ports.clock.now(), touch: claimed.touch, outcome },
    ]);
    return outcome.is;
  };
}

/** Until the provider is called nothing can have gone out, so every failure before is surely so. */
async function attempt(ports: ContactPorts, acted: Acted, claimed: Claimed): Promise<SendOutcome> {
  const delivery = await prepare(ports, acted, claimed).catch(
    (): SendOutcome => ({ is: "released", reason: "unavailable" }),
  );
  if ("is" in delivery) return delivery;
  if (ports.clock.now() > claimed.startBy) return { is: "released", reason: "too-late-to-start" };
  return ports.deliver(delivery);
}

async function prepare(
  ports: ContactPorts,
  acted: Acted,
  claimed: Claimed,
): Promise<Delivery | SendOutcome> {
  const { organization: id, patient } = acted.record;
  const [profile, organization] = await Promise.all([
    ports.profiles.load(id, patient),
    ports.organizations.load(id),
  ]);
  const point = profile?.points.find((candidate) => candidate.id === claimed.point);
  if (!profile || !organization || !point) return { is: "refused", reason: "not-configured" };
  const key = touchKey(acted.record, claimed.touch);
  if (!(await takePoint(ports, acted, claimed, key))) {
    return { is: "released", reason: "shared-phone-cap", retryAfterMs: sharedPhoneRetryMs };
  }
  const campaign = acted.rules.campaign(claimed.touch.campaign, claimed.version);
  const words = compose({
    touch: claimed.touch,
    channel: claimed.channel,
    organization,
    profile,
    ...(campaign ? { campaign } : {}),
  });
  if (!words) return { is: "refused", reason: "content" };
  return { key, point, profile, organization, words, claimed };
}

/** The other owner's touch counts for the day; the claim looks again in twelve hours. */
const sharedPhoneRetryMs = 12 * 3_600_000;

/** A phone that serves several people is guarded by an item of its own: caps count its owners. */
async function takePoint(
  ports: ContactPorts,
  acted: Acted,
  claimed: Claimed,
  key: TouchKey,
): Promise<boolean> {
  const { organization, patient } = acted.record;
  const owners = await ports.points.owners(organization, claimed.point);
  if (owners.patients.length < 2) return true;
  const taken = await ports.points.claim({
    organization,
    point: claimed.point,
    patient,
    touch: key,
    at: claimed.at,
    windows: claimed.isNotice ? [] : windowsOf(acted, claimed.at),
  });
  return taken === "claimed";
}

/** The caps of the person, as windows of the phone: its local day is that of this patient. */
function windowsOf(acted: Acted, at: Instant) {
  const { zones } = acted.record.reach;
  const possible = zones.length > 0 ? zones : acted.rules.policy.unknownZones;
  const dayBegan = Math.min(...possible.map((zone) => startOfDay(dayOf(at, zone), zone)));
  return acted.rules.policy.caps.map((cap) => ({
    since: cap.per === "rolling" ? at - cap.hours * 3_600_000 : dayBegan,
    max: cap.max,
  }));
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
  return async ({ key, point, profile, words }) => {
    if (words.channel !== "email") return { is: "refused", reason: "content" };
    const { subject, text } = words;
    return sender.send({ key, to: point.address, subject, text, language: profile.language });
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
