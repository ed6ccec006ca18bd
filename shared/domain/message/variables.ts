/**
 * The words a message may carry besides its own text. Few on purpose: whatever is named here can
 * end up on a lock screen, so there is no drug, no test, no date and no family name.
 */
export const variables = {
  /** `Organization.name`, as patients know it. */
  clinic: { example: "Oak Clinic", lengthMax: 24 },
  /** `Organization.phone`, as people write it: `phoneWords`. */
  phone: { example: "800-555-0100", lengthMax: 16 },
  /** The patient's given name. Says that someone of that name is a patient: not for a first text. */
  given: { example: "Maria", lengthMax: 20 },
  /** `Organization.postalAddress`, which mail must carry (16 CFR 316.5). */
  address: { example: "12 Oak Street, Springfield, IL 62701", lengthMax: 120 },
  /** Where one click ends the mail (RFC 8058); opaque, names nobody. */
  unsubscribe: { example: "https://oak.example/u/7hQ2mKp9", lengthMax: 200 },
} as const satisfies Readonly<Record<string, { example: string; lengthMax: number }>>;

/** What a direct answer to a patient may carry besides: they know what they just said. */
export const noticeVariables = {
  /** The kind of care that a STOP was said to, as patients call it. */
  program: { example: "screening", lengthMax: 12 },
  /** The day by which a person calls. */
  by: { example: "Tue Dec 1", lengthMax: 10 },
} as const satisfies Readonly<Record<string, { example: string; lengthMax: number }>>;

export type VariableName = keyof typeof variables | keyof typeof noticeVariables;

export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

/** Those of every message. */
export const variableNames: readonly VariableName[] = Object.keys(variables) as VariableName[];

/** Those of a direct answer. */
export const noticeVariableNames: readonly VariableName[] = [
  ...variableNames,
  ...(Object.keys(noticeVariables) as VariableName[]),
];

/** Whether some message may carry it. */
export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variables, name) || Object.hasOwn(noticeVariables, name);
}

export function boundsOf(name: VariableName): { example: string; lengthMax: number } {
  return { ...variables, ...noticeVariables }[name];
}

/** A US or Canadian E.164 number as people write it, `800-555-0100`; others stay as they are. */
export function phoneWords(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : e164;
}
