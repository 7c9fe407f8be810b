import { type Command, InvalidArgumentError } from "commander";
import { type Role, roles } from "../contract/roles.ts";
import { note, print, printJson } from "./output.ts";
import { dataOption, type StoreFlags, storePlace } from "./store-place.ts";

interface CreateFlags extends StoreFlags {
  readonly person?: string;
  readonly service?: string;
  readonly role: readonly Role[];
  readonly expires?: Date;
  readonly json?: true;
}

export function tokenCommand(program: Command): void {
  const token = program
    .command("token")
    .summary("make, list and revoke bearer tokens for the API")
    .description("Bearer tokens for the API: a server that others can reach lets in only who shows one.");
  token
    .command("create")
    .summary("make a token, which is shown once")
    .option("--person <id>", "for a person of the register, with the person's roles")
    .option("--service <name>", "for a service, with the roles given")
    .option("--role <role>", `role of the service: ${roles.join(", ")}; repeatable`, collectRole, [])
    .option("--expires <day>", "last day on which it holds, in UTC, such as 2027-03-31", dayEnd)
    .option(...dataOption)
    .option("--json", "print one JSON document: { id, token, holder, expiresAt }")
    .action(async ({ person, service, role, expires, json, ...flags }: CreateFlags) => {
      const { Failure } = await import("../contract/failure.ts");
      if ((person === undefined) === (service === undefined))
        throw new Failure("invalid-input", "token: for nobody in particular", "give either --person or --service");
      const { createToken } = await import("../register/token/create-token.ts");
      const holder = person === undefined ? { service: service!, roles: role } : { person };
      const created = await withRegister(flags, (ctx) =>
        createToken(ctx, { holder, ...(expires === undefined ? {} : { expiresAt: expires }) }),
      );
      if (json) return printJson(created);
      print(created.token);
      note(`token ${created.id} for ${created.holder.kind} ${created.holder.id}: keep it now, it is not shown again`);
    });
  token
    .command("list")
    .summary("list the tokens that were made, without their text")
    .option(...dataOption)
    .option("--json", "print one JSON document: [{ id, holder, createdAt, expiresAt, revokedAt }]")
    .action(async ({ json, ...flags }: StoreFlags & { readonly json?: true }) => {
      const { listTokens } = await import("../register/token/list-tokens.ts");
      const tokens = await withRegister(flags, listTokens);
      if (json) return printJson(tokens);
      if (tokens.length === 0) note("no tokens yet; plimsoll token create makes one");
      for (const { id, holder, expiresAt, revokedAt } of tokens) {
        const state =
          revokedAt !== null ? `revoked ${revokedAt}` : expiresAt !== null ? `until ${expiresAt}` : "no end";
        print(`${id}  ${holder.kind} ${holder.id}  ${state}`);
      }
    });
  token
    .command("revoke")
    .summary("end a token at once")
    .argument("<id>", "id of the token, as plimsoll token list shows it")
    .option(...dataOption)
    .action(async (id: string, flags: StoreFlags) => {
      const { revokeToken } = await import("../register/token/revoke-token.ts");
      await withRegister(flags, (ctx) => revokeToken(ctx, id));
      note(`token ${id} revoked`);
    });
}

async function withRegister<T>(
  flags: StoreFlags,
  work: (ctx: import("../register/context.ts").Context) => Promise<T>,
): Promise<T> {
  const [{ openRegister }, { localOperator }] = await Promise.all([
    import("../register/open-register.ts"),
    import("../register/local-operator.ts"),
  ]);
  const db = await openRegister(storePlace(flags));
  try {
    return await work({ db, actor: localOperator, now: new Date() });
  } finally {
    await db.close();
  }
}

function collectRole(text: string, given: readonly Role[]): Role[] {
  const role = roles.find((known) => known === text);
  if (role === undefined) throw new InvalidArgumentError(`give one of ${roles.join(", ")}`);
  return [...given, role];
}

function dayEnd(text: string): Date {
  const end = new Date(`${text}T23:59:59.999Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(end.getTime()) || !end.toISOString().startsWith(text))
    throw new InvalidArgumentError("give a day such as 2027-03-31");
  return end;
}
