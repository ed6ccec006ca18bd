import { type Outcome, refused, told } from "#contracts/api/outcome";
import type { HaltBody, ResumeBody, Switches } from "#contracts/api/switches";
import type { Halted } from "#domain/contact/halt";
import type { StaffMember } from "#domain/staff/member";
import { formatInstant, parseInstant } from "#domain/time";
import { createTurnSwitches, type Held, type SwitchPorts } from "../turn-switches.ts";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";

/**
 * The switches as staff turn them, of their own organization. Each answers what is stopped then, and
 * a repeat changes nothing. Who pressed is kept with a halt.
 */
export function createStaffSwitches(ports: SwitchPorts) {
  const turn = createTurnSwitches(ports);
  const held = ({ organization }: StaffMember) => turn(organization, { verb: "halt", what: [] });
  const turnCampaign =
    (verb: "halt" | "resume") =>
    async (member: StaffMember, path: CampaignPath): Promise<Outcome<Switches>> => {
      const what = [campaignAt(path)];
      const now = await turn(member.organization, { verb, what });
      return now.unknown.length > 0 ? refused("no-such-campaign") : told(shown(now));
    };
  return {
    showSwitches: async (member: StaffMember) => told(shown(await held(member))),
    haltContacts: async ({ organization, user }: StaffMember, { what }: HaltBody) =>
      told(shown(await turn(organization, { verb: "halt", what: [what], user }))),
    /**
     * What the breaker set after the member looked stays: they do not know of it. A halt that stands is
     * never replaced, so only another's resume could let the breaker in between look and write.
     */
    resumeContacts: async (
      member: StaffMember,
      { what, since }: ResumeBody,
    ): Promise<Outcome<Switches>> => {
      const { halted } = await held(member);
      const standing = halted.find((halt) => halt.what === what);
      if (standing && standing.since !== parseInstant(since)) return refused("stale-version");
      return told(shown(await turn(member.organization, { verb: "resume", what: [what] })));
    },
    pauseCampaign: turnCampaign("halt"),
    resumeCampaign: turnCampaign("resume"),
  };
}

function shown({ halted, paused }: Held): Switches {
  return { halts: halted.map(haltShown), paused: [...paused] };
}

function haltShown({ since, ...halt }: Halted): Switches["halts"][number] {
  return { ...halt, since: formatInstant(since) };
}
