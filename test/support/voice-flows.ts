import { join } from "node:path";
import { loadNotices } from "#adapters/files/notice-files";
import { flowWords } from "#infra/voice/flow-words";
import type { CallFlowParts } from "#infra/voice/outbound-flow";
import { root } from "./repository.ts";

export const clinic = { name: "Oak Clinic", phone: "+18005550100" };

/** How the clinic's number is spoken. */
export const spokenPhone = "800-555-0100";

/** The shipped notices, as the flows say them for the clinic. */
export const clinicWords = flowWords(clinic, loadNotices(join(root, "campaigns/notices")));

export const parts: CallFlowParts = {
  words: clinicWords,
  agents: { callersQueue: "arn:queue/callers", waitingFlow: "arn:flow/waiting" },
  functionArn: "arn:function/receive-call",
};
