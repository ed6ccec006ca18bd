/** Every function, by its folder under `functions/`. */
export const functionNames = [
  "import-patients",
  "import-opt-outs",
  "select-patients",
  "enroll-patient",
  "release-due",
  "send-sms",
  "send-email",
  "place-call",
  "advance",
  "receive-sms",
  "receive-call",
  "receive-email",
  "receive-receipt",
  "mirror-opt-outs",
  "publish-ledger",
  "raise-task",
  "halt-channel",
] as const;
export type FunctionName = (typeof functionNames)[number];
