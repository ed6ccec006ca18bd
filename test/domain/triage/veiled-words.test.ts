import { describe, expect, it } from "vitest";
import { triage } from "#domain/triage/triage";

describe("words behind which a nurse hears a plan", () => {
  it.each([
    ["a weapon at hand", "the shotgun is on the kitchen table"],
    ["a weapon fetched", "I'm going to get my gun"],
    ["a wish beside a daily word", "turn off the tv, I want to die"],
    ["a goodbye", "I said my goodbyes to the grandkids already"],
    ["giving things away", "he gave away his tools, says he won't need them where he is going"],
    ["pills put by", "been saving up my sleeping pills for when the time comes"],
    [
      "a day that is not to be lived to see",
      "I won't be around by Christmas and I don't want to be",
    ],
    ["joining the dead", "I just want to join my husband soon, in heaven"],
    ["a place", "I drove out to the bridge and sat there all night"],
    ["one's own funeral", "pick nice songs for my funeral"],
    ["money after death", "they're better off with the insurance money"],
    ["a prayer to be taken", "I ask God to take me every night"],
    ["hurting oneself", "I cut my arms with a razor again"],
    ["a night that is chosen", "I made up my mind, tonight is the night"],
    ["no way back", "there's no coming back from where I'm going"],
    ["not deserving to live", "I don't deserve to be alive"],
    ["urges", "the urge to slit my wrist is back"],
    ["a car as a means", "I keep thinking about running her over with my truck"],
    ["a child in danger from oneself", "I held the baby under the water and I'm scared of myself"],
    ["voices", "the voices tell me to smother the baby"],
    ["someone who is to pay", "I'm going to make my brother pay tonight"],
  ])("%s: %s", (_, text) => {
    expect(triage(text, "en").tier).toBe("T0");
  });

  it.each([
    ["un arma", "tengo la pistola en la mesa"],
    ["una despedida", "adiós a todos, perdónenme"],
    ["pastillas guardadas", "junté las pastillas, ya saben para qué"],
    ["no llegar a un día", "ya no voy a estar en este mundo la semana que viene"],
    ["dormir sin despertar", "quisiera dormirme y nunca despertar"],
    ["cartas", "ya escribí las cartas para mis hijos"],
    ["un ruego", "Dios ya llévame"],
    ["ojalá no despertar", "ojalá no despierte mañana"],
    ["el arma en la cabeza", "me puse la pistola en la cabeza"],
    ["voces", "una voz me dice que la ahogue"],
  ])("%s: %s", (_, text) => {
    expect(triage(text, "es").tier).toBe("T0");
  });

  it.each([
    "I have a heat gun burn question",
    "going to my aunt's funeral, can't come Friday",
    "that pill stopped me in my tracks",
    "I'm sick of taking all these pills",
    "the gun show is that day, can we move my visit",
    "I scratched my arms again, so itchy",
    "need to scratch my skin every minute",
    "no quiero seguir con la insulina",
  ])("%s is none of these", (text) => {
    expect(triage(text).tier).not.toBe("T0");
  });
});
