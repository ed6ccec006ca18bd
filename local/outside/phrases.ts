interface Phrases {
  readonly optOut: readonly string[];
  readonly help: readonly string[];
  readonly wrongNumber: readonly string[];
  readonly redFlag: readonly string[];
  readonly freeText: readonly string[];
}

/**
 * What simulated patients write when they do not send a digit, by language. Each list holds what
 * it says: the test reads every sentence and checks that it is understood so.
 */
export const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    optOut: [
      "STOP",
      "stop",
      "Stop texting me please",
      "unsubscribe",
      "Quit",
      "take me off this list",
      "pls no more txts",
      "who is this? stop",
      "I changed doctors, don't contact me again",
      "leave me alone",
      "I asked you to quit texting me",
    ],
    help: ["HELP", "help", "info", "who is this?"],
    wrongNumber: [
      "wrong number",
      "You have the wrong person",
      "nobody here by that name",
      "sorry this isn't her number anymore",
    ],
    redFlag: [
      "my chest hurts and I can't breathe",
      "chest pain since this morning",
      "I don't want to live anymore",
      "my husband is slurring his words and one side of his face droops",
      "bleeding wont stop, I'm on warfarin",
      "sugar is 42 and I'm shaking",
      "took too many of my heart pills by mistake",
    ],
    freeText: [
      "can somebody call me after 5",
      "I have no ride this week",
      "ok",
      "the new pills make me dizzy",
      "asdf",
      "it costs too much",
      "I already picked it up",
      "should I stop taking it before surgery?",
      "in Spanish please",
      "no chest pain today, feeling good",
      "can I move my appointment to Thursday",
      "👍",
    ],
  },
  es: {
    optOut: [
      "ALTO",
      "no mas",
      "STOP",
      "Baja",
      "ya no me manden mensajes",
      "quítenme de la lista",
      "dejen de escribirme por favor",
    ],
    help: ["AYUDA", "ayuda", "¿quién es?"],
    wrongNumber: ["numero equivocado", "no conozco a esa persona"],
    redFlag: [
      "me duele mucho el pecho",
      "no puedo respirar",
      "a mi mamá se le torció la boca",
      "ya no quiero vivir",
    ],
    freeText: [
      "me pueden llamar por la tarde",
      "no tengo quien me lleve",
      "gracias",
      "está muy cara la pastilla",
      "ya la recogí",
      "la pastilla me da mareo",
      "para el lunes está bien",
    ],
  },
};
