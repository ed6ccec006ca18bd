import { type CountedContact, capOpensAt } from "#domain/contact/caps";
import { isOpen } from "#domain/contact/hours";
import type { ContactPolicy } from "#domain/contact/policy";
import { windowsFor } from "#domain/contact/windows-for";
import type { LedgerRow } from "#domain/ledger/row";
import { clockSkewMs, startWithinMs } from "#domain/limits";
import type { Channel, PointId } from "#domain/patient/contact-point";
import type { Reachability } from "#domain/patient/profile";
import type { RecordEvent } from "#domain/record/event";
import { parseTouchKey, type TouchKey, touchKey } from "#domain/record/touch";
import type { Instant } from "#domain/time";
import { createPermissionHistory } from "./permission-history.ts";

/** A provider is called; whether it takes the message is seen later. */
export interface BegunCall {
  readonly key: TouchKey;
  readonly channel: Channel;
  readonly to: string;
  readonly at: Instant;
  /** What the worker's own clock said, which may be off. */
  readonly workerAt: Instant;
}

interface StandingClaim {
  readonly claim: RecordEvent & { type: "touch-claimed" };
  /** Of the profile that was durable then. */
  readonly reach: Reachability | undefined;
  readonly isShared: boolean;
}

export interface WatchSetting {
  readonly policy: ContactPolicy;
  /** How many people are found at a number or address now. */
  readonly ownersOf: (point: PointId) => number;
}

export type Tell = (law: number, patient: string, subject: string, message: string) => void;

/**
 * Holds every call of a provider to what was durable when it began, in true time: what the ledger
 * alone cannot show. Permission, hours, staleness, and the caps of a phone over all its owners.
 */
export class ContactWatch {
  readonly #policy: ContactPolicy;
  readonly #ownersOf: WatchSetting["ownersOf"];
  readonly #tell: Tell;
  readonly #permissions = createPermissionHistory();
  readonly #reaches = new Map<string, Reachability>();
  readonly #claims = new Map<TouchKey, StandingClaim>();
  readonly #onSharedPhones = new Map<string, (CountedContact & { readonly key: TouchKey })[]>();

  constructor({ policy, ownersOf }: WatchSetting, tell: Tell) {
    this.#policy = policy;
    this.#ownersOf = ownersOf;
    this.#tell = tell;
  }

  /** In the order of their writes. */
  hear(row: LedgerRow): void {
    const { event, patient } = row;
    if (event.type === "profile-changed") this.#reaches.set(patient, event.reach);
    if (event.type === "touch-claimed") {
      const key = touchKey(row, event.touch);
      const isShared = this.#ownersOf(event.point) > 1;
      this.#claims.set(key, { claim: event, reach: this.#reaches.get(patient), isShared });
      if (this.#isStopped(patient, event)) {
        this.#tell(4, patient, key, "claimed after a durable opt-out");
      }
    }
    this.#permissions.hear(row);
  }

  began(call: BegunCall): void {
    const { key, at, workerAt } = call;
    const patient = parseTouchKey(key)?.patient ?? "";
    const standing = this.#claims.get(key);
    if (!standing) return this.#tell(1, patient, key, "a provider was called without a claim");
    const { claim } = standing;
    if (claim.isNotice) return;
    const sinceClaimMs = workerAt - claim.at;
    if (sinceClaimMs > startWithinMs && this.#isStopped(patient, claim)) {
      this.#tell(4, patient, key, "began too long after a claim that an opt-out overtook");
    }
    if (at > claim.notAfter + clockSkewMs) this.#tell(9, patient, key, "went out stale");
    if (!this.#isWithinHours(standing, at)) {
      this.#tell(5, patient, key, "a provider was called outside the patient's hours");
    }
    this.#countOnPhone(call, standing, patient);
  }

  #isStopped(patient: string, claim: StandingClaim["claim"]): boolean {
    if (claim.isNotice) return false;
    const { channel, point, purpose } = claim;
    return this.#permissions.isStopped(patient, { channel, point, purpose });
  }

  #zonesOf(reach: Reachability | undefined): readonly string[] {
    return reach && reach.zones.length > 0 ? reach.zones : this.#policy.unknownZones;
  }

  #isWithinHours({ reach }: StandingClaim, at: Instant): boolean {
    return isOpen(at, this.#zonesOf(reach), windowsFor(this.#policy, reach ?? {}, undefined));
  }

  #countOnPhone(call: BegunCall, standing: StandingClaim, patient: string): void {
    const { claim, reach, isShared } = standing;
    if (!isShared || this.#ownersOf(claim.point) < 2) return;
    // A touch that was let go and comes again counts once, from its new moment.
    const known = this.#onSharedPhones.get(call.to) ?? [];
    const before = known.filter(({ key }) => key !== call.key);
    const { at, channel, point, touch } = claim;
    const contact = { at, channel, point, campaign: touch.campaign };
    // A day is that of whoever is contacted; what rolls is the same for everybody.
    const caps = this.#policy.caps.filter(({ per, alike }) => per === "rolling" && !alike);
    const place = { zones: this.#zonesOf(reach) };
    const cap = capOpensAt(contact, before, { caps, place });
    if (cap) this.#tell(6, patient, call.key, `a shared phone was called over ${cap.cap}`);
    this.#onSharedPhones.set(call.to, [...before, { ...contact, key: call.key }]);
  }
}
