const grouped = new Intl.NumberFormat("en-US");

/** `12345` as `12,345`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A share as whole percent; under half a percent but not none is `<1 %`. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  const value = (part / whole) * 100;
  return part > 0 && value < 0.5 ? "<1 %" : `${Math.round(value)} %`;
}

/** `1 text`, `2 texts`, `0 texts`. */
export function several(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `840 ms`, `12.3 s`, `2 min 5 s`. */
export function elapsed(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
