import type { PageWords } from "../page-words.ts";

const months =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  );

export const spanish: PageWords = {
  parts: [
    { part: "day", label: "Día" },
    { part: "month", label: "Mes" },
    { part: "year", label: "Año" },
  ],
  dateHint: "Por ejemplo: 27 3 1958",
  date: (year, month, day) => `${day} de ${months[month - 1]} de ${year}`,

  askTitle: (clinic) => `Un mensaje de ${clinic}`,
  askWhy: [
    "Aquí puede responder a nuestro mensaje.",
    "Primero le pedimos la fecha de nacimiento de la persona para quien es, para que nadie más lo lea.",
  ],
  birthDate: "Fecha de nacimiento",
  goOn: "Continuar",
  timedOut:
    "La página estuvo abierta un rato. Por su seguridad, escriba otra vez la fecha de nacimiento.",
  wrong: (left) =>
    `Esa no es la fecha de nacimiento que tenemos. Puede intentar ${left === 1 ? "una vez más" : `${left} veces más`}.`,
  closedTitle: "Esta página está cerrada",
  closed:
    "La fecha de nacimiento no fue correcta 5 veces. Por su seguridad, esta página ya no muestra nada.",
  noBirthDate: "No tenemos su fecha de nacimiento, así que no podemos saber quién es usted.",
  replyToIt: "Todavía puede responder al mensaje mismo.",

  openTitle: (clinic) => `Su respuesta a ${clinic}`,
  about: (care) => `Nuestro mensaje era sobre esto: ${care}.`,
  question: "¿Qué nos quiere decir?",
  whenDone: "¿Cuándo fue?",
  mayBeEmpty: "Lo puede dejar vacío.",
  whichDay: "¿Qué día?",
  between: (from, through) => `Del ${from} al ${through}`,
  number: (unit) => (unit === undefined ? "Número" : `Número (${unit})`),
  send: "Enviar mi respuesta",
  call: "Llámenme, por favor",
  language: "¿En qué idioma quiere nuestros mensajes?",
  channel: "¿Cómo quiere nuestros mensajes? Entonces usamos solo esta forma.",
  channels: { sms: "Por mensaje de texto", voice: "Por llamada", email: "Por correo electrónico" },
  change: "Cambiar",

  noted: "Gracias. Ya lo tenemos.",
  stands: "Antes nos dijo aquí otra cosa, y eso vale. Si quiere cambiarlo, llámenos.",
  youSaid: (what) => `Usted nos dijo: ${what}`,
  emergency: "No leemos esto de día y de noche. En una emergencia, llame al 911.",
  problems: {
    "nothing-chosen": "Escoja una opción.",
    "no-such-day": "Escriba la fecha con números: día, mes y año.",
    "day-out-of-bounds": "Escoja una fecha que sirva.",
    "no-such-number": "Escriba el número con cifras.",
  },
  callUs: (phone) => `También puede llamarnos${phone && ` al ${phone}`}.`,
  stopNote:
    "Si los para, ya no habrá recordatorios: ni correos, ni mensajes de texto, ni llamadas. Su atención médica no cambia.",
  stop: "Parar todos los mensajes",
};
