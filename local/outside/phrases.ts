interface Phrases {
  readonly optOut: readonly string[];
  readonly help: readonly string[];
  readonly wrongNumber: readonly string[];
  readonly redFlag: readonly string[];
  readonly freeText: readonly string[];
}

/** What simulated patients write when they do not send a digit, by language. */
export const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    optOut: ["STOP", "stop", "Stop texting me please", "unsubscribe", "Quit"],
    help: ["HELP", "help", "info"],
    wrongNumber: ["wrong number", "You have the wrong person"],
    redFlag: [
      "my chest hurts and I can't breathe",
      "chest pain since this morning",
      "I don't want to live anymore",
    ],
    freeText: [
      "can somebody call me after 5",
      "I have no ride this week",
      "ok",
      "the new pills make me dizzy",
      "asdf",
    ],
  },
  es: {
    optOut: ["ALTO", "no mas", "STOP", "Baja"],
    help: ["AYUDA", "ayuda"],
    wrongNumber: ["numero equivocado"],
    redFlag: ["me duele mucho el pecho", "no puedo respirar"],
    freeText: ["me pueden llamar por la tarde", "no tengo quien me lleve", "gracias"],
  },
};
