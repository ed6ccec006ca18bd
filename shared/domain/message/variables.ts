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

/** What only a campaign's text or mail may carry besides: there is a question that can be answered there. */
export const pageVariables = {
  /** The page on which the message can be answered: the organization's own name, and a token. */
  page: { example: "https://care.oak.example/a/7hQ2mKp9xT4vB8nR3wZ6eA", lengthMax: 64 },
} as const satisfies Readonly<Record<string, { example: string; lengthMax: number }>>;

/** A page's address where no message is sent: its length and its look. */
export const pageExample = pageVariables.page.example;

/** What a direct answer to a patient may carry besides: they know what they just said. */
export const noticeVariables = {
  /** The kind of care that a STOP was said to, as patients call it. */
  program: { example: "screening", lengthMax: 12 },
  /** The day by which a person calls. */
  by: { example: "Tue Dec 1", lengthMax: 10 },
} as const satisfies Readonly<Record<string, { example: string; lengthMax: number }>>;

export type VariableName =
  | keyof typeof variables
  | keyof typeof pageVariables
  | keyof typeof noticeVariables;

export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

const everywhere = Object.keys(variables) as VariableName[];

/** Those of a campaign's message. */
export const variableNames: readonly VariableName[] = [
  ...everywhere,
  ...(Object.keys(pageVariables) as VariableName[]),
];

/** Those of a direct answer. */
export const noticeVariableNames: readonly VariableName[] = [
  ...everywhere,
  ...(Object.keys(noticeVariables) as VariableName[]),
];

/** Every name that there is. */
export const allVariableNames: readonly VariableName[] = [
  ...new Set([...variableNames, ...noticeVariableNames]),
];

/** Whether some message may carry it. */
export function isVariable(name: string): name is VariableName {
  return allVariableNames.some((one) => one === name);
}

export function boundsOf(name: VariableName): { example: string; lengthMax: number } {
  return { ...variables, ...pageVariables, ...noticeVariables }[name];
}
