import type { PageWords } from "../page-words.ts";

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

export const english: PageWords = {
  parts: [
    { part: "month", label: "Month" },
    { part: "day", label: "Day" },
    { part: "year", label: "Year" },
  ],
  dateHint: "For example: 3 27 1958",
  date: (year, month, day) => `${months[month - 1]} ${day}, ${year}`,

  askTitle: (clinic) => `A message from ${clinic}`,
  askWhy: [
    "You can answer our message here.",
    "First we ask for the birth date of the person it is for, so that nobody else can read it.",
  ],
  birthDate: "Birth date",
  goOn: "Go on",
  timedOut: "The page was open for a while. For your safety, give the birth date again.",
  wrong: (left) =>
    `That is not the birth date we have. You can try ${left === 1 ? "one more time" : `${left} more times`}.`,
  closedTitle: "This page is closed",
  closed: "The birth date was not right 5 times. For your safety, this page shows nothing more.",
  noBirthDate: "We have no birth date on file, so we cannot be sure who you are.",
  replyToIt: "You can still answer our message by replying to it.",

  openTitle: (clinic) => `Your answer to ${clinic}`,
  about: (care) => `Our message was about ${care}.`,
  question: "What would you like to tell us?",
  whenDone: "When was it?",
  mayBeEmpty: "You may leave this empty.",
  whichDay: "Which day?",
  between: (from, through) => `From ${from} to ${through}`,
  number: (unit) => (unit === undefined ? "Number" : `Number (${unit})`),
  send: "Send my answer",
  call: "Please call me",
  language: "In which language do you want our messages?",
  channel: "How do you want our messages? We then use this way only.",
  channels: { sms: "By text message", voice: "By phone call", email: "By email" },
  change: "Change it",

  noted: "Thank you. We have it.",
  stands: "You told us something else here before, and that holds. To change it, call us.",
  youSaid: (what) => `You told us: ${what}`,
  emergency: "We do not read this day and night. In an emergency, call 911.",
  problems: {
    "nothing-chosen": "Please choose one.",
    "no-such-day": "Please write the date in numbers: month, day and year.",
    "day-out-of-bounds": "Please choose a date that fits.",
    "no-such-number": "Please write the number as digits.",
  },
  callUs: (phone) => `You can also call us${phone && ` at ${phone}`}.`,
  stopNote:
    "If you stop, we send no more reminders: no mails, no texts and no calls. Your care does not change.",
  stop: "Stop all messages",
};
