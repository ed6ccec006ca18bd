import type { Tier } from "../reply/understanding.ts";
import type { SymptomEntry } from "./entry.ts";
import { type Found, foundIn } from "./found.ts";
import type { Word } from "./normalise.ts";

/**
 * Numbers with a name or a unit, read as vital signs. A number alone is never one: a lone digit is
 * the answer to a menu. Ranges that no living person shows are taken for something else.
 */
export function vitals(words: readonly Word[]): readonly Found<SymptomEntry>[] {
  const texts = words.map((word) => word.text);
  const found: Found<SymptomEntry>[] = [];
  for (const [at, text] of texts.entries()) {
    if (isNumber(text)) {
      const sign =
        bloodPressure(words, at) ?? named(texts, at, words) ?? weightGain(texts, at, words);
      if (sign !== undefined) {
        found.push(sign);
      }
    }
  }
  return found;
}

function isNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function sign(name: string, tier: Tier, start: number, end: number): Found<SymptomEntry> {
  const entry = {
    kind: "symptom",
    id: `${tier}/${name}`,
    tier,
    language: "en",
    title: "A number read as a vital sign",
    source: "Ranges as written beside each reading",
    phrases: [],
  } as const;
  return foundIn(entry, [{ start, end }]);
}

/** "185/120", "185 over 120". Crisis range of the AHA: 180 or 120 and above. mmHg. */
function bloodPressure(words: readonly Word[], at: number): Found<SymptomEntry> | undefined {
  const next = words[at + 1];
  const isPair = next?.before === "/";
  const isSpoken = next?.text === "over" || next?.text === "sobre";
  if (!isPair && !isSpoken) {
    return undefined;
  }
  const end = isPair ? at + 2 : at + 3;
  const systolic = Number(words[at]?.text);
  const diastolic = Number(words[end - 1]?.text);
  const isPressure = systolic >= 60 && systolic <= 260 && diastolic >= 30 && diastolic <= 160;
  if (!isPressure || words[end]?.before === "/") {
    return undefined;
  }
  if (systolic >= 180 || diastolic >= 120) {
    return sign("blood-pressure", "T2", at, end);
  }
  return systolic < 80 ? sign("blood-pressure-low", "T2", at, end) : undefined;
}

type Reading = (value: number, unit: string) => { name: string; tier: Tier } | undefined;

const readings: readonly { readonly words: ReadonlySet<string>; readonly read: Reading }[] = [
  {
    words: new Set(
      "sugar sugars glucose bg bs cgm meter glucometer dexcom libre fingerstick azucar glucosa glucometro".split(
        " ",
      ),
    ),
    read: glucose,
  },
  {
    words: new Set("temp temperature fever fiebre temperatura calentura febrile".split(" ")),
    read: temperature,
  },
  {
    words: new Set(
      "oxygen o2 spo2 sp02 o2sat sat sats saturation oximeter ox oxigeno saturacion oxigenacion".split(
        " ",
      ),
    ),
    read: oxygen,
  },
  { words: new Set("pulse hr bpm heartrate pulso heart".split(" ")), read: pulse },
  { words: new Set("bp pressure systolic presion".split(" ")), read: systolicAlone },
];

/** After the number, these say that it counts something else. */
const otherUnits: ReadonlySet<string> = new Set(
  `am pm mg mcg pill pills tablet tablets unit units day days hour hours hrs hr min mins minutes week
   weeks month months year years yrs times points liter liters l lpm carbs grams g pounds lbs lb
   dollars th st nd rd percentile unidades pastillas dias horas semanas anos veces litros pesos
   ml oz cup cups`
    .split(/\s+/)
    .filter((unit) => unit !== ""),
);

/** How far from its name a number may stand. Words. */
const reach = 5;

