import type { CampaignTexts } from "./origin.ts";

/**
 * What a campaign begins as: one question by text and mail, a reminder, then a person. `check` says
 * what is left to fill in: whom it is for, who answers for it, and the words of the clinic.
 */
export function beginningOf(id: string): CampaignTexts {
  return {
    "campaign.yaml": `# For whom, and why now: cite the guidance that this follows.

id: ${id}
title: ${titleOf(id)}
owner: # who answers for this campaign
review: # until when its clinical content was reviewed, YYYY-MM-DD
reviewedBy: open; a clinician signs here before patients are contacted
purpose: screening
audience:
  all:
    - age: { from: 40, through: 74 }
    - none: { of: name-of-a-concept, within: 12 months }
goal: { any: name-of-a-concept } # since the day of enrollment
again: { after: 12 months }
priority: 50
start: invite

steps:
  invite:
    ask: invite
    over: [sms, email]
    answers: { "1": wants-call, "2": already-done }
    wait: 4 days
    next: { wants-call: talk, already-done: done, silence: remind, undeliverable: talk }

  remind:
    ask: invite
    over: [sms, email]
    wait: 7 days
    next: { same-as: invite, silence: talk }

  talk:
    escalate: call-patient
    queue: outreach
    within: 2 business days
    next: { resolved: done, unreachable: not-reached }

  done: { end: completed }
  not-reached: { end: not-reached }

tasks:
  call-patient: Call the patient, say what is due and help to arrange it.
`,
    "messages/en.yaml": `invite:
  sms: "{clinic}: you are due for a visit. Reply 1 for a call, 2 if done. Or call {phone}. Reply STOP to opt out."
  email:
    subject: You are due for a visit
    text: |
      Hello,

      You are due for a visit at {clinic}. We will help you book it.

      Reply 1 and we will call you.
      Reply 2 if it is done.

      You can also call us at {phone}. Not sure this is us? Call the number on your card.

      We do not read this mail day and night. In an emergency, call 911.

      {clinic}
      {address}
      To stop these messages: {unsubscribe}
`,
    "messages/es.yaml": `translatedBy: open; who translated this signs here
reviewedBy: open; a qualified translator signs here before patients are contacted

invite:
  sms: "{clinic}: le toca una visita. Responda 1 para una llamada, 2 si ya fue. {phone}. Responda STOP para salir."
  email:
    subject: Le toca una visita
    text: |
      Hola:

      Le toca una visita en {clinic}. Le ayudamos a pedir la cita.

      Responda 1 y le llamaremos.
      Responda 2 si ya fue.

      También puede llamarnos al {phone}. ¿Duda que seamos nosotros? Llame al número de su tarjeta.

      No leemos este correo día y noche. En una emergencia, llame al 911.

      {clinic}
      {address}
      Para no recibir más mensajes: {unsubscribe}
`,
  };
}

/** `lab-reminder/kidney-health`: Kidney health. */
function titleOf(id: string): string {
  const words = (id.split("/").at(-1) ?? id).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
