/** What the strip says. `{so}` marks a blank. */
const english = {
  strip: "Clock and phones of this machine",
  only: "Only on this machine: everybody here is invented, and no message leaves it.",
  clock: "Clock",
  paused: "Paused",
  pause: "Pause",
  go: "Go on",
  hour: "1 hour on",
  day: "1 day on",
  event: "To the next event",
  speed: "Speed",
  speeds: {
    1: "Real time",
    60: "A minute a second",
    600: "10 minutes a second",
    3600: "An hour a second",
  },
  stepping: "On the way …",
  cameNothing: "Nothing happened until {time}.",
  came: "By {time}: {list}.",
  sms: { one: "{count} text", other: "{count} texts" },
  voice: { one: "{count} call", other: "{count} calls" },
  email: { one: "{count} mail", other: "{count} mails" },
  answers: { one: "{count} answer", other: "{count} answers" },
  tasks: { one: "{count} task", other: "{count} tasks" },
  phones: "Phones ({count})",
  noPhones: "No phone got a text yet. Let time go on: texts leave by day.",
  phoneOf: "Phone of {owners}",
  somebody: "somebody",
  born: "{name}, born {day}",
  texts: "Texts",
  clinic: "Clinic",
  patient: "Patient",
  answer: "Answer as {owners}",
  answerWhy:
    "Try “1”, “STOP” or “my chest hurts”. From the first answer on this patient is yours: nobody simulated answers for them, and an agent in the console must close their tasks.",
  send: "Send",
  sent: "Sent. The clinic reads it within a second.",
  openPage: "Open the page of the link",
  failed: "This did not work. Is the stack still up?",
};

export type Words = typeof english;

const spanish: Words = {
  strip: "Reloj y teléfonos de esta máquina",
  only: "Solo en esta máquina: todas las personas son inventadas y ningún mensaje sale de ella.",
  clock: "Reloj",
  paused: "En pausa",
  pause: "Pausar",
  go: "Seguir",
  hour: "1 hora más",
  day: "1 día más",
  event: "Al próximo suceso",
  speed: "Velocidad",
  speeds: {
    1: "Tiempo real",
    60: "Un minuto por segundo",
    600: "10 minutos por segundo",
    3600: "Una hora por segundo",
  },
  stepping: "En camino …",
  cameNothing: "No pasó nada hasta {time}.",
  came: "Hasta {time}: {list}.",
  sms: { one: "{count} mensaje de texto", other: "{count} mensajes de texto" },
  voice: { one: "{count} llamada", other: "{count} llamadas" },
  email: { one: "{count} correo", other: "{count} correos" },
  answers: { one: "{count} respuesta", other: "{count} respuestas" },
  tasks: { one: "{count} tarea", other: "{count} tareas" },
  phones: "Teléfonos ({count})",
  noPhones:
    "Ningún teléfono recibió un mensaje todavía. Deje pasar el tiempo: los mensajes salen de día.",
  phoneOf: "Teléfono de {owners}",
  somebody: "alguien",
  born: "{name}, nacimiento {day}",
  texts: "Mensajes",
  clinic: "Clínica",
  patient: "Paciente",
  answer: "Responder como {owners}",
  answerWhy:
    "Pruebe “1”, “ALTO” o “me duele el pecho”. Desde la primera respuesta este paciente es suyo: nadie simulado responde por él, y un agente de la consola debe cerrar sus tareas.",
  send: "Enviar",
  sent: "Enviado. La clínica lo lee en un segundo.",
  openPage: "Abrir la página del enlace",
  failed: "No funcionó. ¿Sigue en marcha el sistema?",
};

export const words = { en: english, es: spanish } as const;
export type Language = keyof typeof words;

/** The sentence with its blanks filled. */
export function fill(sentence: string, blanks: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

/** `3 texts`: the form that the number asks for. */
export function several(
  forms: { readonly one: string; readonly other: string },
  count: number,
): string {
  return fill(count === 1 ? forms.one : forms.other, { count: String(count) });
}
