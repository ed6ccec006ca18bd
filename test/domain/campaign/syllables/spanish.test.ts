import { describe, expect, it } from "vitest";
import { spanishSyllables } from "#domain/campaign/syllables/spanish";

const known: Readonly<Record<string, readonly string[]>> = {
  "single vowels": ["cita 2", "salud 2", "tarjeta 3", "mensaje 3", "medicina 4", "oprima 3"],
  "a weak vowel beside another": [
    "bueno 2",
    "cuesta 2",
    "agua 2",
    "ciudad 2",
    "cuidado 3",
    "treinta 2",
    "siguiente 3",
    "aceite 3",
    "deuda 2",
    "viaje 2",
    "averiguar 4",
    "huir 1",
    "quiere 2",
    "quien 1",
    "guitarra 3",
    "vergüenza 3",
  ],
  "an accent that makes no hiatus": [
    "también 2",
    "después 2",
    "adiós 2",
    "comunicación 5",
    "presión 2",
    "riñones 3",
  ],
  "an accent that parts two vowels": [
    "día 2",
    "país 2",
    "aún 2",
    "guía 2",
    "oír 2",
    "reír 2",
    "envíe 3",
    "continúe 4",
    "bahía 3",
    "farmacología 6",
    "había 3",
  ],
  "two strong vowels": [
    "leer 2",
    "línea 3",
    "video 3",
    "poeta 3",
    "traer 2",
    "aeropuerto 5",
    "laboratorio 5",
  ],
  "an h between vowels": ["ahora 3", "alcohol 3", "ahí 2", "búho 2", "vehículo 4", "cohete 3"],
  "y at the end and before a vowel": [
    "muy 1",
    "hoy 1",
    "rey 1",
    "y 1",
    "ya 1",
    "ayuda 3",
    "playa 2",
  ],
};

describe("the syllables of a Spanish word", () => {
  it.each(Object.entries(known))("with %s", (_, words) => {
    const counted = words.map((pair) => {
      const [word = ""] = pair.split(" ");
      return `${word} ${spanishSyllables(word)}`;
    });
    expect(counted).toEqual(words);
  });

  it("are counted alike however the accent is stored", () => {
    expect(spanishSyllables("envíe".normalize("NFD"))).toBe(3);
  });
});
