import { describe, expect, it } from "vitest";
import { buildCall } from "#adapters/connect/call-placer";
import { buildTask } from "#adapters/connect/task-desk";
import { parseConnectFlowEvent } from "#contracts/aws/connect-flow-event";
import type { FlowContent } from "#infra/voice/flow-step";
import { inboundFlow } from "#infra/voice/inbound-flow";
import { outboundFlow } from "#infra/voice/outbound-flow";
import { type TaskQueueName, taskQueueNames } from "#infra/voice/queue-names";
import { taskFlow } from "#infra/voice/task-flow";
import { waitingFlow } from "#infra/voice/waiting-flow";
import { everyCall } from "#support/calls-on-flow";
import { clinicWords, parts } from "#support/voice-flows";

const key = "oak/p1/screening/check/2026-11-23/call/1";

function placed(voicemail?: string) {
  const script = { message: "This is Oak Clinic.", ...(voicemail ? { voicemail } : {}) };
  const options = { instanceId: "i-1", callFlowId: "f-1", sourceNumber: "+12125550101" };
  const call = { key, to: "+14255550182", language: "en", script };
  return buildCall(options, call).Attributes ?? {};
}

/** What a flow hands to its function, by step. */
function parametersIn(flow: FlowContent): readonly (readonly [string, object])[] {
  return flow.Actions.flatMap(({ Identifier, Parameters }) =>
    "LambdaInvocationAttributes" in Parameters
      ? [[Identifier, Parameters.LambdaInvocationAttributes as object] as const]
      : [],
  );
}

describe("a call that place-call begins", () => {
  it("carries every word that its flow speaks, and the words for a machine where it may", () => {
    const said = (voicemail?: string) =>
      everyCall(outboundFlow(parts), { attributes: placed(voicemail), fails: false })
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.is === "said" ? [event.words] : []));
    expect(said()).not.toContain("Please call us.");
    expect(said("Please call us.")).toContain("Please call us.");
  });
});

describe("what flows report", () => {
  it("is understood by the function, word for word", () => {
    const flows = [outboundFlow(parts), inboundFlow(parts), waitingFlow(clinicWords)];
    const reports = flows.flatMap(parametersIn);
    expect(reports.length).toBeGreaterThan(14);
    for (const [step, Parameters] of reports) {
      const ContactData = { ContactId: "c-1", InitiationMethod: "API", Attributes: placed() };
      const parsed = parseConnectFlowEvent({ Details: { ContactData, Parameters } });
      const heard = parsed.ok ? parsed.value.heard : undefined;
      const [, pressed] = /^key-(.+)$/.exec(step) ?? [];
      const expected =
        pressed !== undefined
          ? { is: "key", key: { star: "*", hash: "#" }[pressed] ?? pressed }
          : { "report-machine": { is: "machine" }, "report-silence": { is: "nothing" } }[step];
      expect(heard).toEqual(expected ?? { is: "key", key: "0" });
    }
  });
});

describe("a task that raise-task begins", () => {
  it("names its queue and priority as its flow reads them", () => {
    const queues = Object.fromEntries(taskQueueNames.map((name) => [name, `arn:queue/${name}`]));
    const { Attributes } = buildTask(
      { instanceId: "i-1", taskFlowId: "f-2" },
      {
        organization: "oak",
        patient: "p1",
        task: {
          id: "t-1",
          reason: "reply-T1",
          queue: "nurse",
          priority: "stat",
          deadline: 0,
          raised: 0,
          openedAt: 0,
          raiseAt: 0,
          holds: true,
        },
        language: "en",
        needs: {},
      },
    );
    const [task] = everyCall(taskFlow(queues as Record<TaskQueueName, string>), {
      attributes: Attributes ?? {},
    });
    expect(task).toMatchObject({ end: "queued", queue: "arn:queue/nurse", priority: "1" });
  });
});
