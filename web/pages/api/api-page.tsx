import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { read } from "../../data/request.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { curlOf, type Endpoint, endpointsByTag, type OpenApi } from "./openapi.ts";
import { SchemaFields, SchemaType } from "./schema-fields.tsx";
import "./api.css";

const openApiQuery = queryOptions({
  queryKey: ["openapi"],
  queryFn: ({ signal }) => read<OpenApi>("/openapi.json", {}, signal),
});

/** The HTTP API, read from the server's own description of it. */
export function ApiPage() {
  const { data: api, error, refetch } = useQuery(openApiQuery);
  usePageTitle("API");
  const groups = useMemo(() => (api ? endpointsByTag(api) : []), [api]);
  const schemas = Object.entries(api?.components?.schemas ?? {});

  useEffect(() => {
    if (!api) return;
    // The part named in the address exists only now.
    const open = () => {
      const part = document.getElementById(location.hash.slice(1));
      if (part instanceof HTMLDetailsElement) part.open = true;
      part?.scrollIntoView();
    };
    if (location.hash !== "") open();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, [api]);

  return (
    <div className="api-page">
      <header className="api-head">
        <h1 className="head-line">API</h1>
        <p className="lede">
          {api?.info.description ?? "Everything this page can do, a program can do."} Version {api?.info.version}; the
          machine-readable description is{" "}
          <a className="name-link" href="/openapi.json">
            /openapi.json
          </a>
          .
        </p>
      </header>
      {error && !api ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      <div className="api-columns">
        <nav className="api-contents" aria-label="Endpoints">
          {groups.map(({ tag, endpoints }) => (
            <section key={tag}>
              <h2>{tag}</h2>
              <ul>
                {endpoints.map(({ id, method, path }) => (
                  <li key={id}>
                    <a href={`#${id}`}>
                      <b className="method">{method}</b> {path.replace("/v1", "")}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {schemas.length > 0 ? (
            <section>
              <h2>Shapes</h2>
              <ul>
                {schemas.map(([name]) => (
                  <li key={name}>
                    <a href={`#schema-${name}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </nav>
        <div className="api-body">
          {groups.map(({ tag, endpoints }) => (
            <section key={tag} className="block" aria-label={tag}>
              <header>
                <h2 className="finding">{tag}</h2>
              </header>
              {endpoints.map((endpoint) => (
                <EndpointPart key={endpoint.id} endpoint={endpoint} />
              ))}
            </section>
          ))}
          {schemas.length > 0 ? (
            <section className="block" aria-label="Shapes">
              <header>
                <h2 className="finding">Shapes</h2>
              </header>
              {schemas.map(([name, schema]) => (
                <details key={name} id={`schema-${name}`} className="endpoint">
                  <summary>
                    <b>{name}</b> <span className="hush">{schema.description}</span>
                  </summary>
                  <div className="endpoint-body">
                    <SchemaFields schema={schema} />
                  </div>
                </details>
              ))}
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}

const problemType = "application/problem+json";

function isRefusal(content: object | undefined): boolean {
  return content !== undefined && problemType in content;
}

function EndpointPart({ endpoint }: { readonly endpoint: Endpoint }) {
  const { id, method, path, summary, description, parameters = [], requestBody, responses = {} } = endpoint;
  const refusals = Object.entries(responses).filter(([, { content }]) => isRefusal(content));
  const body = Object.entries(requestBody?.content ?? {})[0];
  return (
    <details id={id} className="endpoint">
      <summary>
        <b className="method">{method}</b> <code>{path}</code> <span className="hush">{summary}</span>
      </summary>
      <div className="endpoint-body">
        {description ? <p>{description}</p> : null}
        <p>
          <CopyCommand command={curlOf(endpoint, location.origin)} />
        </p>
        {parameters.length > 0 ? (
          <>
            <h3>Parameters</h3>
            <dl className="fields">
              {parameters.map(({ name, in: place, required, schema, description: meaning }) => (
                <div key={`${place} ${name}`}>
                  <dt>
                    <code>{name}</code>
                    <small>
                      {place}
                      {required ? ", required" : ""}
                    </small>
                  </dt>
                  <dd>
                    <SchemaType schema={schema} />
                    {meaning ? <small>{meaning}</small> : null}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
        {body ? (
          <>
            <h3>
              Body <small>{body[0]}</small>
            </h3>
            <SchemaFields schema={body[1].schema} />
          </>
        ) : null}
        <h3>Answers</h3>
        <dl className="fields">
          {Object.entries(responses)
            .filter(([, { content }]) => !isRefusal(content))
            .map(([status, { description: meaning, content }]) => (
              <div key={status}>
                <dt>
                  <code>{status}</code>
                </dt>
                <dd>
                  {meaning}
                  {Object.entries(content ?? {}).map(([type, { schema }]) => (
                    <small key={type}>
                      {type}: <SchemaType schema={schema} />
                    </small>
                  ))}
                </dd>
              </div>
            ))}
          {refusals.length > 0 ? (
            <div>
              <dt>
                <code>{refusals.map(([status]) => status).join(" ")}</code>
              </dt>
              <dd>
                {refusals.map(([, { description: meaning }]) => meaning.toLowerCase()).join(", ")}
                <small>
                  {problemType}: <SchemaType schema={Object.values(refusals[0]![1].content ?? {})[0]?.schema} />
                </small>
              </dd>
            </div>
          ) : null}
        </dl>
      </div>
    </details>
  );
}
