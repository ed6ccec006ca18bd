/** Whole years from a birth date, `YYYY-MM-DD`, to a moment in milliseconds; as of its day in UTC. */
export function ageOn(birthDate: string, at: number): number {
  const today = new Date(at).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
