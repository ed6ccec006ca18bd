import { describe, expect, it } from "vitest";
import { readYaml } from "#adapters/files/campaign-files";
import { disclosuresIn, lists } from "#domain/campaign/content/dictionary";
import { filesAt, textAt } from "#support/repository";

/** The words of a text that name a medicine, test, diagnosis or part of the body. */
function specific(text: string): readonly string[] {
  const found = disclosuresIn(text).filter(({ meanings }) =>
    meanings.some(({ telling }) => telling === "L2"),
  );
  return found.map(({ written }) => written);
}

const medicines = lists.find(({ what }) => what("x") === "names a medicine (x)")?.entries ?? {};

const terms = lists.flatMap(({ telling, entries }) =>
  Object.values(entries).flatMap((each) => each.map((term) => ({ telling, term }))),
);

describe("the dictionary of what words tell", () => {
  it("is written in its normal form: lower case, no accents, one space, * at an end only", () => {
    const isNormal = (term: string) => {
      const words = term.replace(/^\*/, "").replace(/\*$/, "").split(" ");
      const isPhrase = words.length > 1;
      return words.every((word) => /^[a-z0-9]+$/.test(word)) && !(isPhrase && term.startsWith("*"));
    };
    expect(terms.map(({ term }) => term).filter((term) => !isNormal(term))).toEqual([]);
  });

  it("opens no stem so short that it would catch ordinary words", () => {
    const stems = terms.filter(({ term }) => term.includes("*") && !term.includes(" "));
    expect(stems.filter(({ term }) => term.replaceAll("*", "").length < 4)).toEqual([
      { telling: "L2", term: "phq*" },
    ]);
  });

  it("lists no term twice, but what both names a medicine and tells of a class", () => {
    const named = new Set(Object.values(medicines).flat());
    const once = terms.filter(({ telling, term }) => telling === "L2" && !named.has(term));
    const seen = once.map(({ term }) => term);
    expect(seen.filter((term, index) => seen.indexOf(term) !== index)).toEqual([]);
    const all = Object.values(medicines).flat();
    expect(all.filter((term, index) => all.indexOf(term) !== index)).toEqual([]);
    const wrong = terms.filter(({ telling, term }) => telling !== "L2" && named.has(term));
    expect(wrong).toEqual([]);
  });

  it("lists no term that another of the same name covers already", () => {
    const covered = lists.flatMap(({ entries }) =>
      Object.values(entries).flatMap((each) =>
        each.filter((term) =>
          each.some(
            (other) =>
              other !== term && /^[^*]+\*$/.test(other) && term.startsWith(other.slice(0, -1)),
          ),
        ),
      ),
    );
    expect(covered).toEqual([]);
  });

  it("has words for every name, those of medicines that tell of a class among them", () => {
    const names = lists.flatMap(({ entries }) => Object.entries(entries));
    expect(names.filter(([, each]) => each.length === 0)).toEqual([]);
  });

  it("holds the three hundred most prescribed medicines and more", () => {
    expect(Object.keys(medicines).length).toBeGreaterThan(400);
  });

  it("says in each file which version it is", () => {
    for (const file of filesAt("shared/domain/campaign/content/*.json")) {
      expect(JSON.parse(textAt(file))).toMatchObject({
        version: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        about: expect.stringMatching(/\.$/),
      });
    }
  });
});

describe("the dictionary finds", () => {
  it.each([
    ["generic names", "atorvastatin LISINOPRIL metformin, amlodipine; levothyroxine", 5],
    ["Spanish names", "atorvastatina, levotiroxina, hidroclorotiazida, amoxicilina, omeprazol", 5],
    ["brands", "Lipitor, Zestril, Ozempic, Eliquis, Synthroid, Zoloft, Jardiance", 7],
    [
      "names that are on no list, by their stems",
      "moexipril eprosartan alogliptin nitrendipine",
      4,
    ],
    ["classes", "your statin, ACE inhibitor, blood thinner, beta-blocker, antibiótico", 5],
    ["diagnoses", "diabetes, high blood pressure, asma, cáncer, COPD, presión alta, insomnio", 7],
    ["tests", "A1c, mammogram, mamografía, colonoscopy, Pap, INR, INRs, resonancia", 7],
    ["parts of the body", "breast, cervix, colon, próstata, kidneys, corazón", 6],
    ["HIV", "HIV, VIH, SIDA, antirretrovirales, viral load", 5],
    ["substance use", "methadone, Suboxone, adicción, overdose, sobriety", 5],
    ["mental health", "depression, ansiedad, psychiatrist, psiquiatra, bipolar", 5],
    ["reproductive health", "pregnancy, embarazo, birth control, DIU, abortion", 5],
    ["infections", "chlamydia, sífilis, STD, HPV, herpes", 5],
    ["genetic information", "BRCA, genetic, DNA, mutación, Huntington's", 5],
  ])("%s", (_, text, count) => {
    expect(specific(text)).toHaveLength(count);
  });

  it("what a brand stands for, and the class of care that it tells of", () => {
    const [norvasc, zoloft] = disclosuresIn("Norvasc, Zoloft");
    expect(norvasc?.meanings[0]?.what).toBe("names a medicine (amlodipine)");
    expect(zoloft?.meanings[0]?.what).toBe(
      "names a medicine (sertraline) and so tells of mental health",
    );
  });

  it("kinds of care as such", () => {
    const telling = disclosuresIn("a refill, a lab test, un examen, su receta").flatMap(
      ({ meanings }) => meanings.map((each) => each.telling),
    );
    expect(new Set(telling)).toEqual(new Set(["L1"]));
  });
});

