import { type SymptomEntry, symptoms } from "./entry.ts";
import { medicine } from "./medicines.ts";

/** T2: needs a nurse the same day. Vital signs with numbers are read in `vitals.ts`. */
const english = symptoms("T2", "en", {
  heart: [
    "heart|heartbeat|pulse ~ racing|pounding|flutter*|fast|irregular*|skipping|jump*",
    "palpitation*",
    "winded easily|walking",
    "wheez*",
    "can|could not lie|lay|sleep flat|down",
    "swelling|swollen|swell|swelled ~ leg|legs|ankle|ankles|feet|foot|hands",
    "leg|calf ~ swollen|swelling|red|warm ~ pain*|hurt*|sore",
    "calf ~ pain*|swollen|swelling",
  ],
  bleeding: [
    "bleed|bleeds|bleeding|bled",
    "nosebleed*",
    "nose|gum|gums ~ bleed*",
    "blood in|with my|the urine|pee",
    "urine|pee ~ blood*|red|pink",
    "new|big|easy|unexplained|lots bruis*",
    "bruising|bruises easily|everywhere",
  ],
  infection: [
    "high|bad|spiking|burning fever|temperature",
    "chemo*|immunosuppress*|transplant|neutropeni* & fever|chills|temperature",
    "fever ~ rash|days|chills|shaking",
    "wound|incision|cut|sore|stitches ~ pus|red|infected|oozing|smell*",
    "rash ~ new|spreading|all over|after|since|medic*|pill*",
    "allergic reaction",
  ],
  stomach: [
    "can|could not keep|hold ~ down",
    "vomit*|throwing|diarrhea ~ (days|hours|all day|all night|nonstop|not stop)",
    "dehydrat*",
  ],
  nerves: [
    "confused|confusion|disoriented",
    "numb|numbness|weakness",
    "blurr*|blurry ~ vision|eyes|eye|see*",
    "fell|fallen|falling ~ down|hurt|hip|floor|stairs|shower|bathroom|bed|again|over",
    "i|he|she|mom|dad|have|had fell $",
    "had|have a|bad fall",
    "hit|bang*|bumped|smack* my|his|her head",
    "lost my|his|her? balance",
    "can|could not walk",
    "tingling ~ face|lips|lip|tongue|mouth",
    "severe|unbearable|excruciating|terrible|horrible|agonizing ~ pain|headache|migraine",
    "migraine ~ days|vision",
    "very|really|so|extremely dizzy|lightheaded|weak",
  ],
  sight: ["(can|could) not see (straight|right|well|good|clear|clearly)"],
  medicine: [
    "muscle*|legs ~ pain*|ache*|aching|sore|weak* & dark|brown urine|pee",
    "skin|eye|eyes ~ yellow*",
    "jaundice*",
    "ran|run|running|am|are out of ~ insulin|warfarin|coumadin|eliquis|xarelto|keppra|seizure",
    "no|not have any|more|have|got insulin|warfarin|eliquis|xarelto left?",
    "missed|skipped|forgot ~ two|three|four|five|several|few|many|# ~ insulin|warfarin|coumadin|eliquis|xarelto|seizure|thinner",
    "sugar|glucose ~ too? high|low|dropping|crashing|bottoming|hi",
    `wrong|someone|husbands|wifes else? ${medicine} ~ took|taken|take`,
    "bad|severe|serious|terrible reaction",
    "withdrawal|withdrawals",
  ],
  pregnancy: [
    "pregnan*|postpartum|trimester & fever|swelling|swollen|vomiting|chills",
    "spotting ~ pregnan*",
  ],
  distress: [
    "panic attack*",
    "can not take|stand|handle (it|this|the pain|this pain) any? anymore|longer",
    "depressed|hopeless|worthless ~ so|very|really|feel*",
    "give|giving up ~ life|everything",
  ],
});

const spanish = symptoms("T2", "es", {
  corazon: [
    "corazon ~ acelerad*|rapid*|brinc*|fuerte|palpit*",
    "palpitaciones|taquicardia",
    "hinch* ~ pierna*|pie|pies|tobillo*|mano*",
    "no puedo ~ acostar*|dormir acostad*",
    "pantorrilla ~ dolor|duele|hinch*",
  ],
  sangrado: ["sangra|sangrado|sangrando|sangro", "sangre ~ orina|orinar|nariz|encias", "moretones"],
  infeccion: [
    "fiebre|calentura|temperatura alta|muy",
    "fiebre ~ dias|escalofrios|sarpullido",
    "herida|cortada ~ pus|infectada|roja",
    "sarpullido|ronchas|urticaria",
    "reaccion alergica",
    "quimio* & fiebre|calentura|escalofrios",
  ],
  estomago: [
    "vomito|vomitos|vomitando|vomitado|vomite|vomita ~ dias|horas|mucho|todo|nada|parar",
    "diarrea ~ dias|horas|mucha",
    "no retengo|tolero|aguanto ~ nada|comida|agua|liquidos|medic*",
    "deshidrat*",
  ],
  nervios: [
    "confundid*|desorientad*|confusion",
    "vision borrosa",
    "veo borroso",
    "me|se cai|cayo|caido",
    "golpe* ~ cabeza",
    "no puedo|puede caminar",
    "dolor* ~ muy? insoportable|fuertisimo|horrible|terrible",
    "muy maread*|debil",
  ],
  medicina: [
    "piel|ojos ~ amarill*",
    "orina ~ oscura|cafe ~ dolor*|musc*",
    "azucar|glucosa ~ muy? alt*|baj*|subio|bajo",
    "acabo|acaba|sin|quede|terminar* ~ insulina|warfarina|eliquis",
    "no tengo insulina|warfarina",
    "mala|fuerte reaccion",
  ],
  embarazo: ["embaraz* & fiebre|hinch*|vomit*"],
  angustia: ["ataque de panico|ansiedad|nervios", "ya no aguanto|puedo mas? $", "muy deprimid*"],
});

/**
 * Violence at home. Answered by a person only: the phone may be in the other one's hands, so no
 * automatic text may name the topic; T2 is the fastest queue whose text names none.
 */
const violence: readonly SymptomEntry[] = [
  {
    kind: "symptom",
    id: "T2/violence-at-home",
    tier: "T2",
    language: "en",
    review: true,
    phrases: [
      "hit|hits|hitting|beat|beats|beating|punched|slapped|kicked|choked|strangled|chokes|slaps me",
      "he|she|husband|wife|boyfriend|girlfriend|partner|ex|son hurt|hurts|hurting|threatens|threatened|abuses|abused|rapes|raped me",
      "afraid|scared|fear|terrified of? my|him|her husband|wife|boyfriend|girlfriend|partner|ex",
      "afraid|scared|terrified of him|her",
      "he|she|husband|boyfriend|partner|wife reads|checks|watches|tracks|controls my phone|texts|messages",
      "domestic violence|abuse",
      "not safe at home",
      "abusive",
      "raped|assaulted",
    ],
  },
  {
    kind: "symptom",
    id: "T2/violencia-en-casa",
    tier: "T2",
    language: "es",
    review: true,
    phrases: [
      "me pega|golpea|golpeo|pego|maltrata|amenaza|violo|abusa|ahorco",
      "miedo a|de|le? mi? esposo|marido|pareja|novio|el|ex",
      "lee|revisa|controla mi|mis telefono|celular|mensajes",
      "violencia domestica",
      "abusivo|abusiva|maltrato",
    ],
  },
];

export const t2: readonly SymptomEntry[] = [...english, ...spanish, ...violence];
