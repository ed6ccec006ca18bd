/** The three ways in which a patient is reached. */
export type Channel = "sms" | "voice" | "email";

export const channels: readonly Channel[] = ["sms", "voice", "email"];

/**
 * What a contact point is. `mobile` takes texts and calls, `landline` calls only, `phone` is a
 * number of unknown kind (calls only: texting a landline is lost money and lost words), `email`
 * takes mail.
 */
export type ContactPointKind = "mobile" | "landline" | "phone" | "email";

/** A stable, opaque id of one address, the same for every patient who shares it. */
export type PointId = string;

/** A phone number or address by which a patient is reached. PHI: lives in the profile only. */
export interface ContactPoint {
  readonly id: PointId;
  readonly kind: ContactPointKind;
  /** E.164 (`+14255550182`) or a mail address in lower case. */
  readonly address: string;
}

/** The channels that a contact point of this kind can carry. */
export function channelsOf(kind: ContactPointKind): readonly Channel[] {
  switch (kind) {
    case "mobile":
      return ["sms", "voice"];
    case "landline":
    case "phone":
      return ["voice"];
    case "email":
      return ["email"];
  }
}
