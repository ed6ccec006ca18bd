import type * as en from "./drafts-en.ts";

export const draftRefusals: typeof en.draftRefusals = {
  "no-such-draft": "Nadie trabaja ahora en esta campaña. Quizá se publicó o se descartó.",
  "no-such-version": "De esta versión no se guarda nada.",
  "no-source":
    "Los archivos de la versión vigente aún no se guardan aquí. Quien publica desde archivos debe ejecutar rounds publish una vez más.",
  "draft-unsound": "El borrador tiene errores. Corríjalos, guárdelo y envíelo de nuevo.",
  "draft-not-submitted": "Nadie ha enviado este borrador, o se cambió después.",
  "own-draft": "Usted escribió o envió este borrador. Debe publicarlo otra persona.",
  "live-changed":
    "Otra versión entró en vigor desde que se empezó este borrador. Compárela, tome lo que falta y guarde de nuevo.",
  "nothing-to-publish":
    "El borrador dice lo mismo que la versión vigente: no hay nada que publicar.",
};
