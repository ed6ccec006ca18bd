import type { Meter } from "#observability/meter";
import type { ContactPatient, Deliver } from "#usecases/contact-patient";

/** The same delivery, which counts what the provider said no to, for good or for now. */
export function measuredDelivery(deliver: Deliver, meter: Meter): Deliver {
  return async (delivery) => {
    const outcome = await deliver(delivery);
    if (outcome.is === "refused" || outcome.is === "released") {
      const { channel } = delivery.claimed;
      meter.add("Refusals", { channel, reason: outcome.reason });
    }
    return outcome;
  };
}

/** The same use case, which counts the messages that led to no contact. */
export function measuredContact(contactPatient: ContactPatient, meter: Meter): ContactPatient {
  return async (input) => {
    const became = await contactPatient(input);
    if (became === "nothing" || became === "missed") {
      meter.add("LostClaims", { channel: input.channel, reason: became });
    }
    return became;
  };
}
