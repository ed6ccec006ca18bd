import type { Resolution, ResolutionStore } from "../../ports.ts";

export function createMemoryResolutionStore(): ResolutionStore {
  const current = new Map<string, Resolution>();
  return {
    async current(organization) {
      return current.get(organization);
    },
    async begin(organization, resolution) {
      current.set(organization, resolution);
    },
    async checkpoint(organization, id, slice, progress) {
      const known = current.get(organization);
      if (known?.id !== id) return;
      current.set(organization, { ...known, slices: known.slices.with(slice, progress) });
    },
  };
}
