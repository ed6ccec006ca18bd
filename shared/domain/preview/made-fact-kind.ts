/** What a made fact can be: done once, a result, a state that still holds, a fill at a pharmacy. */
export const madeFactKinds = ["procedure", "result", "diagnosis", "fill"] as const;
export type MadeFactKind = (typeof madeFactKinds)[number];