/** Words of every day, and those of care that name nothing in particular. */
const ordinary = `
  the be to of and a in that have it for not on with he as you do at this but his by from they we say
  her she or an will my one all would there their what so up out if about who get which go me when make
  can like time no just him know take people into year your good some could them see other than then now
  look only come its over think also back after use two how our work first well way even new want because
  any these give day most us are is was been had has did said each tell does set three air end put home
  read hand port large spell add land here must big high such follow act why ask men change went light
  kind off need house picture try again animal point mother world near build self earth father head stand
  own page should country found answer school grow study still learn plant cover food sun four between
  state keep eye never last let thought city tree cross farm hard start might story saw far sea draw left
  late run while press close night real life few north open seem together next white children begin got
  walk example ease paper group always music those both mark often letter until mile river car feet care
  second book carry took science eat room friend began idea fish mountain stop once base hear horse cut
  sure watch color face wood main enough plain girl usual young ready above ever red list though feel talk
  bird soon body dog family direct pose leave song measure door product black short numeral class wind
  question happen complete ship area half rock order fire south problem piece told knew pass since top
  whole king space heard best hour better true during hundred five remember step early hold west ground
  interest reach fast verb sing listen six table travel less morning ten simple several vowel toward war
  lay against pattern slow center love person money serve appear road map rain rule govern pull cold
  notice voice unit power town fine certain fly fall lead cry dark machine note wait plan figure star box
  noun field rest correct able pound done beauty drive stood contain front teach week final gave green oh
  quick develop ocean warm free minute strong special mind behind clear tail produce fact street inch
  multiply nothing course stay wheel full force blue object decide surface deep moon island foot system
  busy test record boat common gold possible plane stead dry wonder laugh thousand ago ran check game
  shape equate hot miss brought heat snow tire bring yes distant fill east paint language among
  april august pace salt iron step stool ride card clinic nurse doctor pharmacy refill pill medicine lab
  result screening visit appointment reminder message number opt reply program member benefits coverage
  insurance spine vine line fine done phone alone bone stone zone migrant aspiring condone appetite
  hearing aids first aid band-aid no smoking by heart
  de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí
  porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos
  uno les ni contra otros ese eso ante ellos esto mí antes algunos qué unos yo otro otras otra él tanto
  esa estos mucho quienes nada muchos cual poco ella estar estas algunas algo nosotros mi mis tú te ti tu
  tus ellas años tiempo casa vida mano parte día hombre mundo mujer caso país lugar persona hora trabajo
  punto cosa problema forma agua noche modo camino gente hijo madre padre papá mamá mamás tía abril actos
  gotas servir vivir mover hervir abrir subir soberano soberbia migrante salud clínica enfermera médico
  farmacia receta surtir medicina laboratorio examen prueba resultado cita visita aviso mensaje número
  llamada tarjeta correo ayuda seguro familia de todo corazón recto derecho matriz gota sueño
`;

describe("the dictionary leaves alone", () => {
  it("words of every day, in both languages", () => {
    expect(specific(ordinary.replaceAll(/\s+/g, " . "))).toEqual([]);
    expect(specific(ordinary)).toEqual([]);
  });

  it("every word of the shipped messages and notices", () => {
    const words: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === "string") words.push(value);
      else if (typeof value === "object")
        for (const each of Object.values(value ?? {}) as unknown[]) collect(each);
    };
    for (const file of filesAt("campaigns/**/messages/*.yaml", "campaigns/notices/*.yaml")) {
      collect(readYaml(file).value);
    }
    expect(words.length).toBeGreaterThan(200);
    expect(words.flatMap(specific)).toEqual([]);
  });
});
