import { type PointWords, withStart, withStop } from "../../domain/contact/point-stop.ts";
import type { PointDirectory } from "../../ports.ts";
import { admit, latestOwner, type PointTouch } from "../point-touch.ts";

export function createMemoryPointDirectory(): PointDirectory {
  const owners = new Map<string, Set<string>>();
  const touches = new Map<string, readonly PointTouch[]>();
  const said = new Map<string, PointWords>();
  const speakers = new Map<string, string>();
  const keyOf = (organization: string, point: string) => `${organization}#${point}`;
  const ownersOf = (key: string) => [...(owners.get(key) ?? [])].toSorted();
  const wordsOf = (key: string) => said.get(key) ?? { stops: [] };
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
      const patients = ownersOf(key);
      const latest = latestOwner(patients, touches.get(key) ?? []);
      const { stops } = wordsOf(key);
      return { patients, stops, ...(latest === undefined ? {} : { latest }) };
    },
    async stop(organization, point, stop) {
      const key = keyOf(organization, point);
      const { words, is } = withStop(wordsOf(key), stop);
      said.set(key, words);
      return { is, patients: ownersOf(key) };
    },
    async start(organization, point, at) {
      const key = keyOf(organization, point);
      said.set(key, withStart(wordsOf(key), at));
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
