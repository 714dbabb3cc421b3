"""validate_json.py SCHEMA FILE: exit 0 valid, 1 invalid, 77 where python3-jsonschema is not installed."""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))))
for error in errors[:10]:
    print("/".join(map(str, error.absolute_path)), error.message, file=sys.stderr)
sys.exit(bool(errors))
