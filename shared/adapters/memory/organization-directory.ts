import { type Halt, type Halted, mayHaltAgain } from "../../domain/contact/halt.ts";
import type { Organization } from "../../domain/patient/organization.ts";
import type { Instant } from "../../domain/time.ts";
import { Unrecoverable } from "../../errors.ts";
import type { OrganizationDirectory } from "../../ports.ts";

type Switch = Halted & { readonly resumedAt?: Instant };

export function createMemoryOrganizationDirectory(): OrganizationDirectory {
  const organizations = new Map<string, Organization>();
  const lines = new Map<string, string>();
  const epochs = new Map<string, number>();
  const switches = new Map<string, Map<Halt, Switch>>();
  const switchesOf = (organization: string) => {
    const known = switches.get(organization) ?? new Map<Halt, Switch>();
    switches.set(organization, known);
    return known;
  };
  return {
    async load(organization) {
      return organizations.get(organization);
    },
    async ofLine(line) {
      return lines.get(line.toLowerCase());
    },
    async save(organization) {
      const named = organization.lines.map((line) => line.toLowerCase());
      const isTaken = named.some(
        (line) => (lines.get(line) ?? organization.id) !== organization.id,
      );
      if (isTaken) throw new Unrecoverable("organization/line-taken");
      for (const [line, owner] of lines) if (owner === organization.id) lines.delete(line);
      for (const line of named) lines.set(line, organization.id);
      organizations.set(organization.id, organization);
    },
    async halts(organization) {
      const all = [...switchesOf(organization).values()];
      return all
        .filter(({ resumedAt }) => resumedAt === undefined)
        .toSorted((a, b) => (a.what < b.what ? -1 : 1));
    },
    async halt(organization, halted) {
      const before = switchesOf(organization).get(halted.what);
      if (before && !mayHaltAgain(before.resumedAt, halted)) return "unchanged";
      switchesOf(organization).set(halted.what, halted);
      return "halted";
    },
    async resume(organization, what, at) {
      const before = switchesOf(organization).get(what);
      if (!before || before.resumedAt !== undefined) return;
      switchesOf(organization).set(what, { ...before, resumedAt: at });
    },
    async epoch(organization) {
      return epochs.get(organization) ?? 0;
    },
    async raiseEpoch(organization, epoch) {
      if ((epochs.get(organization) ?? 0) > epoch) return false;
      epochs.set(organization, epoch);
      return true;
    },
  };
}
