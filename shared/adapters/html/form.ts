import type {
  ChoiceField,
  DateField,
  NumberField,
  PageField,
  PageForm,
  PageOption,
} from "../../domain/page/page-content.ts";
import { escaped } from "./escaped.ts";

/**
 * One form as a browser sends it without script. Whatever is filled in has a label of its own, what
 * belongs together a legend, and ids begin with `id`, which no other form of the page has (WCAG 2.2,
 * 1.3.1, 3.3.2, 4.1.2).
 */
export function formOf(form: PageForm, id: string): string {
  const { note, hidden, fields, button } = form;
  return [
    ...(note === undefined ? [] : [`<p>${escaped(note)}</p>`]),
    '<form method="post">',
    ...Object.entries(hidden).map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    ),
    ...fields.map((field) => fieldOf(field, `${id}-${field.name}`)),
    `<button type="submit"${form.isAside ? ' class="aside"' : ""}>${escaped(button)}</button>`,
    "</form>",
  ].join("\n");
}

function fieldOf(field: PageField, id: string): string {
  switch (field.is) {
    case "choice":
      return choiceOf(field, id);
    case "date":
      return dateOf(field, id);
    case "number":
      return numberOf(field, id);
  }
}

function choiceOf({ name, legend, options }: ChoiceField, id: string): string {
  return [
    "<fieldset>",
    `<legend>${escaped(legend)}</legend>`,
    ...options.map((option, index) => optionOf(option, name, `${id}-${index}`)),
    "</fieldset>",
  ].join("\n");
}

function optionOf(option: PageOption, name: string, id: string) {
  const { value, label, language, isChosen, detail } = option;
  const spoken = language === undefined ? "" : ` lang="${language}"`;
  const chosen = isChosen ? " checked" : "";
  const radio = `<input type="radio" id="${id}" name="${name}" value="${escaped(value)}"${chosen}>`;
  return [
    `<div class="option">${radio}<label for="${id}"${spoken}>${escaped(label)}</label></div>`,
    ...(detail === undefined ? [] : [fieldOf(detail, `${id}-detail`)]),
  ].join("\n");
}

function dateOf({ name, legend, hint, parts, isBirthDate }: DateField, id: string): string {
  const inputs = parts.map(({ part, label }) => {
    const filled = isBirthDate ? ` autocomplete="bday-${part}"` : "";
    const digits = part === "year" ? 4 : 2;
    return [
      `<div class="part"><label for="${id}-${part}">${escaped(label)}</label>`,
      `<input id="${id}-${part}" name="${escaped(name)}-${part}" type="text" inputmode="numeric"`,
      ` maxlength="${digits}" size="${digits}"${filled}></div>`,
    ].join("");
  });
  return [
    `<fieldset class="date" aria-describedby="${id}-hint">`,
    `<legend>${escaped(legend)}</legend>`,
    `<p class="hint" id="${id}-hint">${escaped(hint)}</p>`,
    ...inputs,
    "</fieldset>",
  ].join("\n");
}

function numberOf({ name, label }: NumberField, id: string): string {
  return [
    `<div class="part"><label for="${id}">${escaped(label)}</label>`,
    `<input id="${id}" name="${escaped(name)}" type="text" inputmode="decimal" maxlength="10" size="8"></div>`,
  ].join("\n");
}
