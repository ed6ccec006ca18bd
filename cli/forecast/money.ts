/** `$1,234.50`; in other currencies `1,234.50 CAD`. */
export function money(amount: number, currency: string): string {
  const shown = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Math.abs(amount));
  const sign = amount < 0 ? "-" : "";
  return currency === "USD" ? `${sign}$${shown}` : `${sign}${shown} ${currency}`;
}
