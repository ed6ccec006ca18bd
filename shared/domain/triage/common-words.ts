/**
 * Ordinary words that stand one slip away from an emergency's word and mean themselves: a wellness
 * visit is no weakness visit. Spelling leaves them alone. Found by holding the forgiven words
 * against running text in both languages.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `allergies attach beach bleaching bleating blending blessing blinding blond    bloody bloom breach breaching breading breadth breaking breeding brood calming cheat chess
   clashing coaching collapse conclusion conclusions confuse confuses constructions
   consumed contacts contract contused conversion conversions cooking counting coupling crashing
   crest crossing cruising crunching culling doing downing draining dripping droning drooling
   dropping drowsing drying dyeing emergence emergent fainter fewer fibre gaping
   gapping gassing grasping heard hears hearth hearts hearty interest interests massage massages
   massaging migrating numbers overcome pantallas pleasure pointing poisons pregnancy pressured
   pressures prision prison remainder reminded respetar sagrado sanding scabbed scarring seeding
   selling sensing sever severed sharpness shelling shortest slurped slurping smelling sneezing
   sourcing sparring spelling spending spool stabled starring stealing stirring stoke stood
   stoop strike strode stroked stubbed sullenly swearing sweating sweeping swilling
   testing threat visions visiting weariness wellness wring wrung`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
