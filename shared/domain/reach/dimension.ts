/** What is known of the patient, or of the contact, and may be unknown. */
export const traitDimensions = ["channel", "language", "age-band", "sex", "site"] as const;
export type Trait = (typeof traitDimensions)[number];

/** What reach can be told apart by. */
export const dimensions = ["campaign", "version", "week", ...traitDimensions] as const;
export type Dimension = (typeof dimensions)[number];

/** Where a dimension does not know the patient: no birth date, no sex, no site. */
export const unknownValue = "unknown";