function named(
  texts: readonly string[],
  at: number,
  words: readonly Word[],
): Found<SymptomEntry> | undefined {
  const value = Number(texts[at]);
  const after = words[at + 1];
  const unit = after?.sentence === words[at]?.sentence ? (texts[at + 1] ?? "") : "";
  const isTime = words[at]?.before === ":" && isNumber(texts[at - 1] ?? "");
  const isOther = otherUnits.has(unit) || after?.before === ":" || after?.before === "/" || isTime;
  if (isOther || texts[at - 1] === "by") {
    return undefined;
  }
  for (let distance = 1; distance <= reach; distance += 1) {
    for (const place of [at - distance, at + distance]) {
      if (words[place]?.sentence === words[at]?.sentence) {
        const name = texts[place] ?? "";
        const reading = readings.find((candidate) => candidate.words.has(name));
        const is = reading?.read(value, unit);
        if (is !== undefined) {
          return sign(is.name, is.tier, Math.min(place, at), Math.max(place, at) + 1);
        }
      }
    }
  }
  return undefined;
}

/** ADA levels: below 54 mg/dL is clinically significant, below 70 low. `mmol` is converted. */
function glucose(value: number, unit: string) {
  const level = unit.startsWith("mmol") ? value * 18 : value;
  if (level < 20 || level > 1500) {
    return undefined;
  }
  if (level < 54) {
    return { name: "glucose-low", tier: "T1" as const };
  }
  if (level < 70) {
    return { name: "glucose-lowish", tier: "T2" as const };
  }
  return level > 300
    ? { name: "glucose-high", tier: "T2" as const }
    : level > 240
      ? { name: "glucose-raised", tier: "T3" as const }
      : undefined;
}

/** Up to 43 is read as °C, what is more as °F. */
function temperature(value: number) {
  const fahrenheit = value <= 43 ? value * 1.8 + 32 : value;
  if (fahrenheit > 110) {
    return undefined;
  }
  if (fahrenheit >= 103) {
    return { name: "fever-high", tier: "T2" as const };
  }
  return fahrenheit >= 100.4 ? { name: "fever", tier: "T3" as const } : undefined;
}

/** Per cent. Below 90 is T1; 90 and 91 are looked at the same day. */
function oxygen(value: number) {
  if (value < 50) {
    return undefined;
  }
  return value < 90
    ? { name: "oxygen-low", tier: "T1" as const }
    : value < 92
      ? { name: "oxygen-lowish", tier: "T2" as const }
      : undefined;
}

/** Beats a minute, at rest. */
function pulse(value: number) {
  const isPulse = value >= 25 && value <= 250;
  return isPulse && (value > 120 || value < 40)
    ? { name: "pulse", tier: "T2" as const }
    : undefined;
}

function systolicAlone(value: number) {
  return value >= 180 && value <= 260 ? { name: "blood-pressure", tier: "T2" as const } : undefined;
}

const poundWords: ReadonlySet<string> = new Set([
  "lb",
  "lbs",
  "pound",
  "pounds",
  "libras",
  "libra",
]);
const kiloWords: ReadonlySet<string> = new Set(["kg", "kgs", "kilo", "kilos"]);
const gainWords: ReadonlySet<string> = new Set(
  "gain gained gaining gains up heavier subi subio aumente aumento engorde plus".split(" "),
);
const dayWords: ReadonlySet<string> = new Set(
  "day days overnight 24 yesterday dia dias ayer today hoy".split(" "),
);
const weekWords: ReadonlySet<string> = new Set("week weeks semana semanas".split(" "));

/** Heart failure (AHA): more than 2–3 lb in a day or 5 lb in a week. */
function weightGain(
  texts: readonly string[],
  at: number,
  words: readonly Word[],
): Found<SymptomEntry> | undefined {
  const unit = texts[at + 1] ?? "";
  const perUnit = poundWords.has(unit) ? 1 : kiloWords.has(unit) ? 2.2 : 0;
  const pounds = Number(texts[at]) * perUnit;
  const from = Math.max(0, at - reach);
  const around = texts
    .slice(from, at + reach + 3)
    .filter((_, index) => words[from + index]?.sentence === words[at]?.sentence);
  const speaksOf = (names: ReadonlySet<string>) => around.some((word) => names.has(word));
  const isSudden = (speaksOf(dayWords) && pounds > 2) || (speaksOf(weekWords) && pounds >= 5);
  return isSudden && pounds <= 60 && speaksOf(gainWords)
    ? sign("weight-gain", "T2", at, at + 2)
    : undefined;
}
