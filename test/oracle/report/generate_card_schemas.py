"""Schemas of the two model cards, cut out of the packages that publish them, and cards checked by their validators.

    pip install "cyclonedx-python-lib[json-validation]" jsonschema
    pip download --no-deps model-card-toolkit==2.0.0 && unzip model_card_toolkit-*.whl "model_card_toolkit/schema/*"
    python3 test/oracle/report/generate_card_schemas.py model_card_toolkit/schema/v0.0.2/model_card.schema.json
    python3 test/oracle/report/generate_card_schemas.py model_card_toolkit/schema/v0.0.2/model_card.schema.json CARD.json …

The first form writes card-schemas.json next to this file: Model Card Toolkit's schema 0.0.2, and of CycloneDX 1.6 the model
card with everything it refers to, both Apache-2.0, without descriptions. The second form has CycloneDX' own strict
validator (of the whole document, its version taken from it) and jsonschema judge files that `plimsoll audit` wrote.
"""
import json
import pathlib
import sys
from importlib import metadata, resources

import jsonschema
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

WORDS = {"description", "title", "examples", "meta:enum", "$comment", "$id", "contentEncoding", "contentMediaType"}


def bare(node, names=False):
    """Without words for people; `names` says that the keys are names of properties, which stay."""
    if isinstance(node, list):
        return [bare(each) for each in node]
    if not isinstance(node, dict):
        # Model Card Toolkit leaves out a slash.
        return node.replace("#definitions/", "#/definitions/") if isinstance(node, str) else node
    kept = {key: value for key, value in node.items() if names or key not in WORDS}
    return {key: bare(value, names=key in {"properties", "definitions"} and not names) for key, value in kept.items()}


def referred(node):
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [ref for value in node.values() for ref in referred(value)]
    return [ref for each in node for ref in referred(each)] if isinstance(node, list) else []


def cyclonedx_card():
    path = resources.files("cyclonedx.schema._res") / "bom-1.6.SNAPSHOT.schema.json"
    definitions = bare(json.loads(path.read_text())["definitions"], names=True)
    wanted, open_ = {}, ["modelCard"]
    while open_:
        name = open_.pop()
        if name in wanted:
            continue
        wanted[name] = definitions[name]
        for ref in referred(definitions[name]):
            if ref.startswith("#/definitions/"):
                open_.append(ref.removeprefix("#/definitions/"))
            else:
                # A schema of its own, such as the list of SPDX licences: anything goes there.
                wanted[name] = json.loads(json.dumps(wanted[name]).replace(json.dumps({"$ref": ref}), "{}"))
    schema = "http://json-schema.org/draft-07/schema#"
    return {"$schema": schema, **wanted["modelCard"], "definitions": dict(sorted(wanted.items()))}


def check(schema, paths):
    for path in paths:
        text = pathlib.Path(path).read_text()
        document = json.loads(text)
        if "bomFormat" in document:
            version = {"1.6": SchemaVersion.V1_6, "1.7": SchemaVersion.V1_7}[document["specVersion"]]
            error = JsonStrictValidator(version).validate_str(text)
            errors = [] if error is None else [str(error)]
        else:
            errors = [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(document)]
        print(f"{path}: {errors or 'valid'}")


if __name__ == "__main__":
    toolkit = bare(json.loads(pathlib.Path(sys.argv[1]).read_text()))
    if len(sys.argv) > 2:
        check(toolkit, sys.argv[2:])
    else:
        library = metadata.version("cyclonedx-python-lib")
        answer = {
            "licence": "Apache-2.0",
            "from": f"model-card-toolkit 2.0.0, schema 0.0.2; CycloneDX 1.6 as in cyclonedx-python-lib {library}",
            "modelCardToolkit": toolkit,
            "cycloneDxModelCard": cyclonedx_card(),
        }
        path = pathlib.Path(__file__).parent / "card-schemas.json"
        path.write_text(json.dumps(answer, indent=1) + "\n")
