import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Gathering } from "#contracts/fhir/gathering";
import { subjectOf } from "#contracts/fhir/subject";
import { compiled } from "#domain/audience/compile";
import { includes } from "#domain/audience/interval";
import { solveCompiled } from "#domain/audience/solve";
import { wantedBy } from "#domain/audience/wanted";
import { computed, figuresOf, type Result } from "./figures.ts";
import { bundles, campaigns, concepts, today } from "./population.ts";

const patients = 4_000;
const rounds = 9;

/**
 * Selection from raw FHIR JSON beside `JSON.parse` alone on the same files, turn by turn in one
 * process. Both begin with the bytes of the files in memory.
 */
export function fromRaw(): readonly Result[] {
  const texts = written(bundles(patients));
  const [campaign] = campaigns.filter(({ id }) => id === "screening/mammogram");
  if (campaign === undefined) throw new Error("no mammogram campaign");
  const audience = compiled(campaign.audience, concepts);
  const wants = wantedBy([campaign], concepts);
  let members = 0;
  const select = () => {
    members = 0;
    const gathering = new Gathering(wants, () => undefined);
    texts.forEach((text, line) => void gathering.add(text, { file: "bench", line }));
    for (const gathered of gathering.finish()) {
      const subject = subjectOf(gathered, today);
      if (subject && includes(solveCompiled(audience, subject), today)) members += 1;
    }
  };
  const parse = () => texts.forEach((text) => void JSON.parse(text));
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const parsing = computed(parse);
    const selecting = computed(select);
    if (round === 0) continue;
    ratios.push(parsing / selecting);
    rates.push((1000 * patients) / selecting);
  }
  if (members === 0 || members === patients) throw new Error("nobody was told apart");
  return [
    {
      name: "Selection from raw FHIR, of the rate of JSON.parse",
      unit: "×",
      figures: figuresOf(ratios),
      bar: { is: "at-least", value: 0.25 },
    },
    { name: "Patients selected from raw FHIR", unit: "patients/s", figures: figuresOf(rates) },
  ];
}

/** Through files, so that what is parsed is what an export would hold. */
function written(texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "rounds-bench-"));
  try {
    texts.forEach((text, i) => {
      writeFileSync(join(folder, `${String(i).padStart(6, "0")}.json`), text);
    });
    const files = readdirSync(folder).toSorted();
    return files.map((file) => readFileSync(join(folder, file), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
