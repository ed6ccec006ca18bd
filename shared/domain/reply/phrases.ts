import { medicine } from "../triage/lexicon/medicines.ts";
import { compile } from "../triage/match.ts";
import type { Entry } from "../triage/phrase.ts";
import { notOptOutEntries } from "./not-opt-out-phrases.ts";
import { optOutEntries } from "./opt-out-phrases.ts";
import { optOutSpanish } from "./opt-out-phrases-es.ts";
import { verb } from "./opt-out-words.ts";

/** What a phrase inside a longer message means. Written as `triage/phrase.ts` explains. */
export interface ReplyEntry extends Entry {
  readonly means:
    | "opt-out"
    /** Asks to stop without saying what: not one beside a medicine or a symptom. */
    | "bare-opt-out"
    /** Holds the words of an opt-out and is none. */
    | "not-opt-out"
    /** Could be one: a person reads it. */
    | "maybe-opt-out"
    | "wrong-number"
    | "not-wrong-number"
    | "help";
}

export const replyEntries: readonly ReplyEntry[] = [
  ...optOutEntries,
  ...optOutSpanish,
  ...notOptOutEntries,
  {
    id: "maybe-opt-out",
    means: "maybe-opt-out",
    phrases: [
      `do|please not ${verb} me|us|my (now|today|tonight|tomorrow|until|till|til|before|after|at|while|when|during|between|yet|so early|so late|early|late|in|on|right now|so much|this early|this late|about|with|unless|if|for|because|that|work|job|house|home|husband|wife|son|daughter|mom|family)`,
      `do|please not ${verb} (now|today|tonight|tomorrow|until|till|before|after|at|while|during|between|yet|so|early|late|in|on|right)`,
      "no me llam*|mand*|envi*|escrib* (ahora|hoy|ahorita|manana|hasta|antes|despues|cuando|mientras|en la|al trabajo|tan temprano|tan tarde|tanto|por la)",
      "what happens ~ stop|unsubscribe|opt",
      "will|would|does|do|can|could|never|just not? stop|quit text*|call*|messag*|send*|harass*|bother*",
      "not interested in ~ care|help|visit|call|appointment|test|class|screening|shot|ride",
      `call|phone|email|text me|us ~ do not (text|message|call|phone|email)`,
      "call|phone|email (me|us)? (instead|only|please|and)? (do)? not (text|message|call|phone|email)",
      "too many texts|text|messages|calls|reminders|emails",
      "demasiados mensajes|textos|llamadas",
    ],
  },
  {
    id: "wrong-number",
    means: "wrong-number",
    phrases: [
      "wrong number|person|phone|guy|lady|patient|num|recipient",
      "not the right|correct number|person",
      "you|yall have|got|texted|called|messaged|texting|calling|contacted the wrong|incorrect",
      "incorrect|bad number",
      "this|that|it|i is|am not him|her|them $",
      "not his|her|their|that|hers|the|this persons? number|phone|cell anymore|any?",
      "no longer|not (his|her|their|hers) number|phone|cell|anymore",
      "not who|whom you",
      "(no one|nobody|noone) here? by|with|named|called",
      "do not know who that|she|he|they|him|her|them",
      "do not know any|anyone|anybody|a|this|that named|called|by|person",
      "never heard of him|her|them|that|this",
      "(no one|nobody|noone) lives|is here by|with|named|called",
      "has|have|got|had this|a|the new? number|phone now|for|since|recently",
      "new owner of this|the number|phone",
      "new number|phone owner",
      "just|recently got this number|phone",
      "numero|persona|telefono equivocad*|incorrect*",
      "se|esta|estan|estas equivoc*",
      "equivocado|equivocada de numero|persona|telefono",
      "no soy esa|la|el|ese|quien persona|senor|senora|paciente|busca|buscan|que",
      "no conozco a",
      "aqui no vive|es|esta|hay",
      "este|ese no es|pertenece su|el|de|a numero|telefono|ella|el|esa|la|_",
      "no vive aqui",
    ],
  },
  {
    id: "not-wrong-number",
    means: "not-wrong-number",
    phrases: [
      "wrong number|num of",
      "pressed|hit|typed|entered|sent|pushed|put|replied|texted|chose|picked|marque|puse|mande the|a|el|un? wrong|numero number|num|one|equivocado?",
      `wrong person took|take ${medicine}`,
      "gave|give|have|has you|them|the|pharmacy|my|a? the|a wrong number for",
      "is this the|a wrong",
    ],
  },
  {
    id: "help/who-is-this",
    means: "help",
    phrases: [
      "who is this|it|texting|calling $",
      "who are you $",
      "who sent|is sending this|me|these",
      "what is this $",
      "what is this about|for|text|number",
      "is this real|legit|legitimate|spam|scam|a scam|automated",
      "quien es|eres|habla|son|llama|escribe|manda $",
      "de parte de quien",
      "que es esto",
      "es esto una|un? estafa|real|spam",
    ],
  },
];

/** Words in which a slip is forgiven. */
const spellable = `unsubscribe unsubscribed texting messages messaging message calling contact
  contacting sending reminders permission interested number wrong mensajes llamadas llamando
  mandando equivocado equivocada`.split(/\s+/);

export const replyPhrases = compile(replyEntries, spellable);
