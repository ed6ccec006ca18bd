/**
 * Words that say more than a channel may carry. Content tiers (privacy rules, after 45 CFR
 * 164.502(b), 164.510(b) and 164.522): a voicemail may give a name and a number, nothing else
 * (L0); texts, mail and calls may name a category such as "a refill" or "a screening" (L1); the
 * test, the drug and the diagnosis (L2) belong behind a login or with a person.
 *
 * Words are lower case without accents; `*` stands for any ending. A small list of our own: it
 * catches slips, it does not replace the reader.
 */
export const specificWords: readonly string[] = [
  // medicines and their classes
  "statin*",
  "estatina*",
  "atorvastatin*",
  "rosuvastatin*",
  "simvastatin*",
  "pravastatin*",
  "lovastatin*",
  "lisinopril*",
  "losartan*",
  "metformin*",
  "insulin*",
  "ozempic",
  "lipitor",
  "warfarin*",
  "warfarina",
  "eliquis",
  "antidepress*",
  "antidepresiv*",
  "opioid*",
  "suboxone",
  "methadone",
  "birth control",
  "anticonceptiv*",
  "blood thinner*",
  "anticoagulant*",
  // tests and examinations
  "a1c",
  "hba1c",
  "hemoglobin*",
  "hemoglobina*",
  "blood sugar",
  "azucar en la sangre",
  "glucose",
  "glucosa",
  "inr",
  "mammogram*",
  "mammograph*",
  "mamograf*",
  "mamografia*",
  "breast*",
  "seno",
  "senos",
  "pap",
  "papanicola*",
  "colonoscop*",
  "stool",
  "fit kit",
  "hiv",
  "vih",
  "biops*",
  // conditions
  "cholesterol",
  "colesterol",
  "diabet*",
  "cancer*",
  "tumor*",
  "hypertension",
  "hipertension",
  "blood pressure",
  "presion arterial",
  "kidney*",
  "rinon*",
  "renal",
  "depress*",
  "depresion",
  "pregnan*",
  "embaraz*",
  "std",
  "sti",
  "addiction",
  "adiccion",
];

/** Categories: fine in a text, too much on a machine that anyone may play. */
export const categoryWords: readonly string[] = [
  "refill*",
  "medicine*",
  "medication*",
  "prescription*",
  "pharmac*",
  "lab",
  "labs",
  "test",
  "tests",
  "result*",
  "screening*",
  "overdue",
  "surtir",
  "resurtir",
  "medicina*",
  "medicamento*",
  "receta*",
  "farmacia*",
  "laboratorio*",
  "prueba*",
  "examen*",
  "resultado*",
  "deteccion",
  "chequeo*",
];

/** The listed words that the text contains. */
export function wordsFound(text: string, listed: readonly string[]): readonly string[] {
  const plain = ` ${withoutAccents(text).replace(/[^a-z0-9]+/g, " ")} `;
  return listed
    .filter((word) =>
      word.endsWith("*") ? plain.includes(` ${word.slice(0, -1)}`) : plain.includes(` ${word} `),
    )
    .map((word) => word.replace("*", ""));
}

export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase();
}
