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
  "patient-page",
  "mirror-opt-outs",
  "publish-ledger",
  "raise-task",
  "staff-api",
  "halt-channel",
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Other compositions of a function, each in a bundle of its own, by their entries. */
export const variants = { "send-sms-pinpoint": "functions/send-sms/pinpoint.ts" } as const;
export type BundleName = FunctionName | keyof typeof variants;
