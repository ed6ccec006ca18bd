/** A product as RxNorm codes it. */
type Product = readonly [code: string, display: string];

/** A medicine that somebody fills again and again. */
export interface Course {
  readonly name: "statin" | "ras" | "diabetes" | "warfarin";
  readonly products: readonly Product[];
  /** How far back the fills go. Days; how it ends tells who drifts. */
  readonly historyDays: number;
}

/** RxNorm clinical drugs most often filled. */
export const statin: Course = {
  name: "statin",
  historyDays: 360,
  products: [
    ["617312", "atorvastatin 10 MG Oral Tablet"],
    ["617310", "atorvastatin 20 MG Oral Tablet"],
    ["617311", "atorvastatin 40 MG Oral Tablet"],
    ["259255", "atorvastatin 80 MG Oral Tablet"],
    ["859747", "rosuvastatin 10 MG Oral Tablet"],
    ["859751", "rosuvastatin 20 MG Oral Tablet"],
    ["312961", "simvastatin 20 MG Oral Tablet"],
    ["198211", "simvastatin 40 MG Oral Tablet"],
    ["904475", "pravastatin 40 MG Oral Tablet"],
  ],
};

export const rasAntagonist: Course = {
  name: "ras",
  historyDays: 150,
  products: [
    ["314076", "lisinopril 10 MG Oral Tablet"],
    ["314077", "lisinopril 20 MG Oral Tablet"],
    ["197884", "lisinopril 40 MG Oral Tablet"],
    ["197886", "hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet"],
    ["979492", "losartan potassium 50 MG Oral Tablet"],
    ["979480", "losartan potassium 100 MG Oral Tablet"],
    ["349201", "valsartan 160 MG Oral Tablet"],
    ["349405", "olmesartan medoxomil 40 MG Oral Tablet"],
  ],
};

export const diabetesMedicine: Course = {
  name: "diabetes",
  historyDays: 150,
  products: [
    ["861007", "metformin hydrochloride 500 MG Oral Tablet"],
    ["861004", "metformin hydrochloride 1000 MG Oral Tablet"],
    ["860975", "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet"],
    ["310490", "glipizide 5 MG Oral Tablet"],
    ["199246", "glimepiride 2 MG Oral Tablet"],
    ["665033", "sitagliptin 100 MG Oral Tablet"],
    ["1545658", "empagliflozin 10 MG Oral Tablet"],
  ],
};

export const warfarin: Course = {
  name: "warfarin",
  historyDays: 100,
  products: [
    ["855302", "warfarin sodium 2 MG Oral Tablet"],
    ["855318", "warfarin sodium 3 MG Oral Tablet"],
    ["855332", "warfarin sodium 5 MG Oral Tablet"],
  ],
};
