import { medicine } from "../triage/lexicon/medicines.ts";
import { compile } from "../triage/match.ts";
import type { Entry } from "../triage/phrase.ts";

/** What a phrase inside a longer message means. Written as `triage/phrase.ts` explains. */
export interface ReplyEntry extends Entry {
  readonly means:
    | "opt-out"
    /** Holds the words of an opt-out and is none. */
    | "not-opt-out"
    /** Could be one: a person reads it. */
    | "maybe-opt-out"
    | "wrong-number"
    | "not-wrong-number"
    | "help";
}

const contact =
  "text|texts|texting|call|calls|calling|message|messages|messaging|contact|contacting|email|emails|emailing|remind|reminding|reminders|reminder|bother|bothering|bugging|spamming|spam|harassing|harass|notifying|notifications|msging|annoying|pestering|sms|communication|communications|solicitation|solicitations|robocalls|alerts|outreach";
const verb =
  "text|texting|call|calling|message|messaging|contact|contacting|email|emailing|remind|reminding|bother|bothering|send|sending|write|writing|harass|spam|bug|notify|annoy";
const thing =
  "text|texts|call|calls|message|messages|reminder|reminders|email|emails|notifications|alerts|sms|mensajes|these|this|those|them|updates";

export const replyEntries: readonly ReplyEntry[] = [
  {
    id: "opt-out/phrase",
    means: "opt-out",
    phrases: [
      `stop|stopp|quit|cease|halt|discontinue|end|cancel with? all? of? the|these|those|your|my|any|this|me|automated|annoying? ${contact}`,
      `stop|quit sending me|us|these|this|those|them|text|texts|message|messages|reminders|reminder|emails|stuff|anything|so|any|your|the|all? ${thing}|stuff|anything|crap|shit|many|me|more?`,
      "stop|quit sending $",
      `do|will|should|can not ever? ${verb} me|us|here|anymore|again|this|my`,
      `do not ever? (text|call|contact|message|email|bother|remind|write|send) (me|us|anything|these|any more|more) (any|more|these)? ${thing}?`,
      "do not ever? text|call|contact|message|email|write $",
      "do not ever? text|call|contact|message|email please|thanks|ever|thank",
      `do not want|need|wish|like to? (any|any more|more|your|these|this|the|the automated|to|get|receive|getting|receiving|be)? (any|any more|more|your|these|this|the|getting|receiving|such)? (text|texts|message|messages|reminder|reminders|calls|emails|texted|contacted|called|messaged|notifications|alerts|sms)`,
      `not want|wish you|yall|anyone to? ${verb}`,
      `never ever? ${verb} me|us|this|my|here|again|anymore`,
      `no more of? the|these|those|your|any? ${contact}`,
      `take|remove|delete|drop|get|erase|pull|scratch me|my|us name|number|phone|info|cell? name|number? off|from|out`,
      `please? remove|delete|unsubscribe|erase me|us $`,
      "please? remove|delete|erase my|this name|number|phone|cell",
      "take|remove me off|from",
      "lose my|this number",
      "leave|let me|us alone|be",
      "unsubscribe me|us|my|this|from|please|now",
      "unsubscribe $",
      "opt me|us|my out",
      "opt|opting out of|from|please|now|me|this|these",
      "want|like|wish|choose|need|trying|going to opt out",
      "want|like|wish|choose|need|trying to unsubscribe|quit|stop $",
      "want|like|need|wish to? be removed|off|taken|unsubscribed|deleted",
      "how do|can|to i? unsubscribe|stop|end|cancel|opt $",
      `how do|can|to i? unsubscribe|stop|end|cancel|opt (out|from|these|this|the|getting|receiving|all) ${thing}|of|from|out?`,
      "revoke|revoking|withdraw|withdrawing|rescind my|all? consent|permission|authorization",
      "not|no have|give|gave|longer? permission|consent|authorization to ~ text|call|contact|message",
      "not interested",
      "no longer interested|want",
      "do not disturb",
      "get|got me off",
      "off|from your|this call|calling|text|texting|mailing|contact? list",
      "off the call|calling|text|texting|mailing|contact? list",
      "cease and desist",
      `longer wish|want|need|care to? receive|get|getting|receiving? any|your|these|the|such? ${thing}`,
      "please stop $",
      "stop|quit this|the|your nonsense|crap|shit|spam|harassment|bs|garbage|bullshit",
      "stop please $",
      "told|asked|said|tell you|yall|them to? stop $",
      "stop now|already|this|it|immediately $",
      "enough with|of the|these|your text|texts|messages|calls|reminders",
      "block|blocking you|this number",
      "report|reporting you as|for|to|this spam|fcc|as",
      // Spanish.
      "no me|nos|le vuelva|vuelvan|sigan|siga|esten|este? a? llam*|mand*|envi*|escrib*|text*|contact*|molest*|record*|moleste*|marque*",
      "ya no me|nos|quiero llam*|mand*|envi*|escrib*|text*|contact*|molest*|mensajes",
      "no quiero|deseo|necesito recibir|seguir|que? recibiendo|me? mas|sus|estos|los|tantos|sus|ningun|estas|mas|manden|llamen|escriban|envien|contacten|texteen? mensaje|mensajes|textos|llamadas|recordatorios|sms|correos|mas|recordatorio",
      "no quiero que|recibir me|mas|nada? llamen|manden|envien|escriban|contacten|texteen|molesten|mensajes|textos|llamadas|nada",
      "no mas mensaje|mensajes|textos|llamadas|recordatorios|sms|correos|texto",
      "deje|dejen|deja|dejeme|dejenme|dejame de llam*|mand*|envi*|escrib*|text*|contact*|molest*|marcar*|record*|fastidiar*",
      "deje|dejen|deja|dejeme|dejenme|dejame en paz|tranquil*",
      "pare|paren|para|parar|detengan|detenga|suspendan|cancelen con? de|los|las|estos|esos|sus|mis|me? enviar*|mand*|envi*|llamar*|escribir*|mensajes|mensaje|textos|llamadas|message|recordatorios",
      "para|pare|parem de me mandar|enviar|ligar|mandarem",
      "quite*|quita*|saque*|borre*|elimine*|saca*|borra*|remueva* mi|me|este|el? numero|nombre|telefono|celular? de la|su|esta|sus lista|listas|sistema",
      "eliminarme|borrarme|sacarme|quitarme|eliminar|borrar|sacar|quitar de la|su|esta lista|sistema",
      "quitenme|saquenme|borrenme|eliminenme|remuevanme|quiteme|saqueme|borreme",
      "borre*|elimine*|quite* mi|este numero|telefono|celular|nombre",
      "dar|darme|dame|denme|deme de baja",
      "cancelar|cancelen|cancele los|estos|sus|mis|mi mensajes|textos|llamadas|recordatorios|suscripcion",
      "no me interesa|interesan",
      "no estoy interesad*",
      "no tienen|tiene permiso|autorizacion",
      "no molest*",
      "que paren|dejen|pare|deje $",
    ],
  },
  {
    id: "not-opt-out",
    means: "not-opt-out",
    phrases: [
      `stop|quit|cancel|end|discontinue|halt taking|take|using|my|the|this|these|a|all|our|both? taking|new|old|blood? ${medicine}`,
      `stop|stopped|quit taking|using|smoking|drinking|eating|working|bleeding|breathing|by|in|at|over|sign|light|it`,
      `stop|quit sending|send my|the|me|more|these|those|any|new|his|her|so|all? (my|the|more|any|many|too many)? ${medicine}|bill|bills|statements|kits|supplies|boxes`,
      "can|could|will|would|does|did|do not|never seem to? stop",
      "should|can|could|may|when|if|must i|we|he|she? stop|quit",
      "cancel|remove|end|change|delete|move my|the|this|that|an|our|his|her? doctor|lab|eye|mammogram|next|upcoming|old|dr? appointment*|visit|booking|cita|test|mammogram|order|refill|prescription|insurance|reservation|screening|meeting|procedure|surgery|call|membership|card",
      "not|never stop|quit text*|call*|messag*|send*|remind*|contact*",
      "not|never remove|delete|unsubscribe|opt|cancel|drop me|us|my",
      "no|not quiero|quisiera|deseo cancelar|terminar|parar|detener mi|la|el|los|las",
      "cancelar|terminar|eliminar|borrar mi|la|una|el|esta? cita|consulta|visita|receta|orden|examen|mamografia|seguro",
      "dejar|dejo|deje|parar|pare de tomar|usar|fumar|beber",
      `dejar|dejo|deje|parar|suspender|cancelar la|el|mi|mis|las|los? ${medicine}`,
      "no me llam* asi",
      "how do your|you customers|clients|patients|users|people|they",
      "users|customers|clients|people|they|patients|others to? unsubscribe|cancel|opt|stop",
      "what happens|if if? i? opt|unsubscribe|stop|cancel",
      "not interested in cancel*|stopping|quitting",
      "text and drive|driving",
      "call my|the|his|her doctor|dr|pharmacy|pharmacist|insurance",
    ],
  },
  {
    id: "maybe-opt-out",
    means: "maybe-opt-out",
    phrases: [
      `do|please not ${verb} me|us|my (now|today|tonight|tomorrow|until|till|til|before|after|at|while|when|during|between|yet|so early|so late|early|late|in|on|right now|so much|this early|this late|about|with|unless|if|for|because|that|work|job|house|home|husband|wife|son|daughter|mom|family)`,
      `do|please not ${verb} (now|today|tonight|tomorrow|until|till|before|after|at|while|during|between|yet|so|early|late|in|on|right)`,
      "no me llam*|mand*|envi*|escrib* (ahora|hoy|ahorita|manana|hasta|antes|despues|cuando|mientras|en la|al trabajo|tan temprano|tan tarde|tanto|por la)",
      "what happens ~ stop|unsubscribe|opt",
      "will|would|does|do|can|could|never|just not? stop|quit text*|call*|messag*|send*|harass*|bother*",
      "not interested in",
      `call|phone|email|text me|us ~ do not (text|message|call|phone|email)`,
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
      "who is this|dis|it|texting|calling $",
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
