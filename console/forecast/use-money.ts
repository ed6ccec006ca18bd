import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** An amount as the screen's language writes it; what is less than a cent keeps its digits. */
export function useMoney(currency: string): (amount: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const style = { style: "currency", currency } as const;
    const usual = new Intl.NumberFormat(i18n.language, style);
    const small = new Intl.NumberFormat(i18n.language, { ...style, maximumSignificantDigits: 3 });
    return (amount) => (amount !== 0 && Math.abs(amount) < 1 ? small : usual).format(amount);
  }, [i18n.language, currency]);
}
