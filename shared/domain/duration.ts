/**
 * A span as a care manager writes it. Calendar parts are counted in the patient's zone (a day is
 * a day over a DST change); business days are counted in the organization's business calendar.
 */
export type Duration =
  | {
      readonly unit: "minutes" | "hours" | "days" | "weeks" | "months" | "years";
      readonly count: number;
    }
  | { readonly unit: "business-days"; readonly count: number };
