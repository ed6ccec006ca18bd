import type { PointDirectory } from "../../ports.ts";
import { admit, latestOwner, type PointTouch } from "../point-touch.ts";

export function createMemoryPointDirectory(): PointDirectory {
  const owners = new Map<string, ReadonlySet<string>>();
  const touches = new Map<string, readonly PointTouch[]>();
  const keyOf = (organization: string, point: string) => `${organization}#${point}`;
  return {
    async link(organization, point, patient) {
      const key = keyOf(organization, point);
      owners.set(key, new Set([...(owners.get(key) ?? []), patient]));
    },
    async unlink(organization, point, patient) {
      const key = keyOf(organization, point);
      owners.set(key, new Set([...(owners.get(key) ?? [])].filter((owner) => owner !== patient)));
    },
    async owners(organization, point) {
      const key = keyOf(organization, point);
      const patients = [...(owners.get(key) ?? [])].toSorted();
      const latest = latestOwner(patients, touches.get(key) ?? []);
      return { patients, ...(latest === undefined ? {} : { latest }) };
    },
    async claim(claim) {
      const key = keyOf(claim.organization, claim.point);
      const decision = admit(touches.get(key) ?? [], claim);
      if (decision === "refused") return "refused";
      if (decision !== "already-claimed") touches.set(key, decision);
      return "claimed";
    },
  };
}
