import { type AnswerBody, Brought, type ClockBody, Shown, stripPath } from "../shown.ts";

/** What stands now; with the phone that is open, if one is. */
export async function fetchNow(phone: string | undefined, signal: AbortSignal): Promise<Shown> {
  const asked = phone === undefined ? "" : `?${new URLSearchParams({ phone })}`;
  return Shown.parse(await read(fetch(`${stripPath}/now${asked}`, { signal })));
}

/** A step answers once the stack is there. */
export async function moveClock(body: ClockBody): Promise<Brought> {
  return Brought.parse(await read(post("clock", body)));
}

export async function sendAnswer(body: AnswerBody): Promise<void> {
  await read(post("answer", body));
}

function post(what: string, body: object): Promise<Response> {
  return fetch(`${stripPath}/${what}`, { method: "POST", body: JSON.stringify(body) });
}

async function read(asked: Promise<Response>): Promise<unknown> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`The local stack answered ${answer.status}.`);
  return answer.json();
}
