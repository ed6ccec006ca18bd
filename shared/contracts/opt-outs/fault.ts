/** Why a row, or a whole file, of opt-outs could not be read. `advice` never holds what was read. */
export interface OptOutFault {
  readonly reason: OptOutFaultReason;
  readonly advice: string;
}

export type OptOutFaultReason = keyof typeof adviceFor;

const adviceFor = {
  "opt-outs/no-header":
    "The first line names no column 'address' or 'patient'. Write a header such as " +
    "'address,channel,when', in UTF-8, with commas, semicolons or tabs.",
  "opt-outs/column-twice": "Two columns of the header mean the same. Keep one of them.",
  "opt-outs/not-well-formed":
    "A quote was left open or stands within a field, or a line ends inside one. Mend this line.",
  "opt-outs/too-many-fields":
    "The row has more fields than the header, so nobody can tell which is which. Quote the field " +
    "that holds the delimiter.",
  "opt-outs/nobody-named": "The row names neither an address nor a patient. Fill one of them.",
  "opt-outs/bad-address":
    "The address is no phone number that can be dialled and no mail address. Write numbers with " +
    "all ten digits, as text and not as a computed number.",
  "opt-outs/bad-patient":
    "The patient id must be 1 to 64 letters, digits, hyphens or points, without 'Patient/'.",
  "opt-outs/bad-channel": "The channel must be sms, voice or email, or empty for every channel.",
  "opt-outs/channel-does-not-fit":
    "The channel is not one of this kind of address: phones take sms and voice, mail takes email.",
  "opt-outs/bad-purpose":
    "The purpose must be prescription, lab-due, screening, appointment or wellness, or empty for " +
    "every purpose.",
  "opt-outs/bad-date":
    "The date must be written YYYY-MM-DD, or as an instant with its offset, or left empty.",
  "opt-outs/date-to-come": "The date lies after the day on which the file was handed in.",
} as const;

export function optOutFault(reason: OptOutFaultReason): OptOutFault {
  return { reason, advice: adviceFor[reason] };
}
