import type { Report } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { Wording } from "../wording.ts";

/** What a message must say: name, number, the way out. */
export function checkContent(wordings: readonly Wording[], report: Report): void {
  for (const wording of wordings) {
    if (wording.part !== "subject") checkMustSay(wording, report);
  }
}

/** 47 CFR 64.1200(a)(9)(iv)(B), (F): who calls, how to reach them, how to end it. */
function checkMustSay({ path, text, channel }: Wording, report: Report): void {
  const must: readonly (readonly [ProblemCode, RegExp, string])[] = [
    ["missing-clinic", /\{clinic\}/, "does not say who sends it. Write `{clinic}`"],
    ["missing-phone", /\{phone\}/, "gives no number to call. Write `{phone}`"],
    optOutLine[channel],
    ...(channel === "email" ? [postalAddress] : []),
  ];
  for (const [code, pattern, what] of must) {
    if (!pattern.test(text)) report(code, path, `The ${channel} ${what}.`);
  }
}

/** 16 CFR 316: mail carries the sender's postal address. */
const postalAddress = [
  "missing-address",
  /\{address\}/,
  "gives no postal address. Write `{address}`",
] as const;

const optOutLine: Readonly<Record<Wording["channel"], readonly [ProblemCode, RegExp, string]>> = {
  sms: [
    "missing-opt-out",
    /\bSTOP\b/,
    "does not tell how to end it. Add “Reply STOP to opt out.” (“Responda STOP …”)",
  ],
  email: [
    "missing-opt-out",
    /\{unsubscribe\}/,
    "does not tell how to end it. Add a line with `{unsubscribe}`",
  ],
  voice: [
    "missing-opt-out",
    /\b(press|oprima|marque|presione|pulse)( el)? 9\b/i,
    "does not tell how to end it. Add “To stop these calls, press 9.” (“oprima 9”)",
  ],
};
