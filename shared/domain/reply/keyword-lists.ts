/**
 * The keyword table of contact-rules A4 as plain data. Normalised: no accents, no punctuation, lower
 * case.
 */

/** Words that, alone, can only be meant for us. Chatty words around them change nothing. */
export const strongOptOut = [
  "stop",
  "stopp",
  "stp",
  "sotp",
  "stpo",
  "tsop",
  "st0p",
  "sstop",
  "stoop",
  "stops",
  "stahp",
  "un subscribe",
  "un suscribe",
  "cease",
  "discontinue",
  "desist",
  "stap",
  "stopit",
  "estop",
  "stoppp",
  "stopall",
  "stop all",
  "unsubscribe",
  "unsubcribe",
  "unsuscribe",
  "unsubscibe",
  "unsub",
  "revoke",
  "optout",
  "opt out",
  "opt me out",
  "opting out",
  "td",
  "arret",
  "arrete",
  "arretez",
  "arrett",
  "alto",
  "detener",
  "detengan",
  "detenganse",
  "parar",
  "paren",
  "parenle",
  "basta",
  "no mas",
  "no mas mensajes",
  "no mas textos",
  "no mas llamadas",
  "no more",
  "revocar",
  "desuscribir",
  "desuscribirme",
  "sair",
  "parale",
  "remover",
  "go away",
  "get lost",
  "fuck off",
  "piss off",
  "buzz off",
];

/** Words of daily life: an opt-out only with nothing but politeness around them. */
export const weakOptOut = [
  "cancel",
  "cancle",
  "cancell",
  "end",
  "quit",
  "remove",
  "remove me",
  "para",
  "pare",
  "baja",
  "dar de baja",
  "darme de baja",
  "cancelar",
  "cancelen",
  "cancela",
  "terminar",
  "salir",
  "deactivate",
  "never again",
  "no consent",
  "desactivar",
  "mute",
  "disable",
  "unenroll",
  "disenroll",
  "terminate",
  "blocked",
  "bloqueado",
  "bloqueada",
  "bloqueados",
  "turn off",
  "no texts",
  "no texting",
  "no calls",
  "no messages",
  "no contact",
  "no text",
  "no msgs",
  "no mensajes",
  "no textos",
  "cancel service",
  "get off",
  "stfu",
  "gtfo",
  "eliminar",
  "eliminarme",
  "borrar",
  "borrarme",
];

/** The same words could have been meant for a visit: a person makes sure. */
export const mayBeAppointment: ReadonlySet<string> = new Set([
  "cancel",
  "cancle",
  "cancell",
  "cancelar",
  "cancelen",
  "cancela",
]);

export const optIn = [
  "start",
  "unstop",
  "subscribe",
  "resume",
  "iniciar",
  "comenzar",
  "empezar",
  "reanudar",
];
export const help = [
  "help",
  "help me",
  "info",
  "ayuda",
  "ayudame",
  "ayudenme",
  "informacion",
  "hlp",
];
export const wrongNumber = [
  "wrong number",
  "wrong person",
  "wrong phone",
  "wrong num",
  "wrong #",
  "wrong",
  "not me",
  "this is not me",
  "that is not me",
  "it is not me",
  "numero equivocado",
  "numero incorrecto",
  "persona equivocada",
  "equivocado",
  "equivocada",
  "no soy yo",
];

export const polite: ReadonlySet<string> = new Set(
  words(`please thanks thank you kindly sir maam ma am hi hello por favor gracias porfavor
  porfa thanx ok okay 👍 🙏 👎 i said sorry`),
);

/** Besides politeness, what people put beside a STOP. */
export const chatty = new Set([
  ...polite,
  ...words(`now all text texts texting message messages messaging this it immediately already right
    just everything forever asap today these those them the your you guys yall to from any more
    anymore sms calls calling reminders yes no fucking damn hell god me up notifications dude man
    bye goodbye and mensajes mensaje los las todo todos ya ahora mismo de un una porfis estos textos
    w ugh omg lol lmao bruh bro nah nope dude hey yo wtf smh jeez ffs fr um uh well seriously literally
    really again last time warning final haha begging am me im for love of sake real u
    like either neither nor or guys yeah ma lady sis hon honey annoying spam unwanted rude enough
    llamadas mas en este yo dije que enviar`),
]);

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== "");
}
