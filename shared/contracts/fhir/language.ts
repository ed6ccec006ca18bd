import { firstCode } from "./codes.ts";
import type { PatientResource } from "./patient.ts";

/** ISO 639-2 codes that US systems send in place of BCP-47's two letters. */
const twoLetters: Readonly<Record<string, string>> = {
  eng: "en",
  spa: "es",
  chi: "zh",
  zho: "zh",
  vie: "vi",
  kor: "ko",
  tgl: "tl",
  rus: "ru",
  ara: "ar",
  fre: "fr",
  fra: "fr",
  hat: "ht",
  por: "pt",
  hin: "hi",
  pol: "pl",
};

/** The primary language (BCP-47 without region) the patient prefers; `undefined` when not said. */
export function languageOf(resource: PatientResource): string | undefined {
  const stated = resource.communication ?? [];
  const chosen = stated.find((one) => one.preferred === true) ?? stated[0];
  const primary = firstCode(chosen?.language)?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  if (!/^[a-z]{2,3}$/.test(primary)) return undefined;
  return twoLetters[primary] ?? primary;
}
