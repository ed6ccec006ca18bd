import type { Halt } from "../../domain/contact/halt.ts";
import type { Organization } from "../../domain/patient/organization.ts";
import { Unrecoverable } from "../../errors.ts";
import type { OrganizationDirectory } from "../../ports.ts";

export function createMemoryOrganizationDirectory(): OrganizationDirectory {
  const organizations = new Map<string, Organization>();
  const lines = new Map<string, string>();
  const epochs = new Map<string, number>();
  const halted = new Map<string, readonly Halt[]>();
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
      return halted.get(organization) ?? [];
    },
    async setHalts(organization, halts) {
      halted.set(organization, halts);
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
