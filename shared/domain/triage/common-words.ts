/**
 * Words that patients mean when they write them, though a lexicon word is one slip away. Spelling
 * leaves them alone. Found by holding the lexicon against running text in both languages.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `about above after again alone along among another around asking based basic beach beard began
   begin being below black blank block board bored boring brave bread break breakfast bring broad
   broth brother brought brown build cards carry cases cause caused causes cheap cheat check chess
   cheese chose choose choosing claim class clean clear clever click clock close cloud coach coast
   could count county couple course court cover crash cream crest cross crowd crown dated dates
   daily dance dealing dear doing done doubt drain drama draw drawn dream dress dried drive driven
   driver driving drove early earth eight eighth email empty enjoy enough enter every exact except
   excess exist extra faced faces facts fails faith falls false families family fault favor feels
   feeling fence field fight filled filling final finally finding finds fined finer first fixed
   flash flat flavor flood floor flour fluid focus folks follow foods force forms forth found frame
   fresh friend front fruit games given gives giving glass going grade grand grass great green
   group grown guess guest happen happy harder hardly hated hates having heading health healthy
   hears hearing heating heats heave hello helped helper helps hence herself himself holding
   homes honest honey hoped hopes horse hotel hours house human hurry ideas image issue items
   itself joined joins judge keeps kicking kidding kinds knees knife knock known knows labels large
   later laugh learn least leave legal lemon level light liked likely limit lined lines listen
   little lived liver loans local lonely longer looked looking loose lost loved lower lucky lunch
   maker making manage maybe meals means meant media meets metal might minor minus mixed money
   month moral morning motor mouse moved moves movie moving music named names nearby nearly needed
   needs nerve never newer newly nicer night noise north noted notes novel nurse occur offer often
   older opens order other ought outer outside owned owner paint panel paper parking party passed
   passing paste patch pause paying peace phone photo picked piece place plain plane plans plant
   plate plays please point posted pound power press price pride prime print prior prison prize
   proof proud prove proven quick quiet quite radio raise range rapid rated rates reach react ready
   really relax reply rested right river rough round route sales salad sauce saved saves scale
   scene school score scores screen seems seen sending sense serve seven shall shape share shared
   sharing sharp shave shaving sheet shelf shift shirt shock shoes shore should shout shown shows
   sides sight signs silent since single sister sixth sized sizes skills sleep sleeping slight
   small smart smell smile smoke smooth snack sneak soda solid solve songs sorry sorts sound south
   space spare speed spell spend spent split spoke spoken spoon sport spots spray spread spring
   staff stage stand start started state stated stays steak steal steam steel steep step sticks
   still stock stone stood store storm story stove strange street strike string strip strong stuck
   study stuff style sugary suits sunny super swear sweat sweet swing table taken takes taking talks
   taste taught tax teach team tears tells tempo tends tests thank their theme there these thick
   thing things think third those three threw throw thrown times tired title today token topic
   total touch tough tower track trade trail train trash travel treat tree trend trial tried trips
   trouble truck truly trust truth turns twice types under union until upper upset urban usage used
   users using usual valid value video views visit visits voice wages waiting walks walls wants
   warmer warning wash waste watch water waves wears weather wedding weeks weigh weird wheel where
   which while white whole whose wider windy women words worked world worry worse worst worth would
   write wrong wrote years yesterday young yours youth breed breeds bleeding breach bleach blend
   blind blond bloom brood broom chart charts chase chased chased cheer cheers chest chests chat
   clause closer closest clothes collect college collapse comfort common convert convince cough
   cousin cramp crime crisis crops cruise dressed drinks drying dying facing factor fading failed
   fainter fairly famous farmer faster fasting father feed female fever fiber fifth figure finish
   fought fasted flush glance glued gossip grapes gravy greens hearty heather heaven heavier height
   herbs hiking hitting homework honor hoping hungry kidney kitchen ladder letter letters lesson
   losing lumpy manner market matter memory middle mirror mother muscle nation nature neither
   number object office online option oranges oven palm parent passion pasta pastor patient pattern
   pausing pencil people period person picture pillow pleasant plenty poster powder prefer pretty
   prince printed private problem produce profit promise protect public pulled purple rather reason
   recent record reduce refuse relief remain remember remind remote rented repair repeat report
   request rescue return reward saving search season secret select senior serving shadow shallow
   sheets shower silver simple smaller smoking social spear speech spirit splint spoiled sprain
   squash stable stairs stamps states station stayed steady sticky stitch stocks stones stopped
   straight stream stress stretch strict stripe stroked stroll student studied studio subject
   submit sudden summer supper supply support surely survey switch symbol system talent target
   taught temple tenant tender testing theory therapy thought threat threats thread throne tickets
   timing tissue tomato tongue topics tracks trains treated trying turned unable unless unlike
   update useful vacant valley varied vendor version village violin viral virus vision visitor
   visual volume walked wallet warmth washed wealth wearing weekend weekly weighed welcome western
   window winner winter within wonder wooden worker writer yellow
   swears swearing sweater sweaters sweets swelled swept swine drown drowned numbers heated
   falling filing calling ceiling cutting putting texted texting pasting posting tasting testing
   ending sensing sanding tending mending heading spending standing sounding binding reading
   stopper shopper shopping dropping dripping stepping slapping stooped message massage messages
   massages connect contacts contract contracts contrast content context contest remained
   removed remover revoked evoked blocking blood bloody flooded breaking braking baking barking
   breading dreading treading
   aires ahora algo algun alguien amiga amigo antes arriba bajar bajo banco barato bebida bueno
   buena buenas buenos cabello caja calle camino cambio cansado carta casas casos cerca cerrar claro
   clase cobro comer comida compra contar corte cosas crema cuando cuanto cuatro cuenta cuentas
   deber debes decir dejar delante dentro derecho desde despues dinero donde dormir durante ella
   ellas ellos entre error esposa esposo estar estas estos familia favor fecha fecho feliz fines
   firma forma fruta fuera fuerte gente grande gusta hablar hacer hasta hermano hijos horas igual
   jueves juego lados leche lejos lento libre lista lugar lunes llega llevar madre manos manera
   martes mayor mejor menos mesa miedo mientras mismo mucho mundo nadie nieto ninos noche nombre
   nuevo nunca otra otros padre pagar pague parar parece parte pasado pasar paseo pecado pelo perder
   perro pesar pesos pierde poder podria poner porque primo puede puedo puerta punto quien quiere
   quiero recibo regla saber salir salud segun seguro semana sentir siempre sobre sueno suerte
   tarde tengo tiempo tiene tienda todas todos tomar trabajo traer venir verdad viernes vivir vuelta`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
