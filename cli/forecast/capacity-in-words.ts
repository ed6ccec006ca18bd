import type { ForecastTable } from "#domain/forecast/table";
import { touchWords } from "#domain/ledger/in-words/reasons";
import type { Channel } from "#domain/patient/contact-point";
import { count, several } from "../report/numbers.ts";
import type { Paint } from "../report/table.ts";

type Lane = ForecastTable["capacity"][number];

/** Whether the lanes keep up, and what to do where they do not. */
export function capacitySection(
  { environment, capacity }: Pick<ForecastTable, "environment" | "capacity">,
  paint: Paint,
): string {
  if (environment === undefined) return "";
  const title = `${paint.bold("Pace")}  ${paint.dim(`of ${environment}`)}`;
  const lanes = capacity.filter(({ days }) => days.length > 0);
  if (lanes.length === 0) return `${title}\n  no lane has a bound that these contacts meet`;
  return [title, ...lanes.flatMap((lane) => laneLines(lane, paint))].join("\n");
}

function laneLines(lane: Lane, paint: Paint): readonly string[] {
  const { perSecond, days, late } = lane;
  const words = `${touchWords[lane.lane]}s`;
  const waits = Math.max(...days.map(({ longestWaitMs }) => longestWaitMs));
  const unit = lane.lane === "sms" ? "parts" : words;
  const lead = `  ${words}: ${perSecond} ${unit} a second`;
  if (late === 0) return [`${lead}, all leave in time, waiting ${waitInWords(waits)} at most`];
  const lateDays = days.filter((day) => day.late > 0);
  return [
    lead,
    ...lateDays.map((day) =>
      paint.red(
        `  On these numbers ${several(day.late, touchWords[lane.lane])} of ${day.day} cannot leave before their notAfter.`,
      ),
    ),
    `  ${whatToDo(lane)}`,
  ];
}

const asks: Readonly<Record<Channel, string>> = {
  sms: "ask for more at the carriers (10DLC vetting, or a short code)",
  email: "ask SES for a higher sending rate",
  voice: "ask Connect for more calls a second",
};

function whatToDo({ lane, paceNeeded }: Lane): string {
  const pace =
    paceNeeded === undefined
      ? "No pace would do, for the hours left are too short"
      : `A pace of ${count(paceNeeded)} a second would do: ${asks[lane]}`;
  return `${pace}; or begin with part of the audience, or give the step a longer notAfter.`;
}

/** To the second under two minutes, to the minute under two hours, else in hours. */
function waitInWords(ms: number): string {
  if (ms < 120_000) return `${Math.ceil(ms / 1_000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}
