import type { Observation } from "fhir/r4";
import type { Day } from "#domain/time";
import type { Draw } from "./draw.ts";
import type { Person } from "./person.ts";
import { resultOf, type Test } from "./result.ts";

const a1c: Test = {
  name: "a1c",
  loinc: "4548-4",
  display: "Hemoglobin A1c/Hemoglobin.total in Blood",
  unit: "%",
};

const egfr: Test = {
  name: "egfr",
  loinc: "98979-8",
  display: "Glomerular filtration rate by CKD-EPI 2021",
  unit: "mL/min/{1.73_m2}",
};

const uacr: Test = {
  name: "uacr",
  loinc: "9318-7",
  display: "Albumin/Creatinine [Mass Ratio] in Urine",
  unit: "mg/g",
};

const inr: Test = {
  name: "inr",
  loinc: "6301-6",
  display: "INR in Platelet poor plasma by Coagulation assay",
  unit: "{INR}",
};

/** Results about every four months; the last one may be long ago, or none at all. */
export function a1cOf(person: Person, anchor: Day): readonly Observation[] {
  const { draw } = person;
  if (draw.is("never tested", 0.06)) return [];
  const usual = 6.2 + draw.of("a1c") * 3.6;
  const last = anchor - draw.between("a1c last", 5, draw.is("overdue", 0.45) ? 420 : 185);
  return Array.from({ length: draw.between("a1c count", 1, 4) }, (_, index) => {
    const on = last - index * draw.between(`a1c gap ${index}`, 85, 160);
    const value = tenths(usual + draw.of(`a1c ${index}`) * 0.8 - 0.4);
    const hour = draw.between(`hour ${index}`, 12, 23);
    return resultOf(person, a1c, { on, hour, number: index + 1 }, value);
  });
}

/** A filtration rate about once a year, the urine test less often: many never had one. */
export function kidneyOf(person: Person, anchor: Day): readonly Observation[] {
  const { draw } = person;
  const rate = draw.is("egfr never", 0.05)
    ? []
    : [resultOf(person, egfr, onceOf(draw, "egfr", anchor), draw.between("egfr", 38, 108))];
  const isLeaking = draw.is("uacr raised", 0.25);
  const ratio = isLeaking ? draw.between("uacr", 30, 320) : draw.between("uacr", 3, 28);
  return draw.is("uacr never", 0.2)
    ? rate
    : [...rate, resultOf(person, uacr, onceOf(draw, "uacr", anchor), ratio)];
}

function onceOf(draw: Draw, name: string, anchor: Day) {
  const ago = draw.between(`${name} ago`, 8, draw.is(`${name} overdue`, 0.35) ? 650 : 340);
  return { on: anchor - ago, hour: draw.between(`${name} hour`, 12, 23), number: 1 };
}

/** Every one to five weeks, by the value before; the last may be overdue. */
export function inrOf(person: Person, anchor: Day): readonly Observation[] {
  const { draw } = person;
  if (draw.is("inr never", 0.05)) return [];
  let on = anchor - draw.between("inr ago", 1, draw.is("inr overdue", 0.4) ? 60 : 27);
  return Array.from({ length: draw.between("inr count", 3, 5) }, (_, index) => {
    const hour = draw.between(`inr hour ${index}`, 12, 23);
    const result = resultOf(person, inr, { on, hour, number: index + 1 }, inrValue(draw, index));
    on -= draw.between(`inr gap ${index}`, 7, 35);
    return result;
  });
}

function inrValue(draw: Draw, index: number): number {
  const spread = draw.of(`inr ${index}`);
  if (draw.is(`inr in range ${index}`, 0.72)) return tenths(2 + spread);
  return tenths(draw.is(`inr low ${index}`, 0.5) ? 1.3 + spread * 0.6 : 3.6 + spread);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
