import type { FlowAction } from "#infra/voice/flow-step";

/** One way on from an action: after which result or error, and to which action. */
export interface FlowWay {
  readonly on: string;
  readonly to: string;
}

/** Every way on from an action, each once; the next action of those that branch repeats one. */
export function waysOf({ Transitions }: FlowAction): readonly FlowWay[] {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const branches = [
    ...Conditions.map(({ NextAction: to, Condition }) => ({ on: Condition.Operands[0], to })),
    ...Errors.map(({ NextAction: to, ErrorType }) => ({ on: ErrorType, to })),
  ];
  const isBranch = Conditions.length > 0 || branches.some(({ to }) => to === NextAction);
  return NextAction === undefined || isBranch
    ? branches
    : [{ on: "done", to: NextAction }, ...branches];
}
