import { referredName, type Schema, typeWords } from "./openapi.ts";

const deepest = 3;

/** What a value may be; a named shape leads to its own place. */
export function SchemaType({ schema }: { readonly schema: Schema | undefined }) {
  const name = referredName(schema) ?? referredName(schema?.items);
  const words = typeWords(schema);
  const standard = schema?.default === undefined ? "" : `; ${JSON.stringify(schema.default)} unless given`;
  return (
    <span>
      {name === null ? (
        words
      ) : (
        <>
          {words.slice(0, words.length - name.length)}
          <a className="name-link" href={`#schema-${name}`}>
            {name}
          </a>
        </>
      )}
      {standard}
    </span>
  );
}

/** The fields of a shape, and of the shapes within it that have no name of their own. */
export function SchemaFields({ schema, depth = 0 }: { readonly schema: Schema | undefined; readonly depth?: number }) {
  const inner = fieldsOf(schema);
  if (!schema || !inner)
    return (
      <p>
        <SchemaType schema={schema} />
        {schema?.description ? <small className="hush"> {schema.description}</small> : null}
      </p>
    );
  return (
    <dl className="fields">
      {Object.entries(inner.properties ?? {}).map(([name, field]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {inner.required?.includes(name) ? null : <small>optional</small>}
          </dt>
          <dd>
            <SchemaType schema={field} />
            {field.description ? <small>{field.description}</small> : null}
            {depth < deepest && fieldsOf(field) ? <SchemaFields schema={field} depth={depth + 1} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The object whose fields are to be listed: the schema itself, what its list holds, or the one object among its choices. */
function fieldsOf(schema: Schema | undefined): Schema | null {
  if (!schema) return null;
  if (schema.properties) return schema;
  if (schema.items) return fieldsOf(schema.items);
  const objects = (schema.anyOf ?? schema.oneOf ?? []).filter(({ properties }) => properties);
  return objects.length === 1 ? objects[0]! : null;
}
