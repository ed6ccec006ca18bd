import type { ZoneId } from "../zone.ts";
import { isStateCode, type StateCode, zonesOfState } from "./state-zones.ts";

/**
 * Area codes of the North American Numbering Plan by state or territory, as its administrator
 * (NANPA) assigned them through 2026, those not yet in service included. Codes that are no place's
 * (toll-free 8xx, personal 5xx, 600, 700, 710, 900) are left out, for they tell nothing.
 */
const codesByState =
  "AL 205 251 256 334 483 659 938 AK 907 AZ 480 520 602 623 928 AR 327 479 501 870 CA 209 213 279 " +
  "310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 " +
  "747 760 805 818 820 831 837 840 858 909 916 925 949 951 CO 303 719 720 748 970 983 CT 203 475 " +
  "860 959 DE 302 DC 202 771 FL 239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 " +
  "813 850 863 904 941 954 GA 229 404 470 478 678 706 762 770 912 943 HI 808 ID 208 986 IL 217 224 " +
  "309 312 331 447 464 618 630 708 730 773 779 815 847 861 872 IN 219 260 317 463 574 765 812 930 " +
  "IA 319 515 563 641 712 KS 316 620 785 913 KY 270 364 502 606 859 LA 225 318 337 457 504 985 ME " +
  "207 MD 227 240 301 410 443 667 MA 339 351 413 508 617 774 781 857 978 MI 231 248 269 313 517 586 " +
  "616 679 734 810 906 947 989 MN 218 320 507 612 651 763 924 952 MS 228 471 601 662 769 MO 235 314 " +
  "417 557 573 636 660 816 975 MT 406 NE 308 402 531 NV 702 725 775 NH 603 NJ 201 551 609 640 732 " +
  "848 856 862 908 973 NM 505 575 NY 212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 " +
  "718 838 845 914 917 929 934 NC 252 336 472 704 743 828 910 919 980 984 ND 701 OH 216 220 234 283 " +
  "326 330 380 419 436 440 513 567 614 740 937 OK 405 539 572 580 918 OR 458 503 541 971 PA 215 223 " +
  "267 272 412 445 484 570 582 610 717 724 814 835 878 RI 401 SC 803 821 839 843 854 864 SD 605 TN " +
  "423 615 629 729 731 865 901 931 TX 210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 " +
  "726 737 806 817 830 832 903 915 936 940 945 956 972 979 UT 385 435 801 VT 802 VA 276 434 540 571 " +
  "686 703 757 804 826 948 WA 206 253 360 425 509 564 WV 304 681 WI 262 274 353 414 534 608 715 920 " +
  "WY 307 PR 787 939 VI 340 GU 671 MP 670 AS 684";

/**
 * Codes that lie wholly in one zone of a state that has several (49 CFR 71). Every other code of
 * such a state may be in any of its zones.
 */
const parts: Readonly<Record<ZoneId, string>> = {
  "America/New_York":
    "239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954 502 859 865",
  "America/Chicago":
    "615 629 731 901 931 316 913 402 531 210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 " +
    "726 737 806 817 830 832 903 936 940 945 956 972 979",
  "America/Denver": "915",
  "America/Los_Angeles": "503 971 702 725",
  "America/Phoenix": "480 520 602 623",
  "America/Detroit": "231 248 269 313 517 586 616 679 734 810 947 989",
  "America/Indiana/Indianapolis": "260 317 463 765",
};

/**
 * Codes of the plan's other countries, with the zones of the tz database in which their people
 * live. Places whose clocks agree today share one: Labrador and Halifax, Blanc-Sablon and Puerto
 * Rico, Creston and Fort Nelson, Coral Harbour and Panama.
 */
const elsewhere: readonly (readonly [codes: string, ...zones: ZoneId[]])[] = [
  ["368 403 587 780 825", "America/Edmonton"],
  ["604", "America/Vancouver"],
  ["236 250 257 672 778", "America/Vancouver", "America/Edmonton", "America/Fort_Nelson"],
  ["204 431 584", "America/Winnipeg"],
  ["306 474 639", "America/Regina", "America/Edmonton"],
  ["226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942", "America/Toronto"],
  ["807", "America/Toronto", "America/Winnipeg", "America/Panama"],
  ["263 354 438 450 468 514 579 819 873", "America/Toronto"],
  ["273 367 418 581", "America/Toronto", "America/Halifax", "America/Puerto_Rico"],
  ["428 506 782 902", "America/Halifax"],
  ["709 879", "America/St_Johns", "America/Halifax"],
  [
    "867",
    "America/Whitehorse",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Panama",
    "America/Toronto",
  ],
  ["242", "America/Nassau"],
  ["246", "America/Barbados"],
  ["264", "America/Anguilla"],
  ["268", "America/Antigua"],
  ["284", "America/Tortola"],
  ["345", "America/Cayman"],
  ["441", "Atlantic/Bermuda"],
  ["473", "America/Grenada"],
  ["649", "America/Grand_Turk"],
  ["658 876", "America/Jamaica"],
  ["664", "America/Montserrat"],
  ["721", "America/Lower_Princes"],
  ["758", "America/St_Lucia"],
  ["767", "America/Dominica"],
  ["784", "America/St_Vincent"],
  ["809 829 849", "America/Santo_Domingo"],
  ["868", "America/Port_of_Spain"],
  ["869", "America/St_Kitts"],
];

/** Where numbers of an area code are given out. */
export interface AreaPlace {
  /** None for codes of other countries. */
  readonly state?: StateCode;
  readonly zones: readonly ZoneId[];
}

const places: ReadonlyMap<string, AreaPlace> = new Map([...placesInStates(), ...placesElsewhere()]);

/**
 * Where the owner of a number may live, told by its area code alone: people move and keep their
 * numbers. Undefined for a code that is no place's, and for numbers of other plans.
 * @param number E.164, `+12125550134`.
 */
export function placeOfNumber(number: string): AreaPlace | undefined {
  const [, code] = /^\+1(\d{3})\d{7}$/.exec(number) ?? [];
  return code === undefined ? undefined : places.get(code);
}

function placesInStates(): readonly (readonly [code: string, AreaPlace])[] {
  const partOf = new Map(
    Object.entries(parts).flatMap(([zone, codes]) => codes.split(" ").map((code) => [code, zone])),
  );
  const found: (readonly [string, AreaPlace])[] = [];
  let state: StateCode | undefined;
  for (const token of codesByState.split(" ")) {
    if (isStateCode(token)) state = token;
    else if (state) {
      const part = partOf.get(token);
      found.push([token, { state, zones: part === undefined ? zonesOfState(state) : [part] }]);
    }
  }
  return found;
}

function placesElsewhere(): readonly (readonly [code: string, AreaPlace])[] {
  return elsewhere.flatMap(([codes, ...zones]) =>
    codes.split(" ").map((code) => [code, { zones }] as const),
  );
}
