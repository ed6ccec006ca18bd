/** Words that opt-out phrases share, in the syntax of `triage/phrase.ts`. */

/** What people do not want to get, or to be done to them. */
export const contact =
  "text|texts|texting|call|calls|calling|message|messages|messaging|contact|contacting|email|emails|emailing|remind|reminding|reminders|reminder|bother|bothering|bugging|spamming|spam|harassing|harass|notifying|notifications|msging|annoying|pestering|sms|communication|communications|solicitation|solicitations|robocalls|alerts|outreach";

/** What they ask us not to do. */
export const verb =
  "text|texting|call|calling|message|messaging|contact|contacting|email|emailing|remind|reminding|bother|bothering|send|sending|write|writing|harass|spam|bug|notify|annoy";

/** What it is that comes. */
export const thing =
  "text|texts|call|calls|message|messages|reminder|reminders|email|emails|notifications|alerts|sms|mensajes|these|this|those|them|updates";

/** What they want to be out of. */
export const program =
  "list|lists|program|study|system|texts|texting|messages|thing|group|chat|service|campaign|thread|mailing|database|records|rolodex|contacts|app|file|files|distribution|call";

/** What stands between the verb and its object. */
export const swear =
  "w|further|future|fucking|fuckin|freaking|frigging|damn|goddamn|bloody|effing|all|with|the|these|those|your|my|any|automated|annoying|stupid|constant|daily|me|us|this|of|him|her|so|random|unwanted|sending";

/** What stands between "do not want" and what is not wanted. */
export const filler =
  "to|for|up|in|be|being|get|getting|receive|receiving|have|having|continue|hear|hearing|any|more|further|your|these|this|the|those|such|from|all|future|additional|another|automated|damn|fucking|stupid|annoying|health|you|anymore|so|many|sending|sent|keep|constant|daily|unwanted|part|of";

/** What people also leave, cancel or stop, and not through us. */
export const otherThing =
  "newspaper|newspapers|magazine*|gym|insurance|waitlist|waiting|schedule|plan|medicare|medicaid|netflix|cable|hospice|diet|oxygen|ventilator|calendar|appointment*|visit|chemo|dialysis|work|bill|policy|account at|bus|airbag|newsletter|hulu";
