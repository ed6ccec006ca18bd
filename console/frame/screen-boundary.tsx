import { Component, type ReactNode } from "react";
import { Failure } from "../parts/failure.tsx";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed?: unknown;
}

/**
 * A screen that broke, or a part of the program that is gone since a newer one was put there, takes
 * nothing else with it. React knows such a boundary as a class only.
 */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(failed: unknown): State {
    return { failed };
  }

  override render(): ReactNode {
    if (!("failed" in this.state)) return this.props.children;
    return <Failure of={this.state.failed} retry={() => location.reload()} />;
  }
}
