import type { Found } from "./found.ts";
import type { CueEntry } from "./lexicon/entry.ts";
import type { Word } from "./normalise.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Words over which a cue still reaches a symptom, or at which it ends. A verb's denial passes only
 * over words that belong to the same saying ("I do not have any …"), because missing an emergency
 * is worse than a false alarm: "I did not sleep, chest pain" must stay chest pain.
 */
export const nearer = {
  list: set("or nor and any also either neither o u ni y e"),
  denies: set("denies denied deny denying niega niego"),
  /** "and my chest hurts" begins a new thought that the denial before it does not reach. */
  joins: set("and so then plus also y entonces"),
  opensClause: set(
    "i my he she it we they the his her am is have now mi me yo su tengo estoy siento",
  ),
  not: set(`
    a an any the have has had having get gets getting got gotten feel feeling felt experience
    experienced experiencing experiences notice noticed noticing see seen saw been be being really
    ever much more new of or and nor either sign signs symptom symptoms complain complaining
    complained report reported reporting in to with my his her significant severe actual recent
    current currently at all that so very even longer other yet since do does did from bad
    tengo tiene tenido tuve tuvo tenia tener he ha hay habido siento sentido senti siente presenta
    presento sufro sufre sufrido me le se un una el la los las en de con dado da dio mas mucho mucha
    mi su nada tan tanto ni o y fuerte`),
  endsNo: set(`
    i my me he she we they you this that it there am is are was were because
    one idea way sleep ride money energy appetite help answer insurance car time appointment doctor
    relief medicine meds pills refill refills insulin thanks please problem problems worries
    feel felt hurts aching bad just only got getting taking took went going worse better
    yo mi tengo estoy siento me esta es bien gracias solo dormi dinero dormir`),
  afterSpanishNo: set(`
    me te se le les lo la los las nos tengo tiene tienen tenemos tuve tuvo tenia he ha han hay habia
    puedo puede pude podia siento siente senti quiero quiere es esta estoy estaba estan era fue soy
    son sufro presenta presento creo se voy va vino duele dolio respira tomo tome tomado hablo`),
  supposed: set(`
    i you he she they we it there is are am be being been a an any some the my your his her their
    get gets getting got have has having had feel feels feeling felt develop develops experience
    experiences experiencing notice notices see start starts starting started ever more new newer
    worse worsening increased increasing severe sudden bad onset of or and symptoms symptom signs
    sign such as like problems with me to suddenly also either becomes goes happens someone patient
    this that sort kind another first
    tengo tiene siento siente tuviera tuviese tenga sienta presenta da dan me le se un una el la los
    las hay algun alguna empiezo empieza mas mucho mucha de dolor mi su y o que otra vez en`),
  someday: set("someday eventually one some in down"),
  asks: set("is are was can could would es son sera"),
  own: set("my this that i am mi este esta siento tengo"),
  before: set("before antes"),
  goesOn: set("still keeps keep worse today tonight otra sigue hoy"),
  returns: set("back again returned returns return volvio regreso"),
  /**
   * After the symptom, a year or "when …" makes it past only if it is told so: "chest pain in
   * 2015", not "chest pain in 20 minutes".
   */
  pastAfter(words: readonly Word[], cue: Found<CueEntry>): boolean {
    const last = words[cue.end - 1]?.text ?? "";
    const first = words[cue.start]?.text ?? "";
    const isAge = first === "when" || first === "while" || first === "cuando";
    return isAge || !/^\d/.test(last) || /^(19|20)\d\d$/.test(last);
  },
};
