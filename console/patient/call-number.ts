/**
 * Under which a call of now is found again where the clinic keeps no numbers of calls: its moment
 * in UTC, `call-20261126-140305`.
 */
export function callNumber(at: Date): string {
  const [date = "", time = ""] = at.toISOString().split("T");
  return `call-${date.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}`;
}
