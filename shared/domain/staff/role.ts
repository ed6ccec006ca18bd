/**
 * What people who work with Rounds may be, and what each does. The one list: groups of the user
 * pool, the table of routes and its test are made from it. Somebody may be several; nobody is
 * anything until an administrator says so (45 CFR 164.308(a)(4), access by role).
 */
export const duties = {
  "care-manager": "Writes campaigns and follows how they go.",
  approver: "Answers for what patients are told, and approves campaigns.",
  agent: "Talks to the patients who need a person.",
  analyst: "Reads reach and opens its numbers; knows patients by id alone.",
  operator: "Keeps it running: pauses, halts, looks at what failed.",
  administrator: "Says who belongs to the staff, and keeps the organization's settings.",
} as const;

/** As in the token's `cognito:groups`. */
export type Role = keyof typeof duties;

export const roles = Object.keys(duties) as readonly Role[];

export function isRole(name: string): name is Role {
  return Object.hasOwn(duties, name);
}
