import * as z from "zod/mini";
import { AdverseEvent, readAdverseEvent } from "./adverse-event.ts";
import { AllergyIntolerance, readAllergyIntolerance } from "./allergy-intolerance.ts";
import { Appointment, readAppointment } from "./appointment.ts";
import { CarePlan, readCarePlan } from "./care-plan.ts";
import { Communication, readCommunication } from "./communication.ts";
import { Condition, readCondition } from "./condition.ts";
import { Coverage, readCoverage } from "./coverage.ts";
import { DiagnosticReport, readDiagnosticReport } from "./diagnostic-report.ts";
import { Encounter, readEncounter } from "./encounter.ts";
import { FamilyMemberHistory, readFamilyMemberHistory } from "./family-member-history.ts";
import { Flag, readFlag } from "./flag.ts";
import { Immunization, readImmunization } from "./immunization.ts";
import { Medication, readMedication } from "./medication.ts";
import {
  MedicationAdministration,
  readMedicationAdministration,
} from "./medication-administration.ts";
import { MedicationDispense, readMedicationDispense } from "./medication-dispense.ts";
import { MedicationRequest, readMedicationRequest } from "./medication-request.ts";
import { MedicationStatement, readMedicationStatement } from "./medication-statement.ts";
import { Observation, readObservation } from "./observation.ts";
import { PatientResource, readPatient } from "./patient.ts";
import { Procedure, readProcedure } from "./procedure.ts";
import { type Quarantined, quarantined, type Reading } from "./reading.ts";
import { r4ResourceTypes } from "./resource-types.ts";
import {
  DeviceRequest,
  readDeviceRequest,
  readServiceRequest,
  ServiceRequest,
} from "./service-request.ts";

type Reader = (json: unknown) => Reading;

/**
 * A chart holds hundreds of resources, so each kind is read by a parser that zod makes for it, at
 * the first of them. What that one refuses is read again by the plain one, which says why.
 */
function checked<Schema extends z.ZodMiniType>(
  resourceType: string,
  schema: Schema,
  read: (resource: z.infer<Schema>) => Reading,
): Reader {
  let compiled: Schema | undefined;
  return (json) => {
    compiled ??= z.compile(schema);
    const parsed = compiled.safeParse(json);
    return parsed.success ? read(parsed.data) : badShape(resourceType, parsed.error);
  };
}

const readers: Readonly<Record<string, Reader>> = {
  AdverseEvent: checked("AdverseEvent", AdverseEvent, readAdverseEvent),
  AllergyIntolerance: checked("AllergyIntolerance", AllergyIntolerance, readAllergyIntolerance),
  Appointment: checked("Appointment", Appointment, readAppointment),
  CarePlan: checked("CarePlan", CarePlan, readCarePlan),
  Communication: checked("Communication", Communication, readCommunication),
  Condition: checked("Condition", Condition, readCondition),
  Coverage: checked("Coverage", Coverage, readCoverage),
  DeviceRequest: checked("DeviceRequest", DeviceRequest, readDeviceRequest),
  DiagnosticReport: checked("DiagnosticReport", DiagnosticReport, readDiagnosticReport),
  Encounter: checked("Encounter", Encounter, readEncounter),
  FamilyMemberHistory: checked("FamilyMemberHistory", FamilyMemberHistory, readFamilyMemberHistory),
  Flag: checked("Flag", Flag, readFlag),
  Immunization: checked("Immunization", Immunization, readImmunization),
  Medication: checked("Medication", Medication, readMedication),
  MedicationAdministration: checked(
    "MedicationAdministration",
    MedicationAdministration,
    readMedicationAdministration,
  ),
  MedicationDispense: checked("MedicationDispense", MedicationDispense, readMedicationDispense),
  MedicationRequest: checked("MedicationRequest", MedicationRequest, readMedicationRequest),
  MedicationStatement: checked("MedicationStatement", MedicationStatement, readMedicationStatement),
  Observation: checked("Observation", Observation, readObservation),
  Patient: checked("Patient", PatientResource, readPatient),
  Procedure: checked("Procedure", Procedure, readProcedure),
  ServiceRequest: checked("ServiceRequest", ServiceRequest, readServiceRequest),
};

/**
 * What one parsed FHIR R4 resource says. Total: whatever is wrong with it becomes a quarantine
 * reason, never an exception. A bundle is not a resource here; see `resourcesOf`.
 */
export function readResource(json: unknown): Reading {
  const resourceType = resourceTypeOf(json);
  if (resourceType === undefined) return quarantined("fhir/not-a-resource");
  if (Object.hasOwn(readers, resourceType)) {
    return (readers[resourceType] as Reader)(json);
  }
  if (!r4ResourceTypes.has(resourceType)) return quarantined("fhir/unknown-resource");
  return { kind: "ignored", resourceType, because: "not-used" };
}

export function resourceTypeOf(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || !("resourceType" in json)) return undefined;
  return typeof json.resourceType === "string" ? json.resourceType : undefined;
}

/** Names the field, never its value: field names come from our schemas and are free of PHI. */
function badShape(resourceType: string, error: z.core.$ZodError): Quarantined {
  const path = (error.issues[0]?.path ?? []).filter((part) => typeof part === "string");
  if (path.length === 1 && path[0] === "id") return quarantined("fhir/bad-id", resourceType);
  return quarantined("fhir/bad-shape", resourceType, [resourceType, ...path].join("."));
}
