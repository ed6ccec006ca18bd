import type { Campaign } from "#domain/campaign/campaign";
import type { Halt } from "#domain/contact/halt";
import { hourMs, type Instant } from "#domain/time";
import { places } from "../sample/place.ts";
import type { Clinic } from "./crowd.ts";
import type { Dice } from "./dice.ts";
import type { Ground } from "./environment.ts";
import { gathered, type Inhabitant } from "./population.ts";
import { revised } from "./stand-in.ts";

/** What people and staff do meanwhile that no message asked them to. */
interface Life {
  readonly ground: Ground;
  readonly clinic: Clinic;
  readonly campaigns: readonly Campaign[];
  readonly inhabitants: readonly Inhabitant[];
  readonly from: Instant;
  readonly until: Instant;
}

/** A pause lasts at most this long, and a halt, which is for emergencies. Hours. */
const pauseHoursMax = 100;
const haltHoursMax = 12;

const halts: readonly Halt[] = ["everything", "sms", "voice", "email"];

/** One in so many moves, and one in so many comes to share a phone. */
const perMove = 12;
const perSharedPhone = 10;

/** Puts all disturbances that this seed drew on the timeline. */
export function disturb(life: Life): void {
  const { faults } = life.ground;
  if (faults.has("publish")) publishAndRollBack(life);
  if (faults.has("pause")) pauseAndHalt(life);
  if (faults.has("move")) moveHouse(life);
  if (faults.has("shared-phone")) shareAndPartPhones(life);
}

function sometime({ from, until }: Life, dice: Dice): Instant {
  return dice.within(from, until);
}

function publishAndRollBack(life: Life): void {
  const { ground, clinic, campaigns } = life;
  const { dice, timeline, witness } = ground;
  const { organization } = clinic.stores;
  const publish = (campaign: Campaign, what: string) => {
    witness.note(what, campaign.id);
    clinic.queues.errands.send([(skills) => skills.publish(organization, [campaign])]);
  };
  for (let revision = 1; revision <= dice.between(1, 3); revision += 1) {
    const campaign = dice.one(campaigns);
    const at = sometime(life, dice);
    timeline.at(at, "publish", () => publish(revised(campaign, revision), "published"));
    if (dice.is(0.6)) {
      const back = at + dice.within(0, 300) * hourMs;
      timeline.at(Math.min(back, life.until), "roll back", () => publish(campaign, "rolled back"));
    }
  }
}

function pauseAndHalt(life: Life): void {
  const { ground, clinic, campaigns } = life;
  const { dice, timeline, witness, faults } = ground;
  const { organization } = clinic.stores;
  const during = (
    what: string,
    hoursMax: number,
    change: (isOn: boolean, at: Instant) => unknown,
  ) => {
    const at = sometime(life, dice);
    const end = Math.min(at + dice.within(0, hoursMax) * hourMs, life.until);
    for (const [moment, isOn] of [[at, true] as const, [end, false] as const]) {
      timeline.at(moment, what, () => {
        witness.note(`${what} ${isOn ? "begins" : "ends"}`, "");
        change(isOn, moment);
      });
    }
  };
  for (let pause = 0; pause < 3; pause += 1) {
    const { id } = dice.one(campaigns);
    during(`pause of ${id}`, pauseHoursMax, (isOn) =>
      clinic.stores.campaigns.setPaused(organization, id, isOn),
    );
  }
  // After a move everything is halted, and nobody may lift that.
  const halt = dice.one(faults.has("region-move") ? halts.slice(1) : halts);
  during(`halt of ${halt}`, haltHoursMax, (isOn, at) =>
    isOn
      ? clinic.stores.organizations.halt(organization, { what: halt, since: at, by: "person" })
      : clinic.stores.organizations.resume(organization, halt, at),
  );
}

function moveHouse(life: Life): void {
  const { ground, inhabitants } = life;
  const { dice, timeline } = ground;
  for (const one of inhabitants) {
    if (!dice.is(1 / perMove)) continue;
    timeline.at(sometime(life, dice), `move ${one.patient}`, () => {
      const { state, postalCode } = dice.one(places);
      one.resource = { ...one.resource, address: [{ use: "home", state, postalCode }] };
      bringIn(life, one);
    });
  }
}

function shareAndPartPhones(life: Life): void {
  const { ground, inhabitants } = life;
  const { dice, timeline } = ground;
  for (const one of inhabitants) {
    if (!dice.is(1 / perSharedPhone)) continue;
    const own = one.resource.telecom;
    const at = sometime(life, dice);
    timeline.at(at, `share ${one.patient}`, () => {
      const { telecom } = dice.one(inhabitants).resource;
      if (telecom === undefined) return;
      one.resource = { ...one.resource, telecom };
      bringIn(life, one);
    });
    if (own === undefined || !dice.is(0.5)) continue;
    timeline.at(dice.within(at, life.until), `part ${one.patient}`, () => {
      one.resource = { ...one.resource, telecom: own };
      bringIn(life, one);
    });
  }
}

function bringIn({ ground, clinic }: Life, { patient, resource }: Inhabitant): void {
  ground.witness.note("changed", patient);
  clinic.queues.imports.send([[gathered(patient, [], resource)]]);
}
