import { describe, expect, it } from "vitest";
import { readFields, readOptOutHeader } from "#contracts/opt-outs/header";

describe("the header of a list of opt-outs", () => {
  it("names its columns in any order and case, and others beside them", () => {
    expect(readOptOutHeader("Notes,WHEN,Address,channel,Source,purpose,Patient")).toEqual({
      ok: true,
      value: {
        delimiter: ",",
        width: 7,
        addresses: [2],
        when: 1,
        channel: 3,
        source: 4,
        purpose: 5,
        patient: 6,
      },
    });
  });

  it("may be Spanish, with accents, semicolons and a byte order mark", () => {
    expect(readOptOutHeader("\uFEFFTeléfono;Correo electrónico;paciente;Canal;FECHA")).toEqual({
      ok: true,
      value: { delimiter: ";", width: 5, addresses: [0, 1], patient: 2, channel: 3, when: 4 },
    });
  });

  it("may be quoted, and use tabs", () => {
    expect(readOptOutHeader('"address"\t"notes, and more"\t"when"')).toMatchObject({
      ok: true,
      value: { delimiter: "\t", width: 3, addresses: [0], when: 2 },
    });
  });

  it("of one column needs no delimiter", () => {
    expect(readOptOutHeader("patient")).toMatchObject({
      ok: true,
      value: { width: 1, patient: 0 },
    });
  });

  it.each([
    ["is empty", ""],
    ["is a row", "+12025550111,sms"],
    ["names no one", "channel,when"],
    ["is in another encoding", "\uFFFD\uFFFDa\u0000d\u0000d\u0000"],
    ["has an open quote", '"address,when'],
  ])("that %s is refused with what to do", (_, line) => {
    const read = readOptOutHeader(line);
    expect(read).toMatchObject({ ok: false, fault: { reason: "opt-outs/no-header" } });
    expect(JSON.stringify(read)).not.toContain("2025550111");
  });

  it("that means the same by two columns is refused", () => {
    expect(readOptOutHeader("address,when,fecha")).toMatchObject({
      ok: false,
      fault: { reason: "opt-outs/column-twice" },
    });
  });

  it("tells by which fields a row is read: in them no line may end", () => {
    const read = readOptOutHeader("notes,address,when");
    if (!read.ok) throw new Error("not read");
    expect(readFields(read.value)).toEqual([1, 2]);
  });
});
