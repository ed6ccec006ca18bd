import "@xyflow/react/dist/base.css";
import "./step-picture.css";
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StepShown } from "#contracts/api/campaign";
import { box, layOut } from "./lay-out.ts";
import { useStepWords } from "./step-words.ts";

interface StepPictureProps {
  readonly steps: readonly StepShown[];
  readonly start: string;
}

type StepNode = Node<{ readonly step: StepShown }, "step">;

/** The steps and the ways between them; it can be moved and made larger, and changed by nobody. */
export function StepPicture({ steps, start }: StepPictureProps) {
  const { t } = useTranslation();
  const { nodes, edges } = useMemo(() => drawn(steps, start), [steps, start]);
  return (
    <section className="picture" aria-label={t(($) => $.campaign.picture)}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}

const nodeTypes = { step: StepBox };

function StepBox({ data: { step } }: NodeProps<StepNode>) {
  const { t } = useTranslation();
  const wordsOf = useStepWords();
  return (
    <div className={`step ${step.kind}`}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <strong>{step.name}</strong>
      <span className="kind">{t(($) => $.step.kinds[step.kind])}</span>
      <span>{wordsOf(step)}</span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

function drawn(steps: readonly StepShown[], start: string): { nodes: StepNode[]; edges: Edge[] } {
  const laid = layOut(steps, start);
  return {
    nodes: laid.steps.map(({ step, x, y }) => ({
      ...{ id: step.name, type: "step", position: { x, y }, data: { step } },
      ...box,
    })),
    edges: laid.ways.map(({ from, to, on }) => ({
      ...{ id: `${from} ${to}`, source: from, target: to, label: on.join(", ") },
      markerEnd: { type: MarkerType.ArrowClosed },
    })),
  };
}
