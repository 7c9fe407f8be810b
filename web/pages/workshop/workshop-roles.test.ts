import { expect, test } from "vitest";
import { workshopRoles } from "./workshop-roles.ts";

const workshop = { facilitator: "ann", participants: ["ben", "cas"] };
const people = [
  { id: "ann", name: "Ann", roles: ["contributor"] },
  { id: "ben", name: "Ben", roles: [] },
  { id: "root", name: "Root", roles: ["administrator"] },
];
const of = (person: string | null, closed: string | null = null) => workshopRoles(workshop, { person, closed, people });

test("a participant votes, the facilitator leads, and an administrator may lead in their place", () => {
  expect(of("ben")).toMatchObject({ voter: "ben", notVoter: null, inPlaceOf: null });
  expect(of("ben").notFacilitator).toMatch(/^Ann, who facilitates it/);
  expect(of("ann")).toMatchObject({ voter: null, notFacilitator: null, inPlaceOf: null });
  expect(of("ann").notVoter).toMatch(/^Only participants vote/);
  expect(of("root")).toMatchObject({ voter: null, notFacilitator: null, inPlaceOf: "Ann" });
});

test("where nothing may be changed the reason is the page's own, whoever asks", () => {
  for (const person of ["ann", "ben", "root"])
    expect(of(person, "The past is read.")).toEqual({
      voter: null,
      notVoter: "The past is read.",
      notFacilitator: "The past is read.",
      inPlaceOf: null,
    });
});
