import type { Environment } from "#infra/environments";

/** Whether anybody whose data is imported may be contacted, and not only those who test. */
export function contactsPatients({ recipients }: Environment): boolean {
  return recipients === "everyone";
}

/** The stack on a laptop: its providers are played, so that nothing it names has to be there. */
export function isLaptop({ name }: Environment): boolean {
  return name === "local";
}
