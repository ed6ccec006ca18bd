/**
 * The words for one key in one language, per channel. Variables are `{name}` and only those of
 * `message/variables.ts`. A channel that a step uses must be there: `check` refuses otherwise.
 */
export interface Message {
  readonly sms?: string;
  readonly email?: { readonly subject: string; readonly text: string };
  readonly voice?: string;
}
