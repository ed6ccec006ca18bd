/**
 * Whom a deployment may contact at all: everyone, or only those at these phone numbers (E.164) and
 * mail addresses. A stage that is not production holds copies of patients, and must reach none.
 */
export type Recipients = "everyone" | { readonly only: readonly string[] };

/** Whether this phone number or mail address may be contacted from here; mail in any case. */
export function mayReceive(recipients: Recipients, address: string): boolean {
  if (recipients === "everyone") return true;
  const wanted = address.toLowerCase();
  return recipients.only.some((allowed) => allowed.toLowerCase() === wanted);
}
