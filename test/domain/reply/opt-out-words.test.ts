import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "#domain/reply/understand";

const optOuts = [
  "stop",
  "quit messaging",
  "no more messages",
  "delete my number from your system please",
  "please take my name off of whatever this is",
  "how do i get off this list",
  "would you please stop with the messages",
  "id rather not get these",
  "i dont want to be part of this anymore",
  "opt me out",
  "cancel all texts",
  "stop harassing me",
  "fuck off",
  "i asked you to quit texting me",
  "blocked",
  "no quiero recibir mensajes",
  "borren mi numero",
  "dejenme en paz",
  "stop it",
  "do not send any more of these",
  "STOP sending me these",
  "remove",
  "turn off these messages",
  "please unenroll me",
  "stop contacting me please and thank you",
  "dont bother me",
  "i dont like getting these",
  "stop pls",
  "cancel my subscription",
  "mute",
  "who told you you could text me stop",
  "forget my number",
  "ugh stop",
  "nope stop",
  "may i please be removed from these",
  "stop all communication with me",
  "i take back my consent",
  "paren de mandarme textos",
  "no deseo recibir mas mensajes",
  "como dejo de recibir estos mensajes",
  "dejame en paz",
  "stop no quiero mensajes",
  "🛑 stop",
  "please stop texting this phone",
  "unsubscribe my number",
  "not interested stop texting",
  "please quit sending me these",
  "lose my number please",
  "i dont want to receive anything from you",
  "no me manden mas textos",
  "no me contacten",
  "dejen de escribirme",
  "we dont want these texts",
];

const ordinary = [
  "ok thanks",
  "can you cancel the refill",
  "i cant stop coughing",
  "bus stop near clinic?",
  "when do i get my stitches removed",
  "my pharmacy stopped carrying it",
  "not interested in surgery",
  "please dont take me off the list",
  "my number changed",
  "my job ended",
  "how do i stop the side effects",
  "no necesito nada gracias",
  "para el lunes esta bien",
  "no recibi el mensaje",
  "i have a cold and a cough",
  "can you help with my stroke rehab appointment",
  "i take it every night before bed",
  "kind of tired lately",
  "stop by the pharmacy tomorrow?",
  "can i stop them now?",
  "told me to stop it",
  "take it off my bill",
  "the end of the bottle",
  "cancel my order",
  "i lost my pills",
  "text is better than calls",
  "i dont want surgery",
  "i have had enough pills for a month",
  "want to quit smoking",
  "when will the side effects stop",
  "text my daughter instead",
  "sorry i missed your call",
  "i dont remember",
  "i dont like how it makes me feel",
  "quiero cambiar mi cita",
  "para cuando es la cita",
  "knee surgery next week",
  "my feet swell sometimes",
  "thanks for the reminder",
  "i stopped smoking",
  "please remove my old address",
  "text me tomorrow",
  "the doctor took me off lisinopril",
  "is it ok to quit cold turkey",
  "dont need a reminder about insulin i use a pump",
  "el doctor me quito la pastilla",
  "my text messages arent working",
  "i did not mean to unsubscribe",
];

describe("a patient asks in their own words not to be contacted", () => {
  it.each(optOuts)("%s", (text) => {
    expect(understand(text).optOut).toBe(true);
  });

  it("and politeness, capitals and signs change nothing", () => {
    const written = fc.record({
      text: fc.constantFrom(...optOuts),
      upper: fc.boolean(),
      ending: fc.constantFrom("", "!!!", " 😡", ".", " please", ", thanks"),
      opening: fc.constantFrom("", "please ", "hi, "),
    });
    fc.assert(
      fc.property(written, ({ text, upper, ending, opening }) => {
        const said = `${opening}${upper ? text.toUpperCase() : text}${ending}`;
        expect(understand(said).optOut).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a patient writes of something else", () => {
  it.each(ordinary)("%s", (text) => {
    expect(understand(text).optOut).toBe(false);
  });
});
