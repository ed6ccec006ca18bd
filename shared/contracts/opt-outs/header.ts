import { parse } from "csv-parse/sync";
import { type OptOutFault, optOutFault } from "./fault.ts";

/** What the header of a list of opt-outs says of its rows. */
export interface OptOutHeader {
  readonly delimiter: Delimiter;
  /** How many fields a row may have. */
  readonly width: number;
  /** Where each field stands, from 0; a list may have one column for phones and one for mail. */
  readonly addresses: readonly number[];
  readonly patient?: number;
  readonly channel?: number;
  readonly purpose?: number;
  readonly when?: number;
  readonly source?: number;
}

export type Delimiter = "," | ";" | "\t";

const delimiters: readonly Delimiter[] = [",", ";", "\t"];

type Column = "address" | "patient" | "channel" | "purpose" | "when" | "source";

/** What a column is called, in English or Spanish, without accents, spaces and case. */
const columnOf: Readonly<Record<string, Column>> = {
  address: "address",
  phone: "address",
  phonenumber: "address",
  mobile: "address",
  email: "address",
  telefono: "address",
  celular: "address",
  movil: "address",
  correo: "address",
  correoelectronico: "address",
  patient: "patient",
  patientid: "patient",
  paciente: "patient",
  channel: "channel",
  canal: "channel",
  purpose: "purpose",
  proposito: "purpose",
  when: "when",
  date: "when",
  fecha: "when",
  source: "source",
  fuente: "source",
};

/**
 * Reads the first line of a list. Its delimiter is the one that finds the most columns which we
 * know; columns that mean nothing to us are passed over.
 */
export function readOptOutHeader(
  line: string,
):
  | { readonly ok: true; readonly value: OptOutHeader }
  | { readonly ok: false; readonly fault: OptOutFault } {
  const readings = delimiters.map((delimiter) => ({
    delimiter,
    columns: columnsIn(line, delimiter),
  }));
  const known = ({ columns }: { readonly columns: readonly (Column | undefined)[] }) =>
    columns.filter((column) => column !== undefined).length;
  const [best] = readings.toSorted((a, b) => known(b) - known(a));
  if (!best?.columns.some((column) => column === "address" || column === "patient")) {
    return { ok: false, fault: optOutFault("opt-outs/no-header") };
  }
  const { delimiter, columns } = best;
  const named = columns.filter((column) => column !== undefined && column !== "address");
  if (new Set(named).size < named.length) {
    return { ok: false, fault: optOutFault("opt-outs/column-twice") };
  }
  const places = Object.fromEntries(
    columns.flatMap((column, place) =>
      column === undefined || column === "address" ? [] : [[column, place]],
    ),
  );
  const addresses = columns.flatMap((column, place) => (column === "address" ? [place] : []));
  return { ok: true, value: { delimiter, width: columns.length, addresses, ...places } };
}

/** The fields that a row is read by, from 0. */
export function readFields(header: OptOutHeader): readonly number[] {
  const { addresses, patient, channel, purpose, when, source } = header;
  const single = [patient, channel, purpose, when, source];
  return [...addresses, ...single.filter((place) => place !== undefined)];
}

function columnsIn(line: string, delimiter: Delimiter): readonly (Column | undefined)[] {
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true } as const;
  try {
    const [names = []] = parse(line, options);
    return names.map((name) => columnOf[plain(name)]);
  } catch {
    return [];
  }
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}
