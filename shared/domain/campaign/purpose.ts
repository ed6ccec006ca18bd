/**
 * What a message is about, after the closed list of 47 CFR 64.1200(a)(9)(iv) where it fits.
 * `lab-due` and `screening` are like exam reminders and wellness checkups, by analogy only: no
 * exemption from consent is claimed for them. A permission may be taken back for one of them alone.
 */
export const purposes = [
  "prescription",
  "lab-due",
  "screening",
  "appointment",
  "wellness",
] as const;

export type Purpose = (typeof purposes)[number];
