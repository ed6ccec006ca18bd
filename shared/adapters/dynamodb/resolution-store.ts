import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { StoredResolution, StoredSlice } from "../../contracts/stored/resolution.ts";
import type { ResolutionStore, SliceProgress } from "../../ports.ts";
import { bodyIn } from "./body.ts";
import { asked } from "./fault.ts";
import { getItem } from "./get-item.ts";
import { text } from "./item.ts";
import { type ItemKey, resolutionKey, resolutionSliceKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** One item says which resolution is the current one, and one for each slice how far it has come. */
export function createResolutionStore(table: Table): ResolutionStore {
  const put = ({ pk, sk }: ItemKey, body: unknown) => {
    const Item = { pk: text(pk), sk: text(sk), body: text(JSON.stringify(body)) };
    return asked(() => table.client.send(new PutItemCommand({ TableName: table.name, Item })));
  };
  return {
    async current(organization) {
      const item = await getItem(table, resolutionKey(organization));
      if (!item) return undefined;
      const { slices: count, ...resolution } = bodyIn(
        item,
        StoredResolution,
        "resolution/unreadable",
      );
      const slices = await Promise.all(
        Array.from({ length: count }, async (_, slice): Promise<SliceProgress> => {
          const stored = await getItem(table, resolutionSliceKey(organization, slice));
          const known = stored && bodyIn(stored, StoredSlice, "resolution/unreadable");
          if (known?.resolution !== resolution.id) return { solved: 0, isDone: false };
          const { resolution: _id, ...progress } = known;
          return progress;
        }),
      );
      return { ...resolution, slices };
    },
    async begin(organization, { slices, ...resolution }) {
      await put(resolutionKey(organization), { ...resolution, slices: slices.length });
    },
    async checkpoint(organization, resolution, slice, progress) {
      // A late one of an older resolution makes the current one begin the slice again, no more.
      await put(resolutionSliceKey(organization, slice), { ...progress, resolution });
    },
  };
}
