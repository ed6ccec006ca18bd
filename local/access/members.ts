import { duties, type Role, roles } from "#domain/staff/role";

/** Somebody invented who may sign in on a laptop. */
export interface LocalMember {
  readonly user: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** What they do here, for whoever chooses one. */
  readonly does: string;
}

/** One for each role, and a second agent: to hand over takes two. */
const everybody: readonly (readonly [string, Role])[] = [
  ...roles.map((role) => [role, role] as const),
  ["second-agent", "agent"],
];

export const localMembers: readonly LocalMember[] = everybody.map(([name, role], index) => ({
  user: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
  email: `${name}@oak-clinic.example`,
  roles: [role],
  does: duties[role],
}));
