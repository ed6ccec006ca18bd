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

export type VariableName = keyof typeof variables;

export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

export const variableNames: readonly VariableName[] = Object.keys(variables) as VariableName[];

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variables, name);
}

/** A US or Canadian E.164 number as people write it, `800-555-0100`; others stay as they are. */
export function phoneWords(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : e164;
}
