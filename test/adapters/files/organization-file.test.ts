import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOrganizationFile } from "#adapters/files/organization-file";
import { organizationOf } from "#contracts/organization-file";
import { defaultPolicy } from "#domain/contact/default-policy";
import { parseDay } from "#domain/time";
import { root } from "#support/repository";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-organization-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const least = [
  "id: oak",
  "name: Oak Clinic",
  'phone: "+18005550100"',
  "lines: [care@oak.example]",
  "postalAddress: 1 Oak Street",
  "business: { zone: America/Chicago, days: mon-sat, hours: 08:30-16:00 }",
  "afterHoursDesk: true",
];

function read(...lines: readonly string[]) {
  const path = join(folder, "organization.yaml");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return readOrganizationFile(path);
}

const told = (...lines: readonly string[]) =>
  read(...lines).problems.map(({ line, column, code, message }) => ({
    at: `${line}:${column}`,
    code,
    message,
  }));

describe("an organization's settings in a file", () => {
  it("are the defaults where the example writes them out", () => {
    const { file, problems } = readOrganizationFile(join(root, "docs/examples/organization.yaml"));
    expect(problems).toEqual([]);
    const { policy } = organizationOf(file as NonNullable<typeof file>, {});
    const { closedDays, ...window } = policy.window;
    expect(closedDays).toEqual([]);
    expect({ ...policy, window }).toEqual(defaultPolicy);
  });

  it("may say no more than who the organization is", () => {
    const { file } = read(...least);
    expect(organizationOf(file as NonNullable<typeof file>, {})).toEqual({
      id: "oak",
      name: "Oak Clinic",
      phone: "+18005550100",
      lines: ["care@oak.example"],
      postalAddress: "1 Oak Street",
      business: {
        zone: "America/Chicago",
        opens: "08:30",
        closes: "16:00",
        days: [1, 2, 3, 4, 5, 6],
      },
      hasAfterHoursDesk: true,
      policy: defaultPolicy,
      notices: {},
    });
  });

  it("may narrow the week, day by day, and close days", () => {
    const { file } = read(
      ...least,
      "policy:",
      "  window: { mon-thu: 09:00-18:00, sat: 10:00-12:00 }",
      "  holidays: 10:00-12:00",
      "  closedDays: [2026-12-24]",
    );
    const { policy } = organizationOf(file as NonNullable<typeof file>, {});
    const weekday = { opensMinute: 540, closesMinute: 1080 };
    const short = { opensMinute: 600, closesMinute: 720 };
    expect(policy).toEqual({
      ...defaultPolicy,
      window: {
        byWeekday: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 6: short },
        holidays: short,
        closedDays: [parseDay("2026-12-24")],
      },
    });
  });

  it.each([
    [
      "a number without quotes",
      ["phone: +18005550100"],
      '`phone`: a phone number in quotes, such as "+12025550100".',
    ],
    [
      "holidays on which texts would come at night",
      ["policy: { holidays: 05:00-22:00 }"],
      "`policy.holidays`: open, closed, or hours between 08:00 and 21:00 as 10:00-16:00.",
    ],
    [
      "a cap that never allows anything",
      ["policy: { caps: [{ name: none, max: 0, per: local-day }] }"],
      "`policy.caps.0.max`: 1 or more; `rounds halt` stops all contacts.",
    ],
    [
      "a cap that looks further back than contacts are kept",
      ["policy: { caps: [{ name: two in a year, max: 2, per: rolling, hours: 8760 }] }"],
      "`policy.caps.0.hours`: at most 720, which are 30 days.",
    ],
    [
      "a zone that there is none of",
      ["business: { zone: Chicago, days: mon-fri, hours: 09:00-17:00 }"],
      "`business.zone`: an IANA zone, such as America/New_York.",
    ],
    [
      "days that are none",
      ["business: { zone: America/Chicago, days: weekdays, hours: 09:00-17:00 }"],
      "`business.days`: days, such as mon-fri or mon,wed,fri.",
    ],
    [
      "an id that could not be part of a key",
      ["id: oak#clinic"],
      "`id` has letters, digits, `-`, `_` and `.` alone, at most 64.",
    ],
    [
      "a line that is neither number nor mail",
      ["lines: [oak]"],
      '`lines.0`: a phone number in quotes, such as "+12025550100", or a mail address.',
    ],
    [
      "hours at night",
      ["policy: { window: { mon-fri: 09:00-22:00 } }"],
      "`policy.window.mon-fri`: hours between 08:00 and 21:00.",
    ],
    [
      "hours that are none",
      ["policy: { window: { mon-fri: 9 to 5 } }"],
      "`policy.window.mon-fri`: days and their hours, such as `mon-fri: 09:00-20:00`.",
    ],
    [
      "a day with two hours",
      ["policy: { window: { mon-fri: 09:00-17:00, fri: 09:00-12:00 } }"],
      "`policy.window.fri`: a day that has hours already.",
    ],
    [
      "a day off that is none",
      ["policy: { closedDays: [2026-02-30] }"],
      "`policy.closedDays.0`: a date as YYYY-MM-DD.",
    ],
    [
      "a scope that is none",
      ["policy: { revokeScope: everything }"],
      "`policy.revokeScope` is one of all, program.",
    ],
    [
      "a cap without its span",
      ["policy: { caps: [{ name: few, max: 1, per: rolling }] }"],
      "`policy.caps.0`: `hours` belongs to a cap that is `per: rolling`, and to no other.",
    ],
    ["nothing after a key", ["name:"], "There is no `name`. Add it."],
  ])("are refused for %s, with the place", (_, [line = ""], message) => {
    const key = line.split(":")[0];
    const others = least.filter((each) => !each.startsWith(`${key}:`));
    const [problem, ...more] = told(...others, line);
    expect(problem).toMatchObject({ code: "wrong-type", message });
    expect(problem?.at).toMatch(new RegExp(`^${others.length + 1}:`));
    expect(more).toEqual([]);
  });

  it("are refused for a word that nobody knows, with the one that was meant", () => {
    expect(told(...least, "policy: { threadHour: 12 }")).toEqual([
      {
        at: "8:11",
        code: "unknown-key",
        message: "`threadHour` is no setting. Did you mean `threadHours`?",
      },
    ]);
  });

  it("are refused where a part is missing, and where they are no YAML", () => {
    expect(told(...least.slice(1))).toEqual([
      { at: "1:1", code: "wrong-type", message: "There is no `id`. Add it." },
    ]);
    expect(told(...least, "id: oak")).toMatchObject([{ at: "8:1", code: "duplicate-key" }]);
    expect(told("- oak")).toMatchObject([{ at: "1:1", code: "wrong-type" }]);
  });
});
