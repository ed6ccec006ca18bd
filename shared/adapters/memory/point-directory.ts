import type { PointDirectory } from "../../ports.ts";
import { admit, latestOwner, type PointTouch } from "../point-touch.ts";

export function createMemoryPointDirectory(): PointDirectory {
  const owners = new Map<string, Set<string>>();
  const touches = new Map<string, readonly PointTouch[]>();
  const stopped = new Set<string>();
  const speakers = new Map<string, string>();
  const keyOf = (organization: string, point: string) => `${organization}#${point}`;
  return {
    async link(organization, point, patient) {
      const key = keyOf(organization, point);
      const known = owners.get(key) ?? new Set();
      owners.set(key, known.add(patient));
    },
    async unlink(organization, point, patient) {
      owners.get(keyOf(organization, point))?.delete(patient);
    },
    async owners(organization, point) {
      const key = keyOf(organization, point);
      const patients = [...(owners.get(key) ?? [])].toSorted();
      const latest = latestOwner(patients, touches.get(key) ?? []);
      const isStopped = stopped.has(key);
      return { patients, isStopped, ...(latest === undefined ? {} : { latest }) };
    },
    async setStopped(organization, point, isStopped) {
      if (isStopped) stopped.add(keyOf(organization, point));
      else stopped.delete(keyOf(organization, point));
    },
    async claim(claim) {
      const key = keyOf(claim.organization, claim.point);
      const decision = admit(touches.get(key) ?? [], claim);
      if (decision === "already-claimed") return { is: "claimed" };
      if ("until" in decision) return { is: "refused", until: decision.until };
      touches.set(key, decision);
      return { is: "claimed" };
    },
    async ascribe(organization, point, reply, patient) {
      const key = `${keyOf(organization, point)}#${reply}`;
      const speaker = speakers.get(key) ?? patient;
      speakers.set(key, speaker);
      return speaker;
    },
  };
}
