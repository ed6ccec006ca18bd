import { Graph, layout } from "@dagrejs/dagre";
import type { StepShown } from "#contracts/api/campaign";

/** Pixels; a step's name, its kind and what it does fit in. */
export const box = { width: 230, height: 84 } as const;

export interface PlacedStep {
  readonly step: StepShown;
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Way {
  readonly from: string;
  readonly to: string;
  /** All that leads from one to the other: `silence, undeliverable`. */
  readonly on: readonly string[];
}

export interface LaidOut {
  readonly steps: readonly PlacedStep[];
  readonly ways: readonly Way[];
}

/**
 * Places the steps so that ways lead downwards, the first one at the top. `end`, which no
 * definition writes as a step of its own, gets a place where something leads there.
 */
export function layOut(steps: readonly StepShown[], start: string): LaidOut {
  const first = steps.filter(({ name }) => name === start);
  const ordered = [...first, ...steps.filter(({ name }) => name !== start)];
  const isEndMissing = !steps.some(({ name }) => name === "end");
  const leadsToEnd = steps.some(({ ways }) => ways.some(({ to }) => to === "end"));
  const end: StepShown = { name: "end", kind: "end", ways: [] };
  const all = isEndMissing && leadsToEnd ? [...ordered, end] : ordered;
  const ways = all.flatMap(waysOf);
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", nodesep: 40, ranksep: 70 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of all) graph.setNode(name, { ...box });
  for (const { from, to } of ways) graph.setEdge(from, to);
  layout(graph);
  return {
    steps: all.map((step) => {
      const { x = 0, y = 0 } = graph.node(step.name) ?? {};
      return { step, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    ways,
  };
}

function waysOf({ name, ways }: StepShown): readonly Way[] {
  const byStep = new Map<string, string[]>();
  for (const { on, to } of ways) byStep.set(to, [...(byStep.get(to) ?? []), on]);
  return [...byStep].map(([to, on]) => ({ from: name, to, on }));
}
